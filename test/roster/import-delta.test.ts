import { beforeEach, describe, expect, it } from "vitest";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { schoolIdOf, staffIdOf } from "../../functions/roster/import-rules.ts";
import { findSchool, findStaff } from "../../functions/roster/queries.ts";
import { contentFrom, type MemoryStore, openMemoryStore, testDistrict } from "../support/store.ts";
import { csv, type Files, goodBundle, roleHeader, userHeader } from "./bundles.ts";

let store: MemoryStore;
const job = () => store.job("roster-import", "roster:write");
const run = (files: Files) => importRoster(job(), { source: "delta.zip", files });
const staff = (sourcedId: string) => findStaff(job(), staffIdOf(testDistrict.id, sourcedId));
const school = (sourcedId: string) => schoolIdOf(testDistrict.id, sourcedId);
const at = "2026-11-01T00:00:00Z";
const orgHeader = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
/** A bundle with such files, each in such a mode. */
const changes = (modes: Record<string, string>, files: Files): Files => ({
  "manifest.csv": csv(
    "propertyName,value",
    "oneroster.version,1.2",
    ...["orgs", "users", "roles"].map((name) => `file.${name},${modes[name] ?? "absent"}`),
  ),
  ...files,
});

beforeEach(async () => {
  store = await openMemoryStore({ content: contentFrom({}) });
  await run(goodBundle());
});

describe("a file of changes", () => {
  it("that names someone anew leaves their primary role where it is, also where roles have last days", async () => {
    const roles = csv(
      roleHeader,
      `r1,active,${at},u1,primary,teacher,2024-08-12,2027-06-30,s1`,
      `r2,active,${at},u1,secondary,teacher,2024-08-12,,s2`,
    );
    await run(changes({ roles: "delta" }, { "roles.csv": roles }));
    const primary = async () => (await staff("u1"))?.roles.filter(({ isPrimary }) => isPrimary).map(({ schoolId }) => schoolId);
    expect(await primary()).toEqual([school("s1")]);
    const named = csv(userHeader, `u1,active,${at},TRUE,ana,Ana,Ruiz-Lopez,ana@maple.example,s1,x`);
    await run(changes({ users: "delta" }, { "users.csv": named }));
    expect((await staff("u1"))?.familyName).toBe("Ruiz-Lopez");
    expect(await primary()).toEqual([school("s1")]);
  });

  it("adds and changes whom it names, ends whom it says, and leaves everyone else as they are", async () => {
    const before = await staff("u2");
    const report = await run(
      changes(
        { users: "delta", roles: "delta" },
        {
          "users.csv": csv(
            userHeader,
            `u1,tobedeleted,${at},TRUE,ana,Ana,Ruiz,ana@maple.example,s1,x`,
            `u5,active,${at},TRUE,eli,Eli,New,eli@maple.example,s2,x`,
          ),
          "roles.csv": csv(roleHeader, `r5,active,${at},u5,primary,aide,2026-11-02,,s2`),
        },
      ),
    );
    expect(report).toMatchObject({ state: "applied", isDelta: true, errors: 0, warnings: 0, staff: { added: 1, ended: 1, changed: 0 } });
    expect(await staff("u1")).toMatchObject({ status: "left" });
    expect(await staff("u5")).toMatchObject({ roles: [{ role: "paraprofessional", schoolId: school("s2") }] });
    expect(await staff("u2")).toEqual(before);
  });

  it("changes a name without touching roles, and a role without touching the name", async () => {
    await run(
      changes({ users: "delta" }, { "users.csv": csv(userHeader, `u2,active,${at},TRUE,ben,Benjamin,Okafor,ben@maple.example,s1,x`) }),
    );
    const renamed = await staff("u2");
    expect(renamed).toMatchObject({ givenName: "Benjamin", status: "active" });
    expect(renamed?.roles.map(({ role, isPrimary, endOn }) => [role, isPrimary, endOn])).toEqual([
      ["schoolAdministrator", true, undefined],
      ["teacher", false, undefined],
    ]);
    await run(
      changes(
        { roles: "delta" },
        {
          "roles.csv": csv(
            roleHeader,
            `r3,tobedeleted,${at},u2,secondary,teacher,2020-08-10,,s2`,
            `r8,active,${at},u2,secondary,ext:coach,2026-11-02,,s2`,
          ),
        },
      ),
    );
    const moved = await staff("u2");
    expect(moved).toMatchObject({ givenName: "Benjamin", email: "ben@maple.example" });
    expect(moved?.roles.map(({ role, isPrimary, endOn }) => [role, isPrimary, endOn]).toSorted()).toEqual([
      ["coach", false, undefined],
      ["schoolAdministrator", true, undefined],
      ["teacher", false, "2026-11-02"],
    ]);
  });

  it("brought in twice adds nothing, and a whole roster after it is right again", async () => {
    const files = changes(
      { users: "delta" },
      { "users.csv": csv(userHeader, `u2,active,${at},TRUE,ben,Benjamin,Okafor,ben@maple.example,s1,x`) },
    );
    await run(files);
    expect(await run(files)).toMatchObject({ staff: { added: 0, changed: 0, moved: 0, ended: 0 } });
    await run(goodBundle());
    expect(await staff("u2")).toMatchObject({ givenName: "Ben" });
  });

  it("of organizations closes those it says, adds others, and none that is missing; mixed with a whole users.csv it ends who is missing there", async () => {
    const { "users.csv": users = "", "roles.csv": roles = "" } = goodBundle();
    const report = await run(
      changes(
        { orgs: "delta", users: "bulk", roles: "bulk" },
        {
          "orgs.csv": csv(orgHeader, `s2,tobedeleted,${at},Harbor Middle School,school,,d1`, `s3,active,${at},New High School,school,,d1`),
          "users.csv": String(users).replace(/u1,.*\r\n/, ""),
          "roles.csv": String(roles)
            .replace(/r1,.*\r\n/, "")
            .replace(/r3,.*\r\n/, ""),
        },
      ),
    );
    expect(report).toMatchObject({ state: "applied", schools: { added: 1, ended: 1 }, staff: { ended: 1 } });
    expect([await findSchool(job(), school("s1")), await findSchool(job(), school("s2"))]).toMatchObject([
      { isActive: true },
      { isActive: false },
    ]);
    expect(await staff("u1")).toMatchObject({ status: "left" });
  });

  it("says of each row without status or date of change that it lacks it, and takes it for active", async () => {
    const report = await run(
      changes({ users: "delta" }, { "users.csv": csv(userHeader, "u2,,,TRUE,ben,Benjamin,Okafor,ben@maple.example,s1,x") }),
    );
    expect(report.diagnostics.map(({ severity, line, column }) => `${severity} ${line} ${column ?? ""}`)).toEqual([
      "warning 2 status",
      "warning 2 dateLastModified",
    ]);
    expect(await staff("u2")).toMatchObject({ givenName: "Benjamin" });
  });

  it("about someone nobody knows leaves that row out, and says so", async () => {
    const report = await run(
      changes(
        { roles: "delta" },
        {
          "roles.csv": csv(
            roleHeader,
            `r9,active,${at},nobody,primary,teacher,2026-11-02,,s1`,
            `r8,active,${at},u1,secondary,ext:coach,2026-11-02,,s1`,
          ),
        },
      ),
    );
    expect(report.diagnostics).toMatchObject([{ severity: "error", file: "roles.csv", line: 2 }]);
    expect((await staff("u1"))?.roles).toHaveLength(2);
  });

  it("that takes administration from someone is held", async () => {
    const files = changes({ roles: "delta" }, { "roles.csv": csv(roleHeader, `r4,tobedeleted,${at},u3,primary,systemAdministrator,,,d1`) });
    expect(await run(files)).toMatchObject({ state: "held", hold: { administrators: [{ name: "Cho Park" }] } });
    expect(await staff("u3")).toMatchObject({ isDistrictAdministrator: true });
  });

  it("of which no row can be used changes nothing and says why", async () => {
    const report = await run(changes({ users: "delta" }, { "users.csv": csv(userHeader) }));
    expect(report).toMatchObject({ state: "notApplicable", notApplied: expect.stringContaining("nothing was changed") });
  });
});

import { strToU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { AppError } from "../../functions/platform/errors.ts";
import { importFile, importRoster } from "../../functions/roster/actions/import-roster.ts";
import { saveMapping } from "../../functions/roster/actions/save-mapping.ts";
import { readUpload } from "../../functions/roster/actions/start-import.ts";
import { guessSchool, guessTitle, isPrivateHeader } from "../../functions/roster/hr/guess.ts";
import { inspectHr } from "../../functions/roster/hr/inspect.ts";
import { signatureOf } from "../../functions/roster/hr/read-table.ts";
import { schoolIdOf, staffIdOf } from "../../functions/roster/import-rules.ts";
import type { HrMapping } from "../../functions/roster/mapping-contract.ts";
import { findStaff } from "../../functions/roster/queries.ts";
import { contentFrom, type MemoryStore, openMemoryStore, testDistrict } from "../support/store.ts";
import { canary, csv, goodBundle } from "./bundles.ts";

let store: MemoryStore;
const noContent = contentFrom({});
const job = () => store.job("roster-import", "roster:write");
const staff = (id: string, source = "HR") => findStaff(job(), staffIdOf(testDistrict.id, `hr:${source}:${id}`));
const lincoln = schoolIdOf(testDistrict.id, "s1");

const header = "Emp #,Employee Name,Work E-mail,Job Title,Building,Hire Dt,SSN,Password,Shoe size";
const rows = [
  `00017,"Ruiz, Pat",pat.r@maple.example,Instructional Aide,Lincoln Elem,8/14/2023,111-22-3333,${canary},42`,
  `00018,"Lee, Sam",sam.l@maple.example,Bus Driver,Transportation,1/05/2020,111-22-4444,${canary},43`,
  `00019,"Diaz, Noa",noa.d@maple.example,Para - SpEd,HARBOR MIDDLE SCHOOL,2024-08-12,111-22-5555,${canary},38`,
  `00020,"Ruiz, Ana",ana@maple.example,Teacher,Lincoln Elem,2024-08-12,111-22-6666,${canary},39`,
];
const file = (lines = rows, head = header) => strToU8(csv(head, ...lines));
const mappingOf = async (bytes = file()): Promise<HrMapping> => {
  const { mapping } = await inspectHr(job(), bytes);
  return {
    ...mapping,
    columns: { ...mapping.columns, id: "Emp #", email: "Work E-mail", hiredOn: "Hire Dt" },
    schools: { ...mapping.schools, Transportation: "ignore" },
  };
};
const take = async (bytes = file(), name = "hr.csv") => importFile(job(), await readUpload(job(), { fileName: name, bytes }));

beforeAll(async () => {
  store = await openMemoryStore({ content: noContent });
  await importRoster(job(), { source: "roster.zip", files: goodBundle() });
});

describe("a personnel file", () => {
  it("is looked at first: five samples of each column, its fields guessed, and nothing of it kept", async () => {
    const before = await store.rows();
    const filesBefore = [...store.files.names];
    const seen = await inspectHr(job(), file());
    expect(seen.rows).toBe(4);
    expect(seen.mapping.columns).toMatchObject({ fullName: "Employee Name", title: "Job Title", school: "Building" });
    expect(seen.columns.find((column) => column.header === "Building")?.samples).toEqual([
      "Lincoln Elem",
      "Transportation",
      "HARBOR MIDDLE SCHOOL",
      "Lincoln Elem",
    ]);
    expect(seen.columns.filter(({ isPrivate }) => isPrivate).map((column) => column.header)).toEqual(["SSN", "Password"]);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${canary}|111-22`));
    expect(seen.unmapped).toEqual({
      titles: ["Instructional Aide", "Bus Driver", "Para - SpEd", "Teacher"],
      schools: ["Lincoln Elem", "Transportation", "HARBOR MIDDLE SCHOOL"],
    });
    expect(seen.mapping.titles).toMatchObject({
      "Instructional Aide": "paraprofessional",
      "Bus Driver": "ignore",
      "Para - SpEd": "paraprofessional",
    });
    expect(seen.mapping.schools).toMatchObject({ "Lincoln Elem": lincoln });
    expect(await store.rows()).toEqual(before);
    expect(store.files.names).toEqual(filesBefore);
  });

  it("cannot be taken in before its columns are matched, nor matched without what is needed", async () => {
    await expect(take()).rejects.toMatchObject({ code: "not-ready" });
    const mapping = await mappingOf();
    const { title: _, ...columns } = mapping.columns;
    const refused = await saveMapping(job(), { signature: signatureOf(header.split(",")), mapping: { ...mapping, columns } }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(AppError);
    expect((refused as AppError).fields).toEqual([{ path: "json.columns.title", message: "Choose a column." }]);
  });

  it("adds the people whom the roster does not have, and leaves the roster's own as they are", async () => {
    await saveMapping(job(), { signature: signatureOf(header.split(",")), mapping: await mappingOf() });
    const report = await take();
    expect(report).toMatchObject({ state: "applied", staff: { added: 2, changed: 0, ended: 0 }, covered: 1, errors: 0, format: "hr" });
    expect(await staff("00017")).toMatchObject({
      givenName: "Pat",
      familyName: "Ruiz",
      source: "hr:HR",
      hiredOn: "2023-08-14",
      roles: [{ role: "paraprofessional", schoolId: lincoln, isPrimary: true }],
    });
    expect(await staff("00018")).toBeUndefined();
    expect(JSON.stringify(await store.rows())).not.toMatch(new RegExp(`${canary}|111-22`));
  });

  it("with the same columns in another order is read without asking, and a second time changes nothing", async () => {
    const names = header.split(",");
    const turned = [names.at(-1) ?? "", ...names.slice(0, -1)].join(",").toUpperCase();
    const turnedRows = rows.map((row) => {
      const cells = row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
      return [cells.at(-1), ...cells.slice(0, -1)].join(",");
    });
    const bytes = file(turnedRows, turned);
    expect(await inspectHr(job(), bytes)).toMatchObject({ isSaved: true, unmapped: { titles: [], schools: [] } });
    expect(await take(bytes)).toMatchObject({ staff: { added: 0, changed: 0, unchanged: 2, ended: 0 } });
  });

  it("says in which rows a title or a school is that nobody has said anything about, and neither adds nor ends their people", async () => {
    const report = await take(
      file([
        ...rows.slice(1),
        '00017,"Ruiz, Pat",pat.r@maple.example,Wizard,Lincoln Elem,,,,',
        '00030,"New, One",one@maple.example,Teacher,Moon Base,,,,',
      ]),
    );
    expect(report.diagnostics.filter(({ severity }) => severity === "error")).toMatchObject([
      { line: 5, column: "Job Title", message: expect.stringContaining('"Wizard"') },
      { line: 6, column: "Building", message: expect.stringContaining('"Moon Base"') },
    ]);
    expect(await staff("00017")).toMatchObject({ status: "active", roles: [{ role: "paraprofessional" }] });
    expect(await staff("00030")).toBeUndefined();
  });

  it("that lists someone's job twice counts it once, and says so", async () => {
    const report = await take(file([...rows, rows[0] ?? ""]));
    expect(report.diagnostics).toMatchObject([{ severity: "warning", line: 6, column: "Job Title" }]);
    expect(await staff("00017")).toMatchObject({ roles: [{ role: "paraprofessional" }] });
  });

  it("ends nobody who is not in it, unless that was chosen, and then only people of its own source", async () => {
    expect(await take(file(rows.slice(2)))).toMatchObject({ staff: { ended: 0 } });
    const mapping = { ...(await mappingOf()), endsAbsent: true };
    await saveMapping(job(), { signature: signatureOf(header.split(",")), mapping });
    expect(await take(file(rows.slice(2)))).toMatchObject({ state: "applied", staff: { ended: 1 } });
    expect(await staff("00017")).toMatchObject({ status: "left" });
    expect(await findStaff(job(), staffIdOf(testDistrict.id, "u2"))).toMatchObject({ status: "active" });
  });

  it("has people whom a whole OneRoster roster without them does not end", async () => {
    expect(await importRoster(job(), { source: "roster.zip", files: goodBundle() })).toMatchObject({ staff: { ended: 0, unchanged: 3 } });
    expect(await staff("00019")).toMatchObject({ status: "active" });
  });

  it("ends whom its own status column says have left", async () => {
    const mapping = await mappingOf();
    const head = `${header},Employment Status`;
    const columns = { ...mapping.columns, status: "Employment Status" };
    await saveMapping(job(), { signature: signatureOf(head.split(",")), mapping: { ...mapping, columns } });
    expect(await take(file([`${rows[2]},Terminated`, `${rows[3]},Active`], head))).toMatchObject({ staff: { ended: 1 } });
    expect(await staff("00019")).toMatchObject({ status: "left" });
  });

  it("may be parted by semicolons, be Windows-1252, and hold one person's two jobs in two rows", async () => {
    const text = [
      "ID;First;Last;Email;Position;Site",
      "7;Jos\u00e9;N\u00fa\u00f1ez;jose@maple.example;Aide;s1",
      "7;Jos\u00e9;N\u00fa\u00f1ez;jose@maple.example;Aide;s2",
    ].join("\r\n");
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const { signature, mapping, columns } = await inspectHr(job(), bytes);
    expect(columns.map((column) => column.header)).toEqual(["ID", "First", "Last", "Email", "Position", "Site"]);
    expect(mapping).toMatchObject({
      columns: { id: "ID", givenName: "First", familyName: "Last", email: "Email", title: "Position", school: "Site" },
      titles: { Aide: "paraprofessional" },
      schools: { s1: lincoln },
    });
    await saveMapping(job(), { signature, mapping: { ...mapping, name: "Food services" } });
    expect(await take(bytes)).toMatchObject({ staff: { added: 1 } });
    expect(await staff("7", "Food services")).toMatchObject({
      givenName: "Jos\u00e9",
      familyName: "N\u00fa\u00f1ez",
      roles: [{ isPrimary: true }, { isPrimary: false }],
    });
  });

  it.each([
    ["nothing", ""],
    ["names of columns alone", "a,b,c\n"],
    ["one column", "a\n1\n"],
    ["a quotation mark that never closes", 'a,b\n"1,2\n3,4\n'],
  ])("of %s is refused in plain words", async (_, text) => {
    await expect(inspectHr(job(), strToU8(text))).rejects.toMatchObject({ code: "unsupported-file" });
  });
});

describe("a guess", () => {
  it.each([
    ["Asst Principal", "schoolAdministrator"],
    ["TEACHER - GRADE 4", "teacher"],
    ["Sp Ed Tchr", "specialEducator"],
    ["Teaching Assistant", "paraprofessional"],
    ["School Psychologist", "psychologist"],
    ["Guidance Counselor", "counselor"],
    ["Reading Interventionist", "interventionist"],
    ["Instructional Coach", "coach"],
    ["Head Football Coach", "ignore"],
    ["Night Custodian", "ignore"],
    ["Payroll Clerk II", "ignore"],
    ["Wizard", undefined],
  ])("takes %s for %s", (title, meaning) => {
    expect(guessTitle(title)).toBe(meaning);
  });

  it("finds a school by code, name, short name or a slip of the pen, and none where two would fit", () => {
    const schools = [
      { id: "a", sourcedId: "0012", name: "Lincoln Elementary School" },
      { id: "b", sourcedId: "14", name: "Harbor Middle School" },
      { id: "c", sourcedId: "15", name: "Lincoln High School" },
    ];
    const found = (value: string) => guessSchool(value, schools);
    expect([found("0012"), found("12"), found("harbor middle school"), found("Harbor MS"), found("Habor Middle School")]).toEqual([
      "a",
      "a",
      "b",
      "b",
      "b",
    ]);
    expect([found("Lincoln"), found("Moon"), found("")]).toEqual([undefined, undefined, undefined]);
  });

  it("passes over columns that hold what is private", () => {
    const open = ["Work Email Address", "E-mail", "Employee ID", "Status", "Position", "Hire Date", "Address Email"];
    const hidden = [
      "Password",
      "SSN",
      "Social Security",
      "Date of Birth",
      "DOB",
      "Home Address",
      "Gender",
      "Salary",
      "Pay Rate",
      "Cell Phone",
      "PIN",
    ];
    expect(open.filter(isPrivateHeader)).toEqual([]);
    expect(hidden.filter((name) => !isPrivateHeader(name))).toEqual([]);
  });
});

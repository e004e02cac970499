import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readBundle } from "../../functions/roster/one-roster/read-bundle.ts";
import { AppError } from "../../functions/platform/errors.ts";
import { bundleWith, canary, csv, type Files, goodBundle, manifest, orgs, roleHeader, roles, userHeader, users } from "./bundles.ts";

const read = (files: Files) => readBundle({ files });
const personIn = (files: Files, sourcedId = "u1") => read(files).people.find((one) => one.sourcedId === sourcedId);
/** Each diagnostic as `severity file:line column`. */
const places = (files: Files) =>
  read(files).diagnostics.map(({ severity, file, line, column }) => `${severity} ${file}:${line} ${column ?? "-"}`);
const messages = (files: Files) =>
  read(files)
    .diagnostics.map(({ message, fix }) => `${message} ${fix}`)
    .join("\n");
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const refusal = (work: () => unknown): AppError => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

describe("a bundle in which nothing is wrong", () => {
  it("gives schools, people and dated roles, and nothing to say", () => {
    const bundle = read(goodBundle());
    expect(bundle.diagnostics).toEqual([]);
    expect(bundle.schools).toEqual([
      { sourcedId: "d1", name: "Maple Valley Schools", level: "district" },
      { sourcedId: "s1", name: "Lincoln Elementary School", level: "elementary" },
      { sourcedId: "s2", name: "Harbor Middle School", level: "middle" },
    ]);
    expect(bundle.people.map(({ sourcedId }) => sourcedId)).toEqual(["u1", "u2", "u3"]);
    expect(bundle.people[1]?.roles).toEqual([
      { role: "schoolAdministrator", schoolSourcedId: "s1", isPrimary: true, beginOn: "2020-08-10" },
      { role: "teacher", schoolSourcedId: "s2", isPrimary: false, beginOn: "2020-08-10" },
    ]);
  });

  it("makes a system administrator an administrator with a home and no job", () => {
    expect(personIn(goodBundle(), "u3")).toMatchObject({ isDistrictAdministrator: true, homeSourcedId: "d1", roles: [] });
  });

  it("counts students and families and keeps nothing of them", () => {
    const bundle = read(goodBundle());
    expect(bundle.skipped).toBe(1);
    expect(JSON.stringify({ ...bundle, keptBack: [...bundle.keptBack] })).not.toMatch(/Pat|pat@|u9/);
  });

  it("keeps no password in anything it returns", () => {
    const bundle = read(goodBundle());
    expect(JSON.stringify({ ...bundle, keptBack: [...bundle.keptBack] })).not.toContain(canary);
  });

  it("reads version 1.1, where a person has one role at a list of schools", () => {
    const bundle = read({
      "manifest.csv": csv("propertyName,value", "oneroster.version,1.1", "file.users,bulk"),
      "orgs.csv": orgs,
      "users.csv": csv(
        "sourcedId,orgSourcedIds,role,givenName,familyName,email",
        'u1,"s1, s2",teacher,Ana,Ruiz,ana@maple.example',
        "u2,s1,student,Pat,Student,",
      ),
    });
    expect(bundle).toMatchObject({ version: "1.1", skipped: 1, diagnostics: [] });
    expect(bundle.people).toMatchObject([
      {
        sourcedId: "u1",
        roles: [
          { schoolSourcedId: "s1", isPrimary: true },
          { schoolSourcedId: "s2", isPrimary: false },
        ],
      },
    ]);
  });
});

describe("roles", () => {
  const withRole = (role: string) =>
    bundleWith({
      "roles.csv": csv(
        roleHeader,
        `r1,,,u1,primary,${role},,,s1`,
        "r4,,,u3,primary,systemAdministrator,,,d1",
        "r2,,,u2,primary,teacher,,,s1",
      ),
      "users.csv": users.replace(/u9.*\r\n/, ""),
    });
  it.each([
    ["teacher", "teacher"],
    ["aide", "paraprofessional"],
    ["counselor", "counselor"],
    ["principal", "schoolAdministrator"],
    ["siteAdministrator", "schoolAdministrator"],
    ["districtAdministrator", "districtLeader"],
    ["ext:interventionist", "interventionist"],
    ["EXT:SpecialEducator", "specialEducator"],
    ["ext:special-education teacher", "specialEducator"],
    ["ext:psychologist", "psychologist"],
    ["ext:coach", "coach"],
    ["ext:MTSS Coach", "coach"],
    ["ext:dataCoordinator", "dataCoordinator"],
    ["ext:School Social Worker", "counselor"],
  ])("%s means %s", (given, means) => {
    expect(personIn(withRole(given))?.roles.map(({ role }) => role)).toEqual([means]);
  });

  it("outside the enumeration are an error where they stand, and their people neither land nor leave", () => {
    expect(places(withRole("wizard"))).toEqual(["error roles.csv:2 role"]);
    expect(messages(withRole("wizard"))).toContain("ext:interventionist");
    expect([...read(withRole("wizard")).keptBack]).toEqual(["u1"]);
  });

  it("of students, parents, guardians and relatives are passed over in silence", () => {
    for (const family of ["student", "parent", "Guardian", "relative"])
      expect(read(withRole(family))).toMatchObject({ diagnostics: [], skipped: 1 });
  });

  it("of someone who is staff and a parent are staff's alone", () => {
    const files = bundleWith({ "roles.csv": roles + csv("r8,,,u1,secondary,parent,,,s2") });
    expect(personIn(files)?.roles).toHaveLength(1);
    expect(places(files)).toEqual([]);
  });

  it("of which one is unusable keep the person's other roles from being taken for ended", () => {
    const files = bundleWith({ "roles.csv": roles + csv("r8,,,u1,secondary,teacher,,,s77") });
    expect(places(files)).toEqual(["error roles.csv:7 orgSourcedId"]);
    expect(personIn(files)).toMatchObject({ hasUnusableRoles: true, roles: [{ schoolSourcedId: "s1" }] });
  });

  it("have exactly one primary, at the person's primary school where there is one", () => {
    const twoPrimaries = csv(
      roleHeader,
      "r1,,,u1,primary,teacher,,,s2",
      "r2,,,u1,primary,teacher,,,s1",
      "r3,,,u2,secondary,teacher,,,s2",
      "r4,,,u3,primary,systemAdministrator,,,d1",
    );
    const files = bundleWith({ "roles.csv": twoPrimaries });
    expect(personIn(files)?.roles.map(({ schoolSourcedId, isPrimary }) => [schoolSourcedId, isPrimary])).toEqual([
      ["s2", false],
      ["s1", true],
    ]);
    expect(personIn(files, "u2")?.roles.map(({ isPrimary }) => isPrimary)).toEqual([true]);
  });
});

describe("oddities of real files", () => {
  it("a byte order mark and bare line feeds change nothing", () => {
    const plain = (text: string) => `\uFEFF${text.replaceAll("\r\n", "\n")}`;
    const files = bundleWith({
      "manifest.csv": plain(manifest),
      "orgs.csv": plain(orgs),
      "users.csv": plain(users),
      "roles.csv": plain(roles),
    });
    expect(read(files)).toEqual(read(goodBundle()));
  });

  it("Windows-1252 is read as such and said", () => {
    const text = users.replace("Ana,Ruiz", "José,Peña");
    const bytes = Uint8Array.from([...text], (letter) => letter.charCodeAt(0));
    expect(personIn(bundleWith({ "users.csv": bytes }))).toMatchObject({ givenName: "José", familyName: "Peña" });
    expect(places(bundleWith({ "users.csv": bytes }))).toEqual(["warning users.csv:1 -"]);
  });

  it.each([";", "\t", "|"])("columns parted by %j change nothing", (delimiter) => {
    const parted = (text: string) => text.replaceAll(/"[^"]*"|,/g, (found) => (found === "," ? delimiter : found));
    const files = bundleWith({
      "manifest.csv": parted(manifest),
      "orgs.csv": parted(orgs),
      "users.csv": parted(users),
      "roles.csv": parted(roles),
    });
    expect(read(files)).toEqual(read(goodBundle()));
  });

  it("UTF-16 is read by its mark, whichever way round", () => {
    for (const [mark, bytes] of [
      [[0xff, 0xfe], Buffer.from(users, "utf16le")],
      [[0xfe, 0xff], Buffer.from(users, "utf16le").swap16()],
    ] as const)
      expect(read(bundleWith({ "users.csv": new Uint8Array(Buffer.concat([Buffer.from(mark), bytes])) }))).toEqual(read(goodBundle()));
  });

  it("dataLastModified and prefferedGivenName are what they mean, and no name comes from the second", () => {
    const files = bundleWith({
      "orgs.csv": orgs.replace("dateLastModified", "dataLastModified"),
      "users.csv": users.replace("dateLastModified", "dataLastModified").replace("enabledUser", "prefferedGivenName"),
      "roles.csv": roles.replace("dateLastModified", "dataLastModified"),
    });
    expect(read(files)).toEqual(read(goodBundle()));
  });

  it("TRUE, FALSE, true or nothing in a column that is not read change nothing", () => {
    for (const word of ["FALSE", "true", "0", ""])
      expect(read(bundleWith({ "users.csv": users.replaceAll(",TRUE,", `,${word},`) }))).toEqual(read(goodBundle()));
  });

  it("the same role twice is one, and it is said; of other dates it is another", () => {
    const twice = bundleWith({
      "roles.csv": roles + csv("r9,,,u2,primary,principal,2020-08-10,,s1", "r10,,,u2,primary,principal,2026-08-10,,s1"),
    });
    expect(places(twice)).toEqual(["warning roles.csv:7 role"]);
    expect(
      personIn(twice, "u2")
        ?.roles.filter(({ role }) => role === "schoolAdministrator")
        .map(({ beginOn }) => beginOn),
    ).toEqual(["2020-08-10", "2026-08-10"]);
    const listed = read({
      "orgs.csv": orgs,
      "users.csv": csv("sourcedId,orgSourcedIds,role,givenName,familyName,email", 'u1,"s1, s1,s2",teacher,Ana,Ruiz,ana@maple.example'),
    });
    expect(listed.people[0]?.roles.map(({ schoolSourcedId }) => schoolSourcedId)).toEqual(["s1", "s2"]);
  });

  it("misspelt headers are taken for what they nearly are, and named", () => {
    const files = bundleWith({
      "users.csv": users.replace("familyName", "famliyName"),
      "roles.csv": roles.replace("orgSourcedId", "orgSorcedId").replace("dateLastModified", "dataLastModified"),
    });
    expect(personIn(files)).toMatchObject({ familyName: "Ruiz", roles: [{ schoolSourcedId: "s1" }] });
    expect(places(files)).toEqual(["warning users.csv:1 famliyName", "warning roles.csv:1 orgSorcedId"]);
  });

  it("a header about a password is never taken for a column that is read, however it is spelt", () => {
    const files = bundleWith({ "users.csv": users.replace("password", "passrole").replace("email", "e-mail-x") });
    const bundle = read(files);
    expect(JSON.stringify({ ...bundle, keptBack: [...bundle.keptBack] })).not.toContain(canary);
  });

  it("headers in any case and in any order, with columns nobody knows, are found", () => {
    const files = bundleWith({
      "users.csv": csv("FAMILYNAME,metadata.shoe,GivenName,ext_x,SOURCEDID,Email", "Ruiz,42,Ana,y,u1,ana@maple.example"),
      "roles.csv": csv(roleHeader, "r1,,,u1,primary,teacher,,,s1"),
    });
    expect(read(files)).toMatchObject({ diagnostics: [], people: [{ sourcedId: "u1", givenName: "Ana", familyName: "Ruiz" }] });
  });

  it("a missing column that is needed makes the file unusable, and is named", () => {
    expect(places(bundleWith({ "users.csv": users.replace("familyName", "x") }))).toContain("error users.csv:1 familyName");
    expect(read(bundleWith({ "users.csv": users.replace("familyName", "x") })).notApplied).toContain("users.csv");
  });

  it("what follows from a file that cannot be used is not said of every row of another", () => {
    expect(places(bundleWith({ "users.csv": users.replace("familyName", "x") }))).toEqual(["error users.csv:1 familyName"]);
    expect(places(bundleWith({ "roles.csv": roles.replace("userSourcedId", "x") }))).toEqual(["error roles.csv:1 userSourcedId"]);
    expect(places(bundleWith({ "orgs.csv": orgs.replace("name", "x") }))).toEqual(["error orgs.csv:1 name"]);
  });

  it("trailing empty header cells and cells beyond them change nothing", () => {
    const padded = users
      .split("\r\n")
      .map((line) => (line === "" ? "" : `${line},,,`))
      .join("\r\n");
    expect(read(bundleWith({ "users.csv": padded }))).toEqual(read(goodBundle()));
    expect(read(bundleWith({ "roles.csv": roles.replace("2024-08-12,,s1", "2024-08-12,,s1,,") }))).toEqual(read(goodBundle()));
  });

  it("a row longer than the header is refused where it stands, and then nobody is taken for gone", () => {
    const files = bundleWith({ "users.csv": users.replace("Ana,Ruiz", "Ana,Ruiz,Jr") });
    expect(places(files)[0]).toBe("error users.csv:2 -");
    expect(read(files).endsAbsent).toBe(false);
    expect(messages(files)).not.toContain(canary);
  });

  it("a value far too long for a roster is refused where it stands, and control characters are no part of a name", () => {
    expect(places(bundleWith({ "users.csv": users.replace("Ana,Ruiz", `${"a".repeat(501)},Ruiz`) }))[0]).toBe("error users.csv:2 -");
    expect(personIn(bundleWith({ "users.csv": users.replace("Ana,Ruiz", '"An\u0000a\n Maria",Ruiz') }))).toMatchObject({
      givenName: "An a Maria",
    });
  });

  it("a row shorter than the header has empty cells at its end", () => {
    expect(
      personIn(
        bundleWith({
          "users.csv": csv(userHeader, "u1,,,TRUE,ana,Ana,Ruiz"),
          "roles.csv": csv(roleHeader, "r1,,,u1,primary,teacher,,,s1"),
        }),
      ),
    ).toMatchObject({ email: "" });
  });

  it("the line of a row is the one it begins on, after empty lines and values that span several", () => {
    const files = bundleWith({
      "users.csv": csv(userHeader, "", 'u1,,,TRUE,ana,"Ana\r\nMaria",Ruiz,not-an-address,s1,x', "u2,,,TRUE,ben,Ben,Okafor,neither,s1,x"),
      "roles.csv": csv(roleHeader, "r1,,,u1,primary,teacher,,,s1", "r2,,,u2,primary,teacher,,,s1"),
    });
    expect(places(files)).toEqual(["warning users.csv:3 email", "warning users.csv:5 email"]);
  });

  it("file names in any case, and a folder around them, are found", () => {
    const { "users.csv": u = "", ...rest } = goodBundle();
    expect(read({ ...rest, "Export 2026/USERS.CSV": u })).toEqual(read(goodBundle()));
  });

  it("wrong-case manifest modes mean what they say", () => {
    expect(read(bundleWith({ "manifest.csv": manifest.replaceAll("bulk", "BULK") }))).toEqual(read(goodBundle()));
    expect(read(bundleWith({ "manifest.csv": manifest.replace("file.users,bulk", "file.users,Delta") }))).toMatchObject({
      isDelta: true,
      endsAbsent: false,
    });
    expect(places(bundleWith({ "manifest.csv": manifest.replace("file.users,bulk", "file.users,partly") }))).toEqual([
      "warning manifest.csv:5 value",
    ]);
  });

  it("a file that the manifest says is absent is left out, and it is said", () => {
    const files = bundleWith({ "manifest.csv": manifest.replace("file.users,bulk", "file.users,absent") });
    expect(places(files)[0]).toBe("warning manifest.csv:5 value");
    expect(read(files).notApplied).toContain("users.csv");
  });

  it("without a manifest the version is guessed from roles.csv, and said", () => {
    expect(read(bundleWith({ "manifest.csv": undefined }))).toMatchObject({
      version: "1.2",
      diagnostics: [{ severity: "warning", file: "manifest.csv", line: 1 }],
    });
    expect(read(bundleWith({ "manifest.csv": undefined, "roles.csv": undefined }))).toMatchObject({ version: "1.1" });
  });

  it("numeric ids keep their leading zeros, and are found without them where only one fits", () => {
    const files = bundleWith({
      "orgs.csv": csv("sourcedId,name,type,parentSourcedId", "007,Lincoln Elementary,school,"),
      "users.csv": csv("sourcedId,givenName,familyName,email", "00012,Ana,Ruiz,ana@maple.example"),
      "roles.csv": csv(roleHeader, "r1,,,12,primary,teacher,,,7"),
    });
    expect(read(files)).toMatchObject({ diagnostics: [], people: [{ sourcedId: "00012", roles: [{ schoolSourcedId: "007" }] }] });
  });

  it("dates written the American way are read so, and said; what is no date is left out, and said", () => {
    const files = bundleWith({
      "roles.csv": roles
        .replace("2024-08-12", "1/05/2023")
        .replace("r2,,,u2,primary,principal,2020-08-10", "r2,,,u2,primary,principal,31/12/2020"),
    });
    expect(personIn(files)?.roles[0]).toMatchObject({ beginOn: "2023-01-05" });
    expect(personIn(files, "u2")?.roles[0]).not.toHaveProperty("beginOn");
    expect(places(files)).toEqual(["warning roles.csv:2 beginDate", "warning roles.csv:3 beginDate"]);
    expect(messages(files)).toContain("2023-01-05");
  });

  it("a role that ends before it begins loses its end, and it is said", () => {
    const files = bundleWith({ "roles.csv": roles.replace("2024-08-12,", "2024-08-12,2023-06-30") });
    expect(places(files)).toEqual(["warning roles.csv:2 endDate"]);
    expect(personIn(files)?.roles[0]).not.toHaveProperty("endOn");
  });

  it("a duplicate sourcedId is refused, naming the line of the first", () => {
    const files = bundleWith({
      "users.csv": users + csv("u1,,,TRUE,eve,Eve,Other,eve@maple.example,s1,x"),
      "orgs.csv": orgs + csv("s1,,,Other Elementary,school,,d1"),
    });
    expect(places(files)).toEqual(["error orgs.csv:5 sourcedId", "error users.csv:6 sourcedId"]);
    expect(messages(files)).toContain("stands on line 2 already");
    expect(personIn(files)).toMatchObject({ givenName: "Ana" });
  });

  it("one e-mail on two people is said at the second, whatever its case", () => {
    const files = bundleWith({ "users.csv": users.replace("ben@maple.example", "ANA@maple.example") });
    expect(places(files)).toEqual(["warning users.csv:3 email"]);
    expect(personIn(files, "u2")).toMatchObject({ isEmailShared: true });
  });

  it("roles of people or schools that are not there are errors where they stand", () => {
    const files = bundleWith({ "roles.csv": roles + csv("r5,,,u77,primary,teacher,,,s1", "r6,,,u2,secondary,teacher,,,s77") });
    expect(places(files)).toEqual(["error roles.csv:7 userSourcedId", "error roles.csv:8 orgSourcedId"]);
  });

  it("an organization whose parent is missing lands, and it is said", () => {
    const files = bundleWith({ "orgs.csv": orgs.replace("school,,d1", "school,,d77") });
    expect(places(files)).toEqual(["warning orgs.csv:3 parentSourcedId"]);
    expect(read(files).schools).toHaveLength(3);
  });

  it("a role at a department is a role at the school or office above it", () => {
    const files = bundleWith({
      "orgs.csv": orgs + csv("x1,,,Reading department,department,,s2"),
      "roles.csv": roles.replace("2024-08-12,,s1", "2024-08-12,,x1"),
    });
    expect(personIn(files)?.roles).toMatchObject([{ schoolSourcedId: "s2" }]);
  });

  it("a circle of parents ends", () => {
    const files = bundleWith({
      "orgs.csv": orgs + csv("x1,,,A,department,,x2", "x2,,,B,department,,x1"),
      "roles.csv": roles.replace("2024-08-12,,s1", "2024-08-12,,x1"),
    });
    expect(places(files)).toEqual(["error roles.csv:2 orgSourcedId"]);
  });

  it("files with a header alone, or without a usable row, apply nothing and say why", () => {
    expect(read(bundleWith({ "users.csv": csv(userHeader) })).notApplied).toContain("never ends everyone");
    expect(read(bundleWith({ "users.csv": "" })).notApplied).toContain("users.csv");
    expect(read(bundleWith({ "orgs.csv": csv("sourcedId,name,type") })).notApplied).toContain("orgs.csv");
    expect(read(bundleWith({ "users.csv": undefined })).notApplied).toContain("users.csv");
    expect(read(bundleWith({ "users.csv": csv(userHeader, ",,,,,,,,,") })).notApplied).toContain("users.csv");
  });

  it("rows marked as deleted, or inactive as version 1.0 had it, are gone", () => {
    for (const word of ["tobedeleted", "inactive", "ToBeDeleted"])
      expect(personIn(bundleWith({ "users.csv": users.replace("u1,,", `u1,${word},`) }))).toBeUndefined();
  });

  it("people without a name, an id or a role are errors where they stand, and nobody is named", () => {
    const files = bundleWith({
      "users.csv":
        users +
        csv(
          "u4,,,TRUE,dee,Dee,,dee@maple.example,s1,x",
          ",,,TRUE,eve,Eve,Noid,eve@maple.example,s1,x",
          "u6,,,TRUE,fay,Fay,Norole,fay@maple.example,s1,x",
        ),
      "roles.csv": roles + csv("r5,,,u4,primary,teacher,,,s1"),
    });
    expect(places(files)).toEqual(["error users.csv:7 sourcedId", "error users.csv:6 familyName", "error users.csv:8 sourcedId"]);
    expect(messages(files)).not.toMatch(/Dee|Eve|Fay|u4|u6|maple\.example/);
  });

  it("an address mail cannot be sent to is left out, and it is said", () => {
    expect(personIn(bundleWith({ "users.csv": users.replace("ana@maple.example", "ana at maple") }))).toMatchObject({ email: "" });
    expect(places(bundleWith({ "users.csv": users.replace("ana@maple.example", "ana at maple") }))).toEqual(["warning users.csv:2 email"]);
  });

  describe("a quotation mark that never closes", () => {
    const notClosed = { severity: "error", message: expect.stringMatching(/a quotation mark opens and never closes/) };

    it("is named first, at the row that opens it, and what follows from it in roles.csv is not", () => {
      // Before it a warning of orgs.csv; after it roles of people whom nobody could read.
      const bundle = read(
        bundleWith({ "orgs.csv": orgs.replace("school,,d1", "school,,d77"), "users.csv": users.replace("Ben,Okafor", '"Ben,Okafor') }),
      );
      expect(bundle.diagnostics[0]).toMatchObject({ ...notClosed, file: "users.csv", line: 3 });
      expect(bundle.diagnostics.map(({ file }) => file)).toEqual(["users.csv", "orgs.csv"]);
      expect(bundle).toMatchObject({ people: [], notApplied: "users.csv cannot be read from line 3 on, so nothing was changed." });
    });

    it.each([
      ["the first row", "users.csv", users.replace("Ana,Ruiz", '"Ana,Ruiz'), 2],
      ["the header", "users.csv", users.replace("sourcedId", '"sourcedId'), 1],
      ["a file that others name", "orgs.csv", orgs.replace("Lincoln", '"Lincoln'), 3],
      ["the roles", "roles.csv", roles.replace("r3,,", 'r3,",'), 4],
    ])("in %s is all that is said", (_, name, text, line) => {
      const bundle = read(bundleWith({ [name]: text }));
      expect(bundle.diagnostics).toEqual([expect.objectContaining({ ...notClosed, file: name, line })]);
      expect(bundle.notApplied).toContain(name);
    });
  });

  it("an organization of an unknown type is listed with its line, and one of another type of the standard is not", () => {
    const files = bundleWith({ "orgs.csv": orgs + csv("x1,,,Harbor Annex,skool,,d1", "x2,,,The State,State,,") });
    expect(places(files)).toEqual(["warning orgs.csv:5 type"]);
    expect(messages(files)).toContain('"skool" is not a type of organization we know');
    expect(read(files).schools).toHaveLength(3);
  });
});

describe("a school's level", () => {
  const level = (row: string, header = "sourcedId,name,type,parentSourcedId,metadata.level,metadata.grades") => {
    const bundle = read(bundleWith({ "orgs.csv": csv(header, row, "s1,Other Elementary,school,,,") }));
    return [bundle.schools[0]?.level, bundle.diagnostics.filter(({ file }) => file === "orgs.csv").length];
  };
  it.each([
    ["x,Harbor,school,,high,", "high"],
    ["x,Harbor,school,,Middle School,", "middle"],
    ['x,Harbor,school,,,"KG, 01,02,05"', "elementary"],
    ['x,Harbor,school,,,"06,07,08"', "middle"],
    ['x,Harbor,school,,,"09,10,11,12"', "high"],
    ["x,Highland Elementary,school,,,", "elementary"],
    ["x,High Point Middle School,school,,,", "middle"],
    ["x,Jefferson Junior High,school,,,", "middle"],
    ["x,Jefferson Senior High School,school,,,", "high"],
    ["x,Harbor High,school,,,", "high"],
    ["x,Anything,district,,,", "district"],
  ])("%s is %s", (row, expected) => {
    expect(level(row)).toEqual([expected, 0]);
  });

  it("that nothing tells is elementary, with a warning", () => {
    expect(level("x,Harbor Academy,school,,,")).toEqual(["elementary", 1]);
  });
});

describe("a zip", () => {
  const texts = { "manifest.csv": manifest, "orgs.csv": orgs, "users.csv": users, "roles.csv": roles };

  it("is read like its files, with a top folder and files that are none of our business", () => {
    const packed = Object.fromEntries(Object.entries(texts).map(([name, text]) => [`export/${name}`, text]));
    expect(readBundle({ zip: zip({ ...packed, "export/enrollments.csv": "x", "__MACOSX/export/._users.csv": "junk" }) })).toEqual(
      read(goodBundle()),
    );
  });

  it("that grows a thousandfold is refused", () => {
    const bomb = zip({ ...texts, "users.csv": "a".repeat(60_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(refusal(() => readBundle({ zip: bomb }))).toMatchObject({ code: "unsupported-file" });
  });

  it("is not unpacked beyond the files that are read", () => {
    expect(readBundle({ zip: zip({ ...texts, "enrollments.csv": "a".repeat(60_000_000) }) }).diagnostics).toEqual([]);
  });

  it("with more than forty entries, two files of one name, or broken off, is refused in plain words", () => {
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, i) => [`f${i}.csv`, "x"]));
    expect(refusal(() => readBundle({ zip: zip({ ...texts, ...many }) })).detail).toContain("more than 40 files");
    expect(refusal(() => readBundle({ zip: zip({ ...texts, "old/users.csv": users }) })).detail).toContain("two files called users.csv");
    expect(refusal(() => readBundle({ zip: zip(texts).slice(0, 400) })).code).toBe("unsupported-file");
    expect(refusal(() => readBundle({ zip: strToU8("not a zip at all") })).detail).toContain("not a zip");
  });
});

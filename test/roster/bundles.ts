/** A bundle as text: one line an array of cells, joined as the standard has it. */
export const csv = (...lines: string[]): string => lines.map((line) => `${line}\r\n`).join("");

export const manifest = csv(
  "propertyName,value",
  "manifest.version,1.0",
  "oneroster.version,1.2",
  "file.orgs,bulk",
  "file.users,bulk",
  "file.roles,bulk",
);

export const orgs = csv(
  "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
  "d1,,,Maple Valley Schools,district,,",
  "s1,,,Lincoln Elementary School,school,,d1",
  "s2,,,Harbor Middle School,school,,d1",
);

export const userHeader = "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,email,primaryOrgSourcedId,password";
export const roleHeader = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId";

/** What must never be found anywhere. */
export const canary = "canary-hunter2";

export const users = csv(
  userHeader,
  `u1,,,TRUE,ana,Ana,Ruiz,ana@maple.example,s1,${canary}`,
  `u2,,,TRUE,ben,Ben,Okafor,ben@maple.example,s1,${canary}`,
  `u3,,,TRUE,cho,Cho,Park,cho@maple.example,d1,${canary}`,
  `u9,,,TRUE,kid,Pat,Student,pat@maple.example,s1,${canary}`,
);

export const roles = csv(
  roleHeader,
  "r1,,,u1,primary,teacher,2024-08-12,,s1",
  "r2,,,u2,primary,principal,2020-08-10,,s1",
  "r3,,,u2,secondary,teacher,2020-08-10,,s2",
  "r4,,,u3,primary,systemAdministrator,,,d1",
  "r9,,,u9,primary,student,,,s1",
);

export type Files = Record<string, string | Uint8Array>;

/** A bundle in which nothing is wrong. */
export const goodBundle = (): Files => ({ "manifest.csv": manifest, "orgs.csv": orgs, "users.csv": users, "roles.csv": roles });

/** The same with some of its files replaced; undefined leaves one out. */
export function bundleWith(files: Record<string, string | Uint8Array | undefined>): Files {
  const all: Record<string, string | Uint8Array | undefined> = { ...goodBundle(), ...files };
  return Object.fromEntries(Object.entries(all).flatMap(([name, content]) => (content === undefined ? [] : [[name, content]])));
}

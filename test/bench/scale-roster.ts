/** How many schools and people, and how the people are spread: one school has very many, one exactly a hundred. */
export type Scale = { schools: number; staff: number; hot: number };

const csv = (header: string, rows: string[]): string => `${[header, ...rows].join("\r\n")}\r\n`;

export const hotSchool = "s0";
export const plainSchool = "s1";
export const leader = "u0";
export const administrator = "u1";

/** A district's roster as a student information system would export it. One in ten is a counselor, the rest teach. */
export function scaleRoster({ schools, staff, hot }: Scale): Record<string, string> {
  const schoolOf = (i: number): string => (i < hot ? hotSchool : i < hot + 100 ? plainSchool : `s${2 + (i % (schools - 2))}`);
  const everyone = Array.from({ length: staff }, (_, i) => i);
  const roleOf = (i: number): string =>
    i === 0 ? "ext:districtLeader" : i === 1 ? "systemAdministrator" : i % 10 === 2 ? "counselor" : "teacher";
  return {
    "manifest.csv": csv("propertyName,value", [
      "manifest.version,1.0",
      "oneroster.version,1.2",
      "file.orgs,bulk",
      "file.users,bulk",
      "file.roles,bulk",
    ]),
    "orgs.csv": csv("sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId,metadata.level", [
      "d,,,Wide Plains Schools,district,d,,district",
      ...Array.from(
        { length: schools },
        (_, i) => `s${i},,,School ${String(i).padStart(4, "0")},school,s${i},d,${["elementary", "middle", "high"][i % 3]}`,
      ),
    ]),
    "users.csv": csv(
      "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,email,primaryOrgSourcedId,metadata.hireDate",
      everyone.map((i) => `u${i},,,true,u${i},Given${i % 997},Family${i},u${i}@plains.example,${schoolOf(i)},2019-08-12`),
    ),
    "roles.csv": csv(
      "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId",
      everyone.map((i) => `r${i},,,u${i},primary,${roleOf(i)},2019-08-12,,${i < 2 ? "d" : schoolOf(i)}`),
    ),
  };
}

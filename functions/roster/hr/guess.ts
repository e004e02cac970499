import { editDistance } from "../../platform/edit-distance.ts";
import type { JobRole } from "../contract.ts";
import type { HrField, TitleMeaning } from "../mapping-contract.ts";
import { meaningOf } from "../one-roster/job-titles.ts";
import { dateIn, isEmail } from "../one-roster/values.ts";

/** Names that personnel systems give a column, in small letters and digits alone; the likeliest first. */
const headerWords: Record<HrField, readonly string[]> = {
  id: [
    "employeeid",
    "employeenumber",
    "employeeno",
    "empid",
    "empno",
    "empnum",
    "staffid",
    "staffnumber",
    "personid",
    "badgeid",
    "eid",
    "idnumber",
    "id",
  ],
  givenName: ["firstname", "givenname", "first", "fname", "preferredfirstname", "namefirst", "legalfirstname"],
  familyName: ["lastname", "familyname", "surname", "last", "lname", "namelast", "legallastname"],
  fullName: ["employeename", "fullname", "staffname", "displayname", "name", "employee"],
  email: ["workemail", "email", "emailaddress", "workemailaddress", "businessemail", "districtemail", "mail", "primaryemail", "emailwork"],
  title: [
    "jobtitle",
    "positiontitle",
    "title",
    "position",
    "positiondescription",
    "jobdescription",
    "jobdesc",
    "posdesc",
    "jobclass",
    "job",
    "assignment",
    "role",
    "jobcode",
  ],
  school: [
    "school",
    "schoolname",
    "location",
    "locationname",
    "building",
    "buildingname",
    "site",
    "sitename",
    "worklocation",
    "primarylocation",
    "campus",
    "bldg",
    "loc",
    "schoolcode",
    "locationcode",
    "sitecode",
    "department",
  ],
  hiredOn: ["hiredate", "dateofhire", "originalhiredate", "hired", "datehired", "startdate", "mostrecenthiredate", "doh", "begindate"],
  status: ["employmentstatus", "employeestatus", "status", "empstatus", "activestatus"],
};

/** A column that may hold a secret, or what is nobody's business here: it is neither shown nor offered. */
export function isPrivateHeader(header: string): boolean {
  return /pass(word|wd)|secret|\bpin\b|ssn|social|birth|\bdob\b|gender|\bsex\b|ethnic|race|salary|pay\b|\brate\b|bank|address(?!.*mail)(?!.*e-?mail)|phone|mobile|marital/i.test(
    header.replaceAll(/(?<=e-?mail\s*)address/gi, ""),
  );
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, "");

/** Finds what each field is by the headers' names, and what is still missing by what the values look like. */
export function guessColumns(columns: readonly { header: string; samples: readonly string[] }[]): Partial<Record<HrField, string>> {
  const open = columns.filter(({ header }) => !isPrivateHeader(header));
  const found: Partial<Record<HrField, string>> = {};
  const taken = new Set<string>();
  const take = (field: HrField, header: string | undefined): void => {
    if (header === undefined || found[field] !== undefined || taken.has(header)) return;
    found[field] = header;
    taken.add(header);
  };
  const fields = Object.keys(headerWords) as HrField[];
  for (const field of fields)
    for (const word of headerWords[field]) take(field, open.find(({ header }) => bare(header) === word && !taken.has(header))?.header);
  for (const field of fields) {
    const near = open.filter(
      ({ header }) => !taken.has(header) && headerWords[field].some((word) => word.length > 5 && editDistance(bare(header), word) === 1),
    );
    if (near.length === 1) take(field, near[0]?.header);
  }
  const byValue = (field: HrField, fits: (value: string) => boolean): void =>
    take(field, open.find(({ header, samples }) => !taken.has(header) && samples.length > 0 && samples.every(fits))?.header);
  byValue("email", isEmail);
  byValue("title", (value) => guessTitle(value) !== undefined);
  byValue("id", (value) => /^[A-Za-z]{0,3}\d{3,}$/.test(value));
  byValue("hiredOn", (value) => dateIn(value) !== undefined);
  if (found.givenName !== undefined && found.familyName !== undefined) delete found.fullName;
  return found;
}

/** What a job title most likely is, by the words in it; the first that fits counts. */
const titleWords: readonly (readonly [RegExp, JobRole])[] = [
  [/\b(superintendent|chief|district (director|leader)|director of|cao)\b/i, "districtLeader"],
  [/\b(mtss|pbis|instructional|literacy|math|reading|academic) ?(coach|coordinator|facilitator)|\bcoach\b/i, "coach"],
  [/\b(principal|dean of students|head of school|school (leader|administrator))\b|\basst\.? ?prin/i, "schoolAdministrator"],
  [/\bpsych(ologist)?\b/i, "psychologist"],
  [/\b(counsel(l)?or|social worker|guidance)\b/i, "counselor"],
  [
    /\b(para(pro(fessional)?|educator)?s?|aide|instructional (assistant|asst)|teach(er|ing)?('s)? (assistant|asst|aide)|ed(ucational)? (assistant|asst)|classroom (assistant|asst))\b/i,
    "paraprofessional",
  ],
  [/\b(interventionist|reading specialist|intervention)\b/i, "interventionist"],
  [/\b(sp\.? ?ed\.?|sped|special ed(ucation)?|resource (teacher|specialist)|ese|exceptional)\b/i, "specialEducator"],
  [/\b(data|assessment) (coordinator|manager|specialist|analyst)\b/i, "dataCoordinator"],
  [/\b(teacher|tchr|educator|instructor|substitute|sub tchr)\b/i, "teacher"],
];
const sports =
  /\b(football|basketball|soccer|track|baseball|softball|athletic|swim\w*|volleyball|wrestling|cheer|tennis|golf)\b.*\bcoach\b/i;
const otherWork =
  /\b(bus|driver|custodia|janitor|cook|food|cafeteria|nutrition|maintenance|mechanic|groundskeep|secretar|clerk|accountant|payroll|security|nurse|crossing)/i;

/** What a title means, if its words tell: one of our roles, or work that has no part in this. */
export function guessTitle(title: string): TitleMeaning | undefined {
  if (sports.test(title)) return "ignore";
  const exact = meaningOf(title);
  if (exact.kind === "job") return exact.role;
  const found = titleWords.find(([words]) => words.test(title))?.[1];
  return found ?? (otherWork.test(title) ? "ignore" : undefined);
}

/** Which school a value names: by its id, its name, its name without the usual endings, or with a letter or two amiss. */
export function guessSchool(value: string, schools: readonly { id: string; sourcedId: string; name: string }[]): string | undefined {
  const exact = schools.find(({ sourcedId, name }) => sourcedId === value || bare(name) === bare(value));
  if (exact) return exact.id;
  const digits = value.replace(/^0+/, "");
  const byNumber = /^\d+$/.test(value) ? schools.filter(({ sourcedId }) => sourcedId.replace(/^0+/, "") === digits) : [];
  if (byNumber.length === 1) return byNumber[0]?.id;
  const short = (name: string): string =>
    bare(name.replaceAll(/\b(school|sch|elementary|elem|el|es|middle|ms|junior|jr|high|hs|senior|sr|academy|center|ctr|the)\b\.?/gi, ""));
  const wanted = short(value);
  const alike = wanted === "" ? [] : schools.filter(({ name }) => short(name) === wanted);
  if (alike.length === 1) return alike[0]?.id;
  const near = schools.filter(({ name }) => bare(name).length > 8 && editDistance(bare(name), bare(value)) <= 2);
  return near.length === 1 ? near[0]?.id : undefined;
}

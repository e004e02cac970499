import { editDistance } from "../../platform/edit-distance.ts";

/** The columns that are read, by the name of the standard, with other names seen in the wild. No other column is ever read. */
export const columns = {
  manifest: { propertyName: [], value: [] },
  orgs: {
    sourcedId: [],
    status: [],
    dateLastModified: ["datalastmodified"],
    name: [],
    type: ["orgtype"],
    parentSourcedId: [],
    level: ["metadata.level", "ext_level", "metadata.schoollevel", "schoollevel"],
    grades: ["metadata.grades", "ext_grades", "metadata.gradelevels"],
  },
  users: {
    sourcedId: [],
    status: [],
    dateLastModified: ["datalastmodified"],
    givenName: ["firstname"],
    familyName: ["lastname"],
    email: ["emailaddress", "mail"],
    role: [],
    orgSourcedIds: ["orgsourcedid"],
    primaryOrgSourcedId: [],
    jobTitle: ["metadata.jobtitle", "ext_jobtitle", "metadata.title", "ext_title", "positiontitle", "metadata.positiontitle"],
    hireDate: ["metadata.hiredate", "ext_hiredate", "metadata.hiredon"],
  },
  roles: {
    status: [],
    dateLastModified: ["datalastmodified"],
    userSourcedId: [],
    roleType: [],
    role: [],
    beginDate: ["startdate"],
    endDate: [],
    orgSourcedId: ["orgsourcedids"],
    jobTitle: ["metadata.jobtitle", "ext_jobtitle", "metadata.title", "ext_title", "positiontitle", "metadata.positiontitle"],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>;

export type FileKind = keyof typeof columns;
export type ColumnOf<Kind extends FileKind> = keyof (typeof columns)[Kind] & string;

/** Without these a file says nothing. */
const requiredColumns: { [Kind in FileKind]: readonly ColumnOf<Kind>[] } = {
  manifest: ["propertyName", "value"],
  orgs: ["sourcedId", "name"],
  users: ["sourcedId", "givenName", "familyName"],
  roles: ["userSourcedId", "role", "orgSourcedId"],
};

/** Headers of the standard that are near enough to one that is read to be taken for it. */
const otherHeaders = new Set([
  "agentsourcedids",
  "userids",
  "username",
  "usermasteridentifier",
  "preferredgivenname",
  "preferredfamilyname",
  "middlename",
]);

export type Matched<Kind extends FileKind> = {
  /** For each header in order: the column it is, or undefined for one that is not read. */
  columns: (ColumnOf<Kind> | undefined)[];
  /** The file's own spelling of each column that was found. */
  headers: Partial<Record<ColumnOf<Kind>, string>>;
  misspelt: { header: string; column: ColumnOf<Kind> }[];
  missing: ColumnOf<Kind>[];
};

/**
 * Finds the columns among a file's headers: by name whatever its case, by another known name, or, for one still missing,
 * by the only header a letter or two away. A header about passwords is never one of them.
 */
export function matchColumns<Kind extends FileKind>(kind: Kind, headers: readonly string[]): Matched<Kind> {
  const known = columns[kind] as Record<ColumnOf<Kind>, readonly string[]>;
  const names = Object.keys(known) as ColumnOf<Kind>[];
  const keys = headers.map((header) => header.trim().toLowerCase());
  const found: (ColumnOf<Kind> | undefined)[] = headers.map(() => undefined);
  const misspelt: Matched<Kind>["misspelt"] = [];
  const take = (column: ColumnOf<Kind>, at: number): boolean => {
    if (at < 0 || found[at] !== undefined || found.includes(column)) return false;
    found[at] = column;
    return true;
  };
  for (const column of names) take(column, keys.indexOf(column.toLowerCase()));
  for (const column of names) for (const alias of known[column]) take(column, keys.indexOf(alias));
  for (const column of names) {
    if (found.includes(column)) continue;
    const near = keys.flatMap((key, at) => (found[at] === undefined && isNear(key, column.toLowerCase()) ? [at] : []));
    const [at = -1] = near;
    if (near.length === 1 && take(column, at)) misspelt.push({ header: headers[at] ?? "", column });
  }
  const spelling = Object.fromEntries(found.flatMap((column, at) => (column ? [[column, headers[at]?.trim()]] : [])));
  return {
    columns: found,
    headers: spelling as Matched<Kind>["headers"],
    misspelt,
    missing: requiredColumns[kind].filter((column) => !found.includes(column)),
  };
}

function isNear(header: string, column: string): boolean {
  if (otherHeaders.has(header) || header.includes("pass") || column.length < 4) return false;
  return editDistance(header, column) <= (column.length < 8 ? 1 : 2);
}

import type { HrField, HrMapping } from "./mapping-contract.ts";

/** What a column of a personnel file can be, by itself: a page that lists it need not load the schemas. */
export const hrFields = ["id", "givenName", "familyName", "fullName", "email", "title", "school", "hiredOn", "status"] as const;

/** The fields that no personnel file can do without, in the words of whoever must correct it. */
export function missingFields({ columns }: Pick<HrMapping, "columns">): HrField[] {
  const hasName = columns.fullName !== undefined || (columns.givenName !== undefined && columns.familyName !== undefined);
  const needed: HrField[] = ["title", "school"];
  return [
    ...(columns.id === undefined && columns.email === undefined ? (["id"] as const) : []),
    ...(hasName ? [] : (["familyName"] as const)),
    ...needed.filter((field) => columns[field] === undefined),
  ];
}

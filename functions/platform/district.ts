import * as z from "zod";
import { LocalDate } from "./dates.ts";
import { districtOf, partitionOf, record, type Versioned } from "./record.ts";
import type { Operation, Table } from "./table.ts";

/** A school year with the stretches, or single days, on which nobody works under contract and nothing falls due. */
export const SchoolYear = z.object({
  yearStartsOn: LocalDate,
  yearEndsOn: LocalDate,
  breaks: z.array(z.object({ name: z.string(), from: LocalDate, to: LocalDate })),
});
export type SchoolYear = z.infer<typeof SchoolYear>;

/** The contract calendar of a group of employees: one school year and, as they are entered, the others before and after it. */
export const SchoolCalendar = SchoolYear.extend({ otherYears: z.array(SchoolYear).optional() });
export type SchoolCalendar = z.infer<typeof SchoolCalendar>;

/** Employees who work on the same days. The district's own calendar is that of everyone in no group. */
export const EmployeeGroup = z.object({ id: z.string(), name: z.string(), calendar: SchoolCalendar });
export type EmployeeGroup = z.infer<typeof EmployeeGroup>;

/** The groups beside the district's own calendar, and which job role puts a person into which of them. */
export const EmployeeGroups = z.object({
  groups: z.array(EmployeeGroup),
  groupOfRole: z.record(z.string(), z.string()),
});
export type EmployeeGroups = z.infer<typeof EmployeeGroups>;

/** Who vouches for a district's people. `clientSecretName` names a secret; it is never one. */
const IdentityProvider = z.object({
  issuer: z.url(),
  clientId: z.string(),
  clientSecretName: z.string(),
  /** The claim by which a first sign-in finds its person on the roster. */
  match: z.enum(["verifiedEmail", "rosterId"]),
});

const Color = z.string().regex(/^#[0-9a-f]{6}$/, "must be written as #rrggbb, in small letters");

export const District = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** IANA time zone in which the district's dates are meant. */
  zone: z.string(),
  calendar: SchoolCalendar,
  employeeGroups: EmployeeGroups.optional(),
  identityProvider: IdentityProvider,
  /** In what colors its badges are drawn. */
  badgeColors: z.object({ ground: Color, accent: Color }).optional(),
});
export type District = z.infer<typeof District>;

export const districts = record({
  type: "district",
  kind: "fact",
  schema: District,
  address: () => ({ of: "", at: "META" }),
});

const DistrictName = z.object({ districtId: z.string(), slug: z.string(), name: z.string() });

/** The public list that the sign-in page offers: names alone. */
export const districtNames = record({
  type: "district-name",
  kind: "fact",
  scope: "global",
  schema: DistrictName,
  address: ({ slug }) => ({ of: "PUB#DISTRICTS", at: slug }),
});

const cacheMs = 10_000;
const caches = new WeakMap<Table, Map<string, { at: number; district: District & Versioned }>>();

/** A district's settings: as they are where they were changed, elsewhere at most ten seconds old. */
export async function loadDistrict(table: Table, districtId: string): Promise<(District & Versioned) | undefined> {
  let cache = caches.get(table);
  if (!cache) caches.set(table, (cache = new Map()));
  const cached = cache.get(districtId);
  if (cached && performance.now() - cached.at < cacheMs) return cached.district;
  const item = await table.get({ PK: partitionOf(districtId, ""), SK: "META" });
  if (!item) return undefined;
  const district = districts.parse(item);
  cache.set(districtId, { at: performance.now(), district });
  return district;
}

/** Called with what was written: settings that this process changed are read anew by its next request. */
export function forgetChangedDistrict(table: Table, written: readonly Operation[]): void {
  for (const operation of written) {
    if (!("put" in operation) || operation.put.type !== districts.type) continue;
    const districtId = districtOf(operation.put.PK);
    if (districtId !== undefined) caches.get(table)?.delete(districtId);
  }
}

/** Every district by name, for the sign-in page and for the schedule. */
export async function listDistricts(table: Table): Promise<z.infer<typeof DistrictName>[]> {
  const { items } = await table.query("PUB#DISTRICTS");
  return items.map((item) => districtNames.parse(item));
}

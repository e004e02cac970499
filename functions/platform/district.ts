import * as z from "zod";
import { LocalDate } from "./dates.ts";
import { partitionOf, record, type Versioned } from "./record.ts";
import type { Table } from "./table.ts";

/** A school year with the stretches in which nothing falls due. */
export const SchoolCalendar = z.object({
  yearStartsOn: LocalDate,
  yearEndsOn: LocalDate,
  breaks: z.array(z.object({ name: z.string(), from: LocalDate, to: LocalDate })),
});
export type SchoolCalendar = z.infer<typeof SchoolCalendar>;

/** Who vouches for a district's people. `clientSecretName` names a secret; it is never one. */
const IdentityProvider = z.object({
  issuer: z.url(),
  clientId: z.string(),
  clientSecretName: z.string(),
  /** The claim by which a first sign-in finds its person on the roster. */
  match: z.enum(["verifiedEmail", "rosterId"]),
});

export const District = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** IANA time zone in which the district's dates are meant. */
  zone: z.string(),
  calendar: SchoolCalendar,
  identityProvider: IdentityProvider,
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

const cacheMs = 60_000;
const caches = new WeakMap<Table, Map<string, { at: number; district: District & Versioned }>>();

/** A district's settings, at most a minute old. */
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

/** Every district by name, for the sign-in page and for the schedule. */
export async function listDistricts(table: Table): Promise<z.infer<typeof DistrictName>[]> {
  const { items } = await table.query("PUB#DISTRICTS");
  return items.map((item) => districtNames.parse(item));
}

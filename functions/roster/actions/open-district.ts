import { isDeepStrictEqual } from "node:util";
import { commit } from "../../platform/commit.ts";
import { type District, districtNames, districts } from "../../platform/district.ts";
import { AppError, type FieldError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { GuardFailed } from "../../platform/table.ts";

/**
 * Opens a district: its settings and its line in the public list of names, together. Opening it again as it is changes
 * nothing; a short name that another district has is a `conflict`.
 */
export async function openDistrict(ctx: Granted<"roster:write">, district: District): Promise<District> {
  if (district.id !== ctx.district.id) throw new Error(`${district.id} cannot be opened from ${ctx.district.id}`);
  const fields = problemsOf(district);
  if (fields.length > 0)
    throw new AppError("invalid-input", "Correct the settings that are named. The district was not opened.", { fields });
  const existing = await ctx.table.get(districts, { of: "", at: "META" });
  if (existing) {
    const { version: _, ...settings } = existing;
    if (isDeepStrictEqual(settings, district)) return district;
    throw new AppError("conflict", `${existing.name} is open already, with other settings. They are changed, not opened again.`);
  }
  const { id, slug, name } = district;
  try {
    return await commit(ctx, {
      action: "district.opened",
      subject: `district:${id}`,
      writes: [districts.put({ ...district, version: 0 }), districtNames.put({ version: 0, districtId: id, slug, name })],
      after: district,
      result: district,
    });
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
    throw new AppError("conflict", `The short name "${slug}" belongs to another district. Choose another.`);
  }
}

function problemsOf({ slug, zone, calendar }: District): FieldError[] {
  const fields: FieldError[] = [];
  if (!/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(slug))
    fields.push({ path: "slug", message: "Use up to 40 small letters, digits and hyphens; it stands in addresses." });
  if (!isZone(zone)) fields.push({ path: "zone", message: 'Use the name of a time zone, like "America/New_York".' });
  if (calendar.yearEndsOn <= calendar.yearStartsOn)
    fields.push({ path: "calendar.yearEndsOn", message: "The school year must end after it starts." });
  for (const [i, { name, from, to }] of calendar.breaks.entries())
    if (to < from) fields.push({ path: `calendar.breaks.${i}.to`, message: `${name} must end on or after the day it begins.` });
  return fields;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

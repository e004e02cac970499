import { expect } from "vitest";
import { sources } from "../../functions/assignment/records.ts";
import { certificates, publicCertificates } from "../../functions/certification/records.ts";
import { checkRows, type Found } from "../../functions/check/check-table.ts";
import { enrollments } from "../../functions/learning/records.ts";
import { commit } from "../../functions/platform/commit.ts";
import { type Context, createContext } from "../../functions/platform/context.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { type District, districtNames, districts } from "../../functions/platform/district.ts";
import { grant, type Granted } from "../../functions/platform/grant.ts";
import type { RecordWrite } from "../../functions/platform/record.ts";
import type { Item } from "../../functions/platform/table.ts";
import {
  emailClaims,
  emailHash,
  members,
  type School,
  schools,
  type Staff,
  staffPartition,
  staffRecords,
} from "../../functions/roster/records.ts";
import { endedOn, membershipsOf } from "../../functions/roster/rules.ts";
import { openDistrict, type Person, person, roleAt } from "../engagement/small-district.ts";
import type { AnyStore } from "../support/store.ts";

/** Those whom facts name and of whom nothing else is told: they have left, and count nowhere. */
const named = ["stf_coach", "stf_lead"].map((id) => person(id, [roleAt("sch_1")], { status: "left" }));

function setup(store: AnyStore, district: District): Granted<"roster:write"> {
  const ctx = createContext(store.services, { actor: { kind: "job", name: "setup" }, district, requestId: "facts" });
  return grant(ctx, "roster:write", { kind: "district" });
}

/** A district of one's own, opened with its audit row. */
export async function openWellDistrict(store: AnyStore, more: Partial<District> = {}): Promise<District> {
  const district = await openDistrict(store, more);
  await vouchFor(store, district);
  return district;
}

/** Gives a district that a store began with the audit row of its opening. */
export async function vouchFor(store: AnyStore, district: District): Promise<void> {
  const { id, slug, name } = district;
  const writes = [districts.overwrite(district), districtNames.overwrite({ districtId: id, slug, name })];
  await commit(setup(store, district), { action: "district.opened", subject: `district:${id}`, writes, result: null });
}

/**
 * Enters facts as they stand, whatever was there before, with all that the product would have written beside them: the
 * audit, the schools' lists, claims to addresses, the public rows of certificates. The self-check finds nothing in them.
 */
export async function enterFacts(store: AnyStore, district: District, facts: { schools?: School[]; people?: Person[] }): Promise<void> {
  const ctx = setup(store, district);
  const writes: RecordWrite<"fact">[] = (facts.schools ?? []).map((one) => schools.overwrite(one));
  const people = facts.people ?? [];
  const others = facts.schools ? named.filter(({ staff }) => !people.some((one) => one.staff.id === staff.id)) : [];
  for (const { staff: given, sources: lines, enrollments: begun, certificates: held } of [...people, ...others]) {
    // Whoever has left has no job that goes on.
    const staff = given.status === "left" ? endedOn(given, addDays(ctx.today, -1)) : given;
    const before = await ctx.table.get(staffRecords, { of: staffPartition(staff.id), at: "PROFILE" });
    const here = membershipsOf(staff, ctx.today);
    for (const { schoolId } of before ? membershipsOf(before, ctx.today) : []) {
      const row = await ctx.table.get(members, { of: `S#${schoolId}`, at: `MEMBER#${staff.id}` });
      if (row && !here.some((one) => one.schoolId === schoolId)) writes.push(members.remove(row));
    }
    writes.push(
      staffRecords.overwrite(staff),
      ...(await claimOf(ctx, staff)),
      ...here.map((one) => members.overwrite(one)),
      ...lines.map((one) => sources.overwrite(one)),
      ...begun.map((one) => enrollments.overwrite(one)),
      ...held.flatMap((one) => [
        certificates.overwrite(one),
        publicCertificates.overwrite({ ...one, districtName: district.name, zone: district.zone }),
      ]),
    );
  }
  for (let i = 0; i < writes.length; i += 90)
    await commit(ctx, { action: "facts.entered", subject: "test", writes: writes.slice(i, i + 90), result: null });
}

/** Whoever leaves lets go of their address. */
async function claimOf(ctx: Context, staff: Staff): Promise<RecordWrite<"fact">[]> {
  const claim = { emailHash: emailHash(staff.email), staffId: staff.id };
  if (staff.status !== "left") return [emailClaims.overwrite(claim)];
  const held = await ctx.table.get(emailClaims, { of: `EMAIL#${claim.emailHash}`, at: "U" });
  return held ? [emailClaims.remove(held)] : [];
}

/** A district's rows as a check sees them: with its line in the list of districts. */
export async function rowsIn(store: AnyStore, district: District, known?: readonly Item[]): Promise<Item[]> {
  const name = await store.table.get({ PK: "PUB#DISTRICTS", SK: district.slug });
  return [...(known ?? (await store.rows(district))), ...(name ? [name] : [])];
}

/** What the self-check finds in a district's rows as they are, or as they might be. */
export async function findingsIn(store: AnyStore, district: District, rows?: readonly Item[]): Promise<Found[]> {
  const looked = rows ?? (await rowsIn(store, district));
  // Where engagement's reactions alone run, nobody makes badges, and none is missed.
  const hasBadges = looked.some(({ type }) => type === "badge");
  return (await checkRows(store.services, looked)).filter(({ kind }) => hasBadges || kind !== "badgeDiffers");
}

/** Everything in the district is as the facts have it, and every fact has its audit row (I2 to I6); `known` are its rows, read already. */
export async function expectWell(store: AnyStore, district: District, known?: readonly Item[]): Promise<void> {
  expect(await findingsIn(store, district, await rowsIn(store, district, known))).toEqual([]);
}

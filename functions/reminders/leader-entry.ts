import type { DistrictChange, Rate, SchoolRate, SupportReason } from "../engagement/contract.ts";
import { readDistrictChange } from "../engagement/read-district-change.ts";
import { readDistrictPage } from "../engagement/read-district-page.ts";
import { readSchoolPage } from "../engagement/read-school-page.ts";
import { countOpenSeats } from "../engagement/read-teams.ts";
import { fewestPeople } from "../engagement/suppression.ts";
import type { Context } from "../platform/context.ts";
import { AppError } from "../platform/errors.ts";
import { grant } from "../platform/grant.ts";
import { accessOn, fullName } from "../roster/rules.ts";
import { wholeDistrict } from "./kinds/leader-digest.ts";
import type { PersonNow } from "./kinds/kind.ts";

/** How a school or the district stands, for the mail to whoever leads it. */
export type LeaderEntry = {
  kind: "leaderDigest";
  /** The school or the district, by name. */
  place: string;
  path: string;
  transfer: SchoolRate;
  /** Practice that waits for a review; left out where the figure it stands beside is. */
  inReview: number | undefined;
  /** Whom to support first and why; of a school's own mail the school itself, without a name. */
  support: { school?: string; reasons: SupportReason[] }[];
  /** Required seats of teams that nobody covers. */
  openSeats: number;
  change: Pick<DistrictChange, "verdict" | "since"> | undefined;
};

/**
 * What the leader of a place is told of it, from what their page shows and with their own permission: what they may not
 * open is not read. A school takes three reads; the district six, of which three are for the change.
 */
export async function leaderEntry(ctx: Context, { staff }: PersonNow, place: string): Promise<LeaderEntry | undefined> {
  const grants = accessOn(staff, ctx.today);
  const reader: Context = { ...ctx, actor: { kind: "person", staffId: staff.id, name: fullName(staff), grants } };
  try {
    const entry = place === wholeDistrict ? await districtEntry(reader) : await schoolEntry(reader, place);
    return isSilent(entry) ? undefined : entry;
  } catch (error) {
    // A school of which there are no figures yet, or that is not theirs any more.
    if (error instanceof AppError && (error.code === "not-found" || error.code === "not-allowed")) return undefined;
    throw error;
  }
}

/** Nothing was due, nothing waits, no seat is open and nobody needs support: that is no mail. */
function isSilent({ transfer, inReview, support, openSeats }: LeaderEntry): boolean {
  return !transfer.isHidden && transfer.percent === undefined && !inReview && support.length === 0 && openSeats === 0;
}

async function districtEntry(reader: Context): Promise<LeaderEntry> {
  const granted = grant(reader, "engagement:district", { kind: "district" });
  const filter = { metric: "transfer" as const };
  const [page, change, openSeats] = await Promise.all([
    readDistrictPage(granted, filter),
    readDistrictChange(granted, filter),
    countOpenSeats(grant(reader, "team:read", { kind: "district" })),
  ]);
  const { transfer } = page.metrics;
  return {
    kind: "leaderDigest",
    place: page.districtName,
    path: "/district",
    transfer,
    inReview: transfer.isHidden ? undefined : page.inReview,
    support: page.support.map(({ name: school, reasons }) => ({ school, reasons })),
    openSeats,
    change: { verdict: change.verdict, ...(change.since && { since: change.since }) },
  };
}

/**
 * A school's leader sees on the page how even three people stand; a mail is passed on more easily than a page, so here a
 * figure about fewer than five is left out.
 */
async function schoolEntry(reader: Context, schoolId: string): Promise<LeaderEntry> {
  const school = { kind: "school", schoolId } as const;
  const [page, openSeats] = await Promise.all([
    readSchoolPage(grant(reader, "engagement:read", school), schoolId, { metric: "transfer" }),
    countOpenSeats(grant(reader, "team:read", school), schoolId),
  ]);
  const { transfer, current } = page.metrics;
  const isAnyoneDue = current.denominator > 0;
  const isFew = page.activeStaff < fewestPeople || (isAnyoneDue && current.denominator < fewestPeople);
  const reasons = isFew ? [] : page.support.filter((reason) => reason.kind === "roleGap" || hasEnough(reason.rate));
  return {
    kind: "leaderDigest",
    place: page.school.name,
    path: `/school/${schoolId}`,
    transfer: isFew && isAnyoneDue ? { isHidden: true } : { isHidden: false, ...transfer },
    inReview: isFew ? undefined : page.inReview,
    support: reasons.length > 0 ? [{ reasons }] : [],
    openSeats,
    change: undefined,
  };
}

const hasEnough = (rate: SchoolRate | Rate): boolean => "denominator" in rate && rate.denominator >= fewestPeople;

import { decisionsFrom } from "../assignment/queries.ts";
import { daysOf } from "../badges/outside-claims.ts";
import { listOutsideBadges } from "../badges/outside-queries.ts";
import { type OutsideBadge, outsideBadgeAddress } from "../badges/outside-records.ts";
import { heldElsewhereFrom } from "../certification/elsewhere-queries.ts";
import type { Context } from "../platform/context.ts";
import type { Item } from "../platform/table.ts";
import type { Finding } from "./contract.ts";

const ignore = (): void => undefined;
type Counting = { badgeId?: string | undefined; of: string; until?: string | undefined; revoked?: unknown };

/**
 * What counts because of badges of other issuers is what was decided about them: an accepted badge has all that follows from it, until
 * the day that was decided; one that is not accepted has nothing that still counts. What someone took back by hand stays taken back.
 */
export async function checkOutsideBadges(ctx: Context, staffId: string, items: Item[]): Promise<Finding[]> {
  const badges = await listOutsideBadges(ctx, staffId);
  const counting: Counting[] = [
    ...decisionsFrom(items, ignore).equivalencies.map(({ moduleId, ...one }) => ({ ...one, of: `module ${moduleId}` })),
    ...heldElsewhereFrom(items, ignore).map(({ certificationId, ...one }) => ({ ...one, of: `certificate ${certificationId}` })),
  ].filter(({ badgeId }) => badgeId !== undefined);
  const ids = new Set([...badges.map(({ id }) => id), ...counting.flatMap(({ badgeId }) => badgeId ?? [])]);
  return [...ids].flatMap((id): Finding[] => {
    const badge = badges.find((one) => one.id === id);
    const wanted = badge ? decidedOf(badge, ctx.district.zone) : [];
    const there = counting.filter(({ badgeId }) => badgeId === id);
    const missing = wanted.filter(({ of }) => !there.some((one) => one.of === of)).map(inWords);
    const extra = there.filter((one) => one.revoked === undefined && !wanted.some((other) => inWords(other) === inWords(one))).map(inWords);
    if (missing.length === 0 && extra.length === 0) return [];
    const { of, at } = outsideBadgeAddress(staffId, id);
    const expected = badge
      ? wanted.map(inWords).join("; ") || `nothing that counts by a badge that is ${badge.state}`
      : "the badge that it counts by";
    return [
      {
        kind: "outsideBadgeDiffers",
        row: `${of} / ${at}`,
        expected,
        found:
          there
            .filter(({ revoked }) => revoked === undefined)
            .map(inWords)
            .join("; ") || "nothing",
      },
    ];
  });
}

function decidedOf(badge: OutsideBadge, zone: string): Counting[] {
  if (badge.state !== "accepted" || !badge.decision) return [];
  const { moduleIds, certificationIds, until } = badge.decision;
  const { lastDay } = daysOf(badge, zone);
  const [held] = [until, lastDay].filter((day) => day !== undefined).toSorted();
  return [
    ...moduleIds.map((id) => ({ of: `module ${id}`, until })),
    ...certificationIds.map((id) => ({ of: `certificate ${id}`, until: held })),
  ];
}

const inWords = ({ of, until }: Counting): string => (until === undefined ? of : `${of} until ${until}`);

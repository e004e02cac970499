import { type Context, signedInStaffId } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { Granted } from "../platform/grant.ts";
import type { Versioned } from "../platform/record.ts";
import { ownIds } from "../roster/read-merges.ts";
import { againOn, latestOf } from "./calibration-rules.ts";
import type { SamplePage, Samples } from "./calibration-contract.ts";
import { type CalibrationRating, calibrationRatings } from "./records.ts";
import { samplesIn } from "./samples.ts";

/** A person's ratings, as they are stored. */
export function listRatings(ctx: Context, staffId: string): Promise<(CalibrationRating & Versioned)[]> {
  return ctx.table.list(calibrationRatings, `U#${staffId}`, { prefix: "CALIB#" });
}

/** The samples on which a person was compared with another, the latest first, as the reviewers of an application read it. */
export async function listComparedRatings(ctx: Context, staffId: string) {
  const titles = new Map(samplesIn(ctx.language).map(({ id, title }) => [id, title]));
  const [all, own] = await Promise.all([listRatings(ctx, staffId), ownIds(ctx, staffId)]);
  return all
    .toSorted((a, b) => b.ratedAt.localeCompare(a.ratedAt))
    .flatMap(({ id, sampleId, agreement }) =>
      agreement && !own.includes(agreement.withId)
        ? [{ id, title: titles.get(sampleId) ?? sampleId, percent: agreement.percent, withName: agreement.withName, on: agreement.on }]
        : [],
    );
}

/** Every sample, and where the signed-in person stands with it. */
export async function readSamples(ctx: Granted<"calibration:rate">): Promise<Samples> {
  const all = await listRatings(ctx, signedInStaffId(ctx));
  return {
    samples: samplesIn(ctx.language).map(({ id, title }) => {
      const mine = latestOf(all, id);
      if (!mine) return { id, title, state: "open" };
      const { agreement } = mine;
      const shown = { id, title, againOn: againOn(mine) };
      if (!agreement) return { ...shown, state: "waiting" };
      return { ...shown, state: "compared", percent: agreement.percent, withName: agreement.withName };
    }),
  };
}

/** One sample with what the signed-in person chose, and what another did once they were compared; before that, nothing of another's. */
export async function readSample(ctx: Granted<"calibration:rate">, sampleId: string): Promise<SamplePage> {
  const sample = samplesIn(ctx.language).find(({ id }) => id === sampleId);
  if (!sample) throw notFound("sample");
  return samplePage(ctx, sample, latestOf(await listRatings(ctx, signedInStaffId(ctx)), sampleId));
}

/** The page of a sample for someone whose last rating of it is known. */
export function samplePage(
  { today }: Pick<Context, "today">,
  sample: Pick<SamplePage, "id" | "title" | "asked" | "text" | "criteria">,
  mine: CalibrationRating | undefined,
): SamplePage {
  if (!mine) return { ...sample, mayRate: true };
  const { ratedOn, levels, reason, agreement } = mine;
  return {
    ...sample,
    mayRate: today >= againOn(mine),
    againOn: againOn(mine),
    mine: { ratedOn, levels, reason },
    ...(agreement && {
      comparison: { withName: agreement.withName, percent: agreement.percent, levels: agreement.levels, reason: agreement.reason },
    }),
  };
}

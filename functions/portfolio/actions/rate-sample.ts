import { commit, retryOnConflict } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Language } from "../../platform/language.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { RecordWrite, Versioned } from "../../platform/record.ts";
import { findStaff, readStaff } from "../../roster/queries.ts";
import { ownIds } from "../../roster/read-merges.ts";
import { fullName, isWorking } from "../../roster/rules.ts";
import type { RatingInput, SamplePage } from "../calibration-contract.ts";
import { againOn, agreementOf, latestOf, ratingProblems } from "../calibration-rules.ts";
import { portfolioMail } from "../mail-words.ts";
import { listRatings, samplePage } from "../read-calibration.ts";
import { type CalibrationRating, calibrationRatings, calibrationTurnAddress, calibrationTurns, type RatingPlace } from "../records.ts";
import { samplesIn } from "../samples.ts";

type Sample = ReturnType<typeof samplesIn>[number];
type Stored = CalibrationRating & Versioned;

/**
 * Rates a sample, and compares it with another's rating where there is one: with one that waits for it, else with the last.
 * Nobody is compared with themselves. Two who rate at once are compared, because both take the sample's turn.
 */
export async function rateSample(
  ctx: Granted<"calibration:rate">,
  { sampleId, ...input }: RatingInput & { sampleId: string },
): Promise<SamplePage> {
  const staffId = signedInStaffId(ctx);
  const sample = samplesIn(ctx.language).find(({ id }) => id === sampleId);
  if (!sample) throw notFound("sample");
  const criteria = sample.criteria.map(({ id }) => id);
  const fields = ratingProblems(criteria, input);
  if (fields.length > 0) throw new AppError("invalid-input", "Complete the rating and send it again. Nothing was saved.", { fields });
  const staffName = fullName(await readStaff(ctx, staffId));
  return retryOnConflict(async () => {
    const before = latestOf(await listRatings(ctx, staffId), sampleId);
    if (before && ctx.today < againOn(before))
      throw new AppError("not-ready", "You have rated this sample. Half a year later you can rate it again; rate another one meanwhile.");
    const rating = {
      id: ctx.newId("cal"),
      staffId,
      staffName,
      sampleId,
      ...input,
      ratedAt: ctx.now.toISOString(),
      ratedOn: ctx.today,
    };
    return save(ctx, sample, rating);
  });
}

async function save(ctx: Granted<"calibration:rate">, sample: Sample, rating: CalibrationRating): Promise<SamplePage> {
  const { sampleId, staffId } = rating;
  const turn = await ctx.table.get(calibrationTurns, calibrationTurnAddress(sampleId));
  const own = await ownIds(ctx, staffId);
  const partner = (await find(ctx, turn?.waiting, own)) ?? (await find(ctx, turn?.last, own));
  const place = { staffId, ratingId: rating.id };
  const percent =
    partner &&
    agreementOf(
      sample.criteria.map(({ id }) => id),
      rating.levels,
      partner.levels,
    );
  const mine = partner && percent !== undefined ? { ...rating, agreement: { ...wordOf(partner), percent, on: ctx.today } } : rating;
  const writes: RecordWrite<"fact">[] = [
    calibrationRatings.put({ ...mine, version: 0 }),
    calibrationTurns.put({ version: turn?.version ?? 0, sampleId, last: place, ...(!partner && { waiting: place }) }),
  ];
  // Whoever was compared before keeps that; whoever waited has it now, and hears of it.
  if (partner && percent !== undefined && !partner.agreement) {
    writes.push(calibrationRatings.put({ ...partner, agreement: { ...wordOf(rating), percent, on: ctx.today } }));
    writes.push(...(await tell(ctx, sample, partner, rating)));
  }
  return commit(ctx, {
    action: "sample.rated",
    subject: `staff:${staffId}`,
    writes,
    after: { ratingId: rating.id, sampleId, ...(percent !== undefined && { percent }) },
    result: samplePage(ctx, sample, mine),
  });
}

const wordOf = ({ staffId, staffName, levels, reason }: CalibrationRating) => ({ withId: staffId, withName: staffName, levels, reason });

/** A rating at its place, or with the account that its own was merged into; never one's own. */
async function find(ctx: Granted<"calibration:rate">, place: RatingPlace | undefined, own: readonly string[]): Promise<Stored | undefined> {
  if (!place) return undefined;
  const at = `CALIB#${place.ratingId}`;
  const found = await ctx.table.get(calibrationRatings, { of: `U#${place.staffId}`, at });
  const keptId = found ? undefined : (await findStaff(ctx, place.staffId))?.mergedInto;
  const rating = found ?? (keptId === undefined ? undefined : await ctx.table.get(calibrationRatings, { of: `U#${keptId}`, at }));
  return rating && own.includes(rating.staffId) ? undefined : rating;
}

async function tell(ctx: Granted<"calibration:rate">, { id }: Sample, partner: CalibrationRating, { staffName }: CalibrationRating) {
  const staff = await findStaff(ctx, partner.staffId);
  if (!staff || !isWorking(staff, ctx.today)) return [];
  const title = (language: Language) => samplesIn(language).find((one) => one.id === id)?.title ?? id;
  return [
    enqueue(ctx, {
      key: `sample-compared:${partner.id}`,
      staffId: staff.id,
      toName: fullName(staff),
      toEmail: staff.email,
      says: portfolioMail.sampleCompared({
        givenName: staff.givenName,
        other: staffName,
        titles: { en: title("en"), es: title("es") },
        address: `${ctx.origin}/portfolio/calibration/${id}`,
      }),
    }),
  ];
}

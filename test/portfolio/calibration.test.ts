import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RubricLevel } from "../../functions/learning/contract.ts";
import { messages } from "../../functions/platform/outbox.ts";
import { rateSample } from "../../functions/portfolio/actions/rate-sample.ts";
import { agreementOf } from "../../functions/portfolio/calibration-rules.ts";
import { portfolioFrom } from "../../functions/portfolio/queries.ts";
import { readSample, readSamples } from "../../functions/portfolio/read-calibration.ts";
import { samplesIn } from "../../functions/portfolio/samples.ts";
import { openPortfolioWorld } from "./world.ts";

let world: Awaited<ReturnType<typeof openPortfolioWorld>>;
beforeEach(async () => (world = await openPortfolioWorld()));
afterEach(() => world.close());

const [sample] = samplesIn("en");
const sampleId = sample?.id ?? "";
const criteria = (sample?.criteria ?? []).map(({ id }) => id);
const allAt = (level: RubricLevel) => Object.fromEntries(criteria.map((id) => [id, level]));
const rater = (staffId: string) => world.as("calibration:rate", { staffId });
const rate = (staffId: string, levels = allAt("meets"), id = sampleId) =>
  rateSample(rater(staffId), { sampleId: id, levels, reason: `Because of what ${staffId} read.` });
const counted = async (staffId: string) => portfolioFrom(staffId, await world.reader().table.collection(`U#${staffId}`)).calibrations;

describe("the samples", () => {
  it("are at least three, each rated on five criteria, whole in both languages, and told in other words in each", () => {
    const [english, spanish] = [samplesIn("en"), samplesIn("es")];
    expect(english.length).toBeGreaterThanOrEqual(3);
    expect(new Set(english.map(({ id }) => id)).size).toBe(english.length);
    for (const [i, one] of english.entries()) {
      expect(one.criteria).toHaveLength(5);
      expect(one.text.length).toBeGreaterThanOrEqual(3);
      const sentences = (of: typeof one) => [
        of.title,
        of.asked,
        ...of.text,
        ...of.criteria.flatMap(({ id: _, ...said }) => Object.values(said)),
      ];
      const other = sentences(spanish[i]!);
      expect(sentences(one).filter((said, n) => said === other[n] || !other[n])).toEqual([]);
    }
  });

  it("agree from none to all, alike for both", () => {
    const levels = fc.tuple(...criteria.map(() => fc.constantFrom<RubricLevel>("notYet", "developing", "meets", "exemplary")));
    fc.assert(
      fc.property(levels, levels, (a, b) => {
        const [mine, theirs] = [a, b].map((chosen) => Object.fromEntries(criteria.map((id, i) => [id, chosen[i]!])));
        const percent = agreementOf(criteria, mine!, theirs!);
        expect(percent).toBe(agreementOf(criteria, theirs!, mine!));
        expect(percent).toBe(20 * a.filter((level, i) => level === b[i]).length);
      }),
    );
  });
});

describe("rating a sample", () => {
  it("shows nothing of another's rating before one's own, and both to both once two have rated", async () => {
    await rate("stf_coach", { ...allAt("meets"), [criteria[0] ?? ""]: "developing" });
    expect(JSON.stringify(await readSample(rater("stf_teacher"), sampleId))).not.toContain("stf_coach");
    expect(await readSamples(rater("stf_teacher"))).toMatchObject({
      samples: expect.arrayContaining([{ id: sampleId, title: sample?.title, state: "open" }]),
    });
    expect((await readSample(rater("stf_coach"), sampleId)).comparison).toBeUndefined();
    const mine = await rate("stf_teacher");
    expect(mine.comparison).toMatchObject({ withName: "Rosa Vega-stf_coach", percent: 80, reason: "Because of what stf_coach read." });
    expect((await readSample(rater("stf_coach"), sampleId)).comparison).toMatchObject({
      withName: "Rosa Vega-stf_teacher",
      percent: 80,
      levels: allAt("meets"),
    });
    expect(await counted("stf_teacher")).toEqual([{ sampleId, on: "2026-11-02", percent: 80 }]);
    expect(await counted("stf_coach")).toEqual([{ sampleId, on: "2026-11-02", percent: 80 }]);
    const told = await world.reader().table.list(messages, "OUTU#stf_coach", { index: "index2" });
    expect(told.map(({ subject }) => subject)).toEqual([`A second rating is there: ${sample?.title}`]);
  });

  it("compares a third with the last, and leaves what stood between the first two", async () => {
    await rate("stf_coach");
    await rate("stf_teacher");
    const before = await counted("stf_teacher");
    const third = await rate("stf_other", allAt("notYet"));
    expect(third.comparison).toMatchObject({ withName: "Rosa Vega-stf_teacher", percent: 0 });
    expect(await counted("stf_teacher")).toEqual(before);
    expect((await rate("stf_leader", allAt("notYet"))).comparison).toMatchObject({ withName: "Rosa Vega-stf_other", percent: 100 });
  });

  it("compares two who rate at the same moment", async () => {
    await Promise.all([rate("stf_coach"), rate("stf_teacher")]);
    expect(await counted("stf_coach")).toHaveLength(1);
    expect(await counted("stf_teacher")).toHaveLength(1);
  });

  it("is done once in half a year, never compared with oneself, and needs every criterion and a reason", async () => {
    await rate("stf_coach");
    await expect(rate("stf_coach")).rejects.toThrow(/Half a year later/);
    expect(await counted("stf_coach")).toEqual([]);
    const { [criteria[0] ?? ""]: _, ...partly } = allAt("meets");
    await expect(rate("stf_teacher", partly)).rejects.toMatchObject({ fields: [{ path: "json.levels" }] });
    await expect(rateSample(rater("stf_teacher"), { sampleId, levels: allAt("meets"), reason: "So." })).rejects.toMatchObject({
      fields: [{ path: "json.reason" }],
    });
    await expect(rate("stf_teacher", allAt("meets"), "no-sample")).rejects.toThrow(/not yours to see/);
  });
});

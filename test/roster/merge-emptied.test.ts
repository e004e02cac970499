import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { adoptions } from "../../functions/lambda/adoptions.ts";
import { evaluateModule } from "../../functions/learning/actions/evaluate-module.ts";
import { expireEvidence } from "../../functions/learning/actions/expire-evidence.ts";
import { openLesson } from "../../functions/learning/actions/open-lesson.ts";
import { purgeEvidence } from "../../functions/learning/actions/purge-evidence.ts";
import { readEnrollment } from "../../functions/learning/queries.ts";
import { expirePieces } from "../../functions/portfolio/actions/expire-pieces.ts";
import { purgeReference } from "../../functions/portfolio/actions/purge-reference.ts";
import { purgePiece } from "../../functions/portfolio/actions/review-piece.ts";
import { pieces, references } from "../../functions/portfolio/records.ts";
import { continueMerge } from "../../functions/roster/actions/continue-merge.ts";
import { mergePeople } from "../../functions/roster/actions/merge-people.ts";
import { takeMergeBack } from "../../functions/roster/actions/take-merge-back.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { type Learner, newLearner } from "../learning/learner.ts";
import { type MemoryWorld, openMemoryWorld } from "../learning/world.ts";
import { type MortalTable, mortal } from "../support/crash-points.ts";
import { testDistrict } from "../support/store.ts";
import { uploadFile } from "../support/upload.ts";
import { administrator as administratorOver } from "./merge-world.ts";
import { wholeTable } from "./whole-table.ts";

let world: MemoryWorld;
let kept: Learner;
let other: Learner;
/** A word that stands nowhere but in what is emptied. */
let word: string;
let words = 0;
beforeAll(async () => (world = await openMemoryWorld()));
afterAll(() => world.close());
beforeEach(begin);

async function begin(): Promise<void> {
  world.clock.set("2026-11-02T15:00:00Z");
  word = `Wilhelmina${++words}.`;
  kept = await newLearner(world);
  other = await newLearner(world);
  for (const one of [kept, other]) await one.start();
}

const administrator = (table?: MortalTable) => administratorOver(world, testDistrict, table);
const goOn = (mergeId: string, table?: MortalTable) => continueMerge(administrator(table), { staffId: kept.staffId, mergeId }, adoptions);
async function merge(): Promise<string> {
  const { id } = await mergePeople(administrator(), { staffId: kept.staffId, duplicateId: other.staffId });
  await goOn(id);
  return id;
}
async function takeBack(mergeId: string): Promise<void> {
  await takeMergeBack(administrator(), { staffId: kept.staffId, mergeId });
  await goOn(mergeId);
}

const reason = "A first name stands in it.";
const purge = (one: Learner, submission = 1, version = 1) =>
  purgeEvidence(world.coach(one.staff), { staffId: one.staffId, moduleId: "m01", submission, version, reason });
const expire = (one: Learner) =>
  expireEvidence(world.job("retention", "retention:apply"), one.staffId, { upTo: "2026-12-31", isTrial: false });
/** The kinds of rows, of all there are, in which the word stands. */
const found = async (): Promise<string[]> =>
  (await wholeTable(world)).filter((row) => JSON.stringify(row).includes(word)).map(({ type }) => type);
const practiceOf = async (one: Learner) => (await readEnrollment(world.learner(one.staffId), one.staffId, "m01"))?.practice.state;

/** Practice of the other account, with the word in its text, in its file and in its file's name. */
async function submitted(): Promise<void> {
  const bytes = new TextEncoder().encode(`%PDF-1.7 ${word}`);
  const fileName = `${word}pdf`;
  const { id } = await uploadFile(world.learner(other.staffId), world.files, { staffId: other.staffId, fileName, bytes });
  await other.submit(`What ${word} did.`, { fileId: id });
}

it("what one account said of a module goes back with it, whatever was done since: it is counted once", async () => {
  await other.completeContent();
  await other.submit("What I did.");
  await other.review();
  const answers = { relevant: "agree", clear: "agree", usable: "agree", wellSpent: "disagree" } as const;
  await evaluateModule(world.learner(other.staffId), { staffId: other.staffId, moduleId: "m01", answers });
  const saidBy = async () => (await wholeTable(world)).filter(({ type }) => type === "module-evaluation").map(({ staffId }) => staffId);
  const mergeId = await merge();
  expect(await saidBy()).toEqual([kept.staffId]);
  await openLesson(world.learner(kept.staffId), { staffId: kept.staffId, moduleId: "m01", lessonId: "two" });
  await takeBack(mergeId);
  expect(await saidBy()).toEqual([other.staffId]);
});

describe("evidence of an account that was merged", () => {
  it("that waits and is emptied for a student in it goes back empty, and is with its person again; nothing keeps it with the kept account", async () => {
    await submitted();
    const mergeId = await merge();
    expect(await purge(kept)).toMatchObject({ state: "returned" });
    expect(await found()).toEqual([]);
    expect(world.files.names.filter((name) => name.includes(other.staffId))).toEqual([]);
    await takeBack(mergeId);
    expect(await found()).toEqual([]);
    expect(await other.evidence()).toMatchObject([{ state: "returned", text: "", purged: { reason } }]);
    expect((await other.evidence())[0]?.file).toBeUndefined();
    expect([await practiceOf(other), await practiceOf(kept)]).toEqual(["returned", "none"]);
    expect(await kept.evidence()).toEqual([]);
  });

  it("that is emptied because its time is over goes back empty, with what was decided on it", async () => {
    await submitted();
    await other.review({ comment: `How ${word} was seen.` });
    const mergeId = await merge();
    world.clock.set("2028-11-01T15:00:00Z");
    expect(await expire(kept)).toEqual({ rows: 1, files: 1 });
    expect(await found()).toEqual([]);
    await takeBack(mergeId);
    expect(await found()).toEqual([]);
    expect(await other.evidence()).toMatchObject([{ state: "accepted", text: "", expiredOn: "2028-11-01", review: { comment: "" } }]);
    expect(await kept.evidence()).toEqual([]);
  });

  it("is empty in both accounts where something was done since and both keep it, whichever was emptied and when", async () => {
    await submitted();
    const mergeId = await merge();
    await openLesson(world.learner(kept.staffId), { staffId: kept.staffId, moduleId: "m01", lessonId: "two" });
    await takeBack(mergeId);
    expect([await other.evidence(), await kept.evidence()]).toMatchObject([[{ state: "submitted" }], [{ state: "submitted" }]]);
    await purge(other);
    expect(await found()).toEqual([]);
    expect([await other.evidence(), await kept.evidence()]).toMatchObject([[{ state: "returned" }], [{ state: "returned" }]]);
    expect([await practiceOf(other), await practiceOf(kept)]).toEqual(["returned", "returned"]);
  });

  it("is empty after a merge that was taken back, and after the next one", async () => {
    await submitted();
    await takeBack(await merge());
    const again = await merge();
    await takeBack(again);
    await purge(other);
    expect(await found()).toEqual([]);
    await takeBack(await merge());
    expect(await found()).toEqual([]);
  });

  it("is empty everywhere once it is emptied while the merge, or its taking back, stands anywhere", async () => {
    const purged: string[] = [];
    for (const atWrite of [1, 2, 3, 4, 5, 6]) {
      await begin();
      await submitted();
      const table = mortal(world.table);
      const { id } = await mergePeople(administrator(), { staffId: kept.staffId, duplicateId: other.staffId });
      if (atWrite > 3) {
        await goOn(id);
        await takeMergeBack(administrator(), { staffId: kept.staffId, mergeId: id });
      }
      table.begin({ atWrite: ((atWrite - 1) % 3) + 1, when: "before" });
      await expect(goOn(id, table)).rejects.toThrow("ended");
      const isKept = (await kept.evidence()).length > 0;
      purged.push(isKept ? "kept" : "other");
      await purge(isKept ? kept : other);
      expect(await found(), `${atWrite}`).toEqual([]);
      await goOn(id);
      if (atWrite <= 3) await takeBack(id);
      expect(await found(), `${atWrite}`).toEqual([]);
      expect(await other.evidence(), `${atWrite}`).toMatchObject([{ state: "returned", text: "", purged: { reason } }]);
      expect([await practiceOf(other), await practiceOf(kept)], `${atWrite}`).toEqual(["returned", "none"]);
    }
    expect(purged).toEqual(["other", "other", "kept", "kept", "other", "other"]);
  });

  it("that both accounts have is left while one of them waits for a review, and emptied in both after", async () => {
    await submitted();
    const mergeId = await merge();
    await kept.review();
    await takeBack(mergeId);
    expect([await other.evidence(), await kept.evidence()]).toMatchObject([[{ state: "submitted" }], [{ state: "accepted" }]]);
    world.clock.set("2028-11-01T15:00:00Z");
    expect(await expire(kept)).toEqual({ rows: 0, files: 0 });
    expect(await other.evidence()).toMatchObject([{ text: `What ${word} did.` }]);
    world.clock.set("2026-11-03T15:00:00Z");
    await other.review();
    world.clock.set("2028-11-01T15:00:00Z");
    expect(await expire(kept)).toEqual({ rows: 1, files: 1 });
    expect(await found()).toEqual([]);
    expect(await expire(other)).toEqual({ rows: 0, files: 0 });
  });

  it("that was handed in while both were one, and reviewed since, is emptied with all that is kept of it", async () => {
    await submitted();
    const mergeId = await merge();
    await kept.review({ comment: `How ${word} was seen.` });
    world.clock.set("2028-11-01T15:00:00Z");
    await expire(kept);
    expect(await found()).toEqual([]);
    await takeBack(mergeId);
    expect(await found()).toEqual([]);
    // Its review was the kept account's; with nothing left to review it is with its person again.
    expect(await other.evidence()).toMatchObject([{ state: "returned", text: "" }]);
    expect(await practiceOf(other)).toBe("returned");
  });
});

describe("a portfolio of an account that was merged", () => {
  const at = "2026-10-01T12:00:00.000Z";
  const reviewer = () =>
    world.as(
      "piece:review",
      { staffId: "stf_coach", name: "Ada Coach", grants: [{ role: "staff" }, { role: "coach" }] },
      subjectOf(kept.staff, "2026-11-02"),
    );
  async function put(): Promise<{ pieceId: string; referenceId: string }> {
    const { staffId } = other;
    const [pieceId, referenceId, fileId] = [`pce_${staffId}`, `ref_${staffId}`, `fil_${staffId}`];
    const bytes = new TextEncoder().encode(word);
    await world.files.put(`${world.districtId}/${staffId}/${fileId}`, bytes, "text/plain");
    const piece = {
      ...({ id: pieceId, staffId, staffName: "Rosa", kind: "coachingCycle", title: word, doneOn: "2026-10-01", text: word } as const),
      ...({ file: { id: fileId, name: `${word}pdf`, mediaType: "application/pdf", bytes: 8 }, state: "accepted", submission: 2 } as const),
      submittedAt: at,
      earlier: [{ submission: 1, submittedAt: at, text: word, link: `https://${word}example` }],
      reviews: [{ reviewerId: "stf_x", reviewerName: "X", reviewedAt: at, decision: "accept", comment: word } as const],
    };
    const of = { askedAt: at, note: "Please.", formVersion: 1, scores: {}, percent: 90, answeredAt: at, answeredOn: "2026-10-01" };
    const reference = {
      ...({ id: referenceId, staffId, staffName: "Rosa", refereeId: "stf_coach", refereeName: "Ada", state: "given" } as const),
      ...of,
      comment: word,
    };
    await world.table.write(
      [pieces.put({ ...piece, version: 0 }), references.put({ ...reference, version: 0 })].map((one) => one.operation(world.districtId)),
    );
    return { pieceId, referenceId };
  }

  it.each(["before", "after"])(
    "is emptied of what shows a student wherever a copy of it is kept, %s the merge is taken back",
    async (when) => {
      const { pieceId, referenceId } = await put();
      const mergeId = await merge();
      if (when === "after") await takeBack(mergeId);
      const { staffId, staff } = when === "after" ? other : kept;
      const { version } = (await reviewer().table.get(pieces, { of: `U#${staffId}`, at: `PIECE#${pieceId}` })) ?? { version: 0 };
      await purgePiece(reviewer(), { staffId, pieceId, version, reason });
      const who = { staffId: "stf_ldr", name: "Lee", grants: [{ role: "staff" as const }, { role: "districtLeader" as const }] };
      await purgeReference(world.as("application:review", who, subjectOf(staff, "2026-11-02")), { staffId, referenceId, reason });
      expect(await found()).toEqual([]);
      if (when === "before") await takeBack(mergeId);
      expect(await found()).toEqual([]);
      const own = await reviewer().table.collection(`U#${other.staffId}`);
      expect(own.find(({ id }) => id === pieceId)).toMatchObject({ state: "purged", text: "", purged: { reason } });
      expect(own.find(({ id }) => id === referenceId)).toMatchObject({ state: "given", comment: "", percent: 90, purged: { reason } });
      expect(world.files.names.filter((name) => name.includes(other.staffId))).toEqual([]);
    },
  );

  it("is emptied of what is over wherever a copy of it is kept", async () => {
    const { pieceId, referenceId } = await put();
    const mergeId = await merge();
    const keeper = world.job("retention", "retention:apply");
    const items = await keeper.table.collection(`U#${kept.staffId}`);
    await expirePieces(keeper, kept.staffId, items, { upTo: "2026-12-31", isTrial: false, doneWith: () => "2026-10-01" });
    // Its title stays, with the kept account and where it is kept for the taking back; so does the recommendation.
    expect((await found()).toSorted()).toEqual(["moved-row", "moved-row", "piece", "reference"]);
    await takeBack(mergeId);
    expect((await found()).toSorted()).toEqual(["moved-row", "moved-row", "piece", "reference"]);
    const own = await keeper.table.collection(`U#${other.staffId}`);
    expect(own.find(({ id }) => id === pieceId)).toMatchObject({ text: "", title: word, state: "accepted" });
    expect(own.find(({ id }) => id === referenceId)).toMatchObject({ comment: word });
  });
});

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { handInPiece, handInPieceAgain, withdrawPiece } from "../../functions/portfolio/actions/hand-in-piece.ts";
import { recordObservation, takeBackObservation } from "../../functions/portfolio/actions/record-observation.ts";
import { purgePiece, reviewPiece } from "../../functions/portfolio/actions/review-piece.ts";
import { ObservationKind, type Score } from "../../functions/portfolio/contract.ts";
import { observationForm } from "../../functions/portfolio/forms.ts";
import {
  findPiece,
  pieceFile,
  pieceFileToReview,
  pieceQueue,
  pieceToReview,
  portfolioFrom,
  portfolioPage,
} from "../../functions/portfolio/queries.ts";
import { emptied, mayReviewPiece, partPercents, pieceMovedTo } from "../../functions/portfolio/rules.ts";
import type { Piece } from "../../functions/portfolio/records.ts";
import { fileAt, uploadFile } from "../support/upload.ts";
import { observed, openPortfolioWorld, word, work } from "./world.ts";

let world: Awaited<ReturnType<typeof openPortfolioWorld>>;
const staffId = "stf_teacher";
beforeEach(async () => (world = await openPortfolioWorld()));
afterEach(() => world.close());

const facts = async () => portfolioFrom(staffId, await world.rows());
const textOfRows = async () => JSON.stringify(await world.rows());

describe("an observation form", () => {
  it.each(ObservationKind.options)("%s asks for at least six things a part, each once, in both languages", (kind) => {
    const [english, spanish] = [observationForm(kind, "en"), observationForm(kind, "es")];
    const ids = english.parts.flatMap(({ items }) => items.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(english.parts.every(({ items }) => items.length >= 6 && items.length <= 10)).toBe(true);
    expect(spanish.parts.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(ids);
    const sentences = (form: typeof english) => form.parts.flatMap(({ items }) => items.flatMap(({ text, anchors }) => [text, ...anchors]));
    expect(sentences(english).filter((sentence, i) => sentences(spanish)[i] === sentence)).toEqual([]);
  });

  it("is worth 0 to 100, never more than was seen, and more when more is seen", () => {
    const form = observationForm("teamMeeting");
    const ids = form.parts.flatMap(({ items }) => items.map(({ id }) => id));
    const scored = fc.tuple(...ids.map(() => fc.constantFrom<Score>(0, 1, 2)));
    fc.assert(
      fc.property(scored, fc.nat(ids.length - 1), (scores, at) => {
        const given = Object.fromEntries(ids.map((id, i) => [id, scores[i] ?? 0])) as Record<string, Score>;
        const parts = partPercents(form, given);
        for (const [i, { percent }] of parts.entries()) {
          const items = form.parts[i]?.items ?? [];
          const exact = (100 * items.reduce((sum, { id }) => sum + (given[id] ?? 0), 0)) / (2 * items.length);
          expect(percent).toBeLessThanOrEqual(exact);
          expect(percent).toBeGreaterThan(exact - 1);
        }
        const better = partPercents(form, { ...given, [ids[at] ?? ""]: 2 });
        expect(better.every(({ percent }, i) => percent >= (parts[i]?.percent ?? 0))).toBe(true);
      }),
    );
  });
});

describe("observing", () => {
  it("counts by its weaker half, is told by mail, and counts no more once it is taken back", async () => {
    const all = observed({ kind: "teamMeeting" });
    const scores = { ...all.scores, "foundations.roles": 0 as const };
    const seen = await recordObservation(world.observer("stf_coach"), { staffId, ...all, scores });
    expect(seen.parts.map(({ percent }) => percent)).toEqual([83, 100]);
    expect((await facts()).observations).toEqual([{ observation: "teamMeeting", on: "2026-10-01", percent: 83 }]);
    expect(await textOfRows()).toContain("An observation is in your portfolio");
    await takeBackObservation(world.takesBack("stf_coach"), { staffId, observationId: seen.id, reason: "It was another day." });
    expect((await facts()).observations).toEqual([]);
    const { observations } = await portfolioPage(world.reader(), staffId);
    expect(observations[0]?.takenBack).toEqual({ on: "2026-11-02", reason: "It was another day." });
  });

  it.each([
    ["a day to come", { observedOn: "2026-11-03" }, "observedOn"],
    ["a day before they were hired", { observedOn: "2025-07-31" }, "observedOn"],
    ["someone with a stake in it", { hasNoStake: false }, "hasNoStake"],
    ["an edition of the form that is over", { formVersion: 0 }, "formVersion"],
    ["items without a score", { scores: {} }, "scores"],
  ] as const)("refuses %s and saves nothing", async (_, change, field) => {
    const before = await world.rows();
    await expect(recordObservation(world.observer("stf_coach"), { staffId, ...observed(change) })).rejects.toMatchObject({
      fields: [{ path: `json.${field}` }],
    });
    expect(await world.rows()).toEqual(before);
  });

  it("refuses oneself, and whoever leads a school of theirs", async () => {
    expect(() => world.observer("stf_teacher", [{ role: "districtLeader" }])).toThrow(/not yours to see/);
    const both = [...world.coaching, { role: "schoolLeader" as const, schoolIds: ["sch_1"] }];
    await expect(recordObservation(world.observer("stf_coach", both), { staffId, ...observed() })).rejects.toThrow(/leaders evaluate/);
  });

  it("is taken back by its observer or an administrator, once", async () => {
    const { id: observationId } = await recordObservation(world.observer("stf_coach"), { staffId, ...observed() });
    const taking = { staffId, observationId, reason: "It was another day." };
    await expect(takeBackObservation(world.takesBack("stf_leader", [{ role: "districtLeader" }]), taking)).rejects.toThrow(
      /whoever recorded/,
    );
    const administrator = () => world.takesBack("stf_admin", [{ role: "districtAdministrator" }]);
    const both = await Promise.allSettled([takeBackObservation(administrator(), taking), takeBackObservation(administrator(), taking)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a piece of one's own work", () => {
  const handIn = (kind: "coachingCycle" | "delivery" = "delivery") => handInPiece(world.owner(), { kind, ...work });

  it("is returned with a comment, handed in again with everything kept, and counts once it is accepted", async () => {
    const { id: pieceId } = await handIn();
    const which = { staffId, pieceId };
    const returned = { ...word, decision: "return" as const, comment: "The second visit is missing." };
    await expect(reviewPiece(world.reviewer("stf_coach"), { ...which, ...returned, comment: "No." })).rejects.toThrow(
      /Complete the review/,
    );
    const { version } = await reviewPiece(world.reviewer("stf_coach"), { ...which, ...returned });
    expect((await facts()).pieces).toEqual([]);
    const again = await handInPieceAgain(world.owner(), { pieceId, ...work, text: "Now with the second visit.", version });
    await reviewPiece(world.reviewer("stf_coach"), { ...which, ...word, version: again.version });
    expect((await facts()).pieces).toEqual([{ piece: "delivery", on: "2026-10-01" }]);
    expect(await findPiece(world.reader(), staffId, pieceId)).toMatchObject({
      submission: 2,
      earlier: [{ submission: 1, text: work.text }],
      reviews: [{ decision: "return" }, { decision: "accept" }],
    });
  });

  it("is decided by one of two reviewers at once", async () => {
    const { id: pieceId } = await handIn("coachingCycle");
    const both = await Promise.allSettled([
      reviewPiece(world.reviewer("stf_coach"), { staffId, pieceId, ...word }),
      reviewPiece(world.reviewer("stf_other"), { staffId, pieceId, ...word, decision: "return", comment: "The plan is missing." }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await findPiece(world.reader(), staffId, pieceId))?.reviews).toHaveLength(1);
  });

  it("waits for those alone who may review it", async () => {
    await handIn("coachingCycle");
    await handIn("delivery");
    const kinds = async (ctx: Parameters<typeof pieceQueue>[0]) => (await pieceQueue(ctx)).pieces.map(({ kind }) => kind).toSorted();
    expect(await kinds(world.queueOf("stf_coach"))).toEqual(["coachingCycle", "delivery"]);
    expect(await kinds(world.queueOf("stf_other"))).toEqual(["coachingCycle"]);
    expect(await kinds(world.queueOf("stf_leader", [{ role: "districtLeader" }]))).toEqual(["coachingCycle", "delivery"]);
    const { id: pieceId } = await handIn("delivery");
    await expect(reviewPiece(world.reviewer("stf_other"), { staffId, pieceId, ...word })).rejects.toThrow(/not yours to see/);
    await withdrawPiece(world.owner(), pieceId);
    expect(await kinds(world.queueOf("stf_coach"))).toEqual(["coachingCycle", "delivery"]);
    await expect(reviewPiece(world.reviewer("stf_coach"), { staffId, pieceId, ...word, version: 2 })).rejects.toThrow(/taken back/);
  });

  it("is nobody's own to review, whatever they are", () => {
    fc.assert(
      fc.property(fc.constantFrom("coachingCycle", "delivery"), fc.boolean(), fc.string(), (kind, isDistrictLeader, coachId) => {
        expect(mayReviewPiece({ kind, staffId }, { reviewerId: staffId, coachId, isDistrictLeader })).toBe(false);
      }),
    );
    expect(() => world.reviewer(staffId, [{ role: "districtLeader" }])).toThrow(/not yours to see/);
  });

  it("leaves no word of what it said anywhere once it is emptied, and that it was there stays", async () => {
    const secret = (part: string) => `Ximena-${part}`;
    const said = { ...work, title: secret("title"), text: secret("text"), link: `https://maple.example/${secret("link")}` };
    const { id: pieceId } = await handInPiece(world.owner(staffId, "first"), { kind: "delivery", ...said });
    const which = { staffId, pieceId };
    const { version } = await reviewPiece(world.reviewer("stf_coach"), {
      ...which,
      ...word,
      decision: "return" as const,
      comment: `${secret("comment")} is named.`,
    });
    const again = await handInPieceAgain(world.owner(staffId, "second"), { pieceId, ...said, text: secret("again"), version });
    expect(await textOfRows()).toContain("Ximena");
    const purge = { ...which, version: again.version, reason: "A student is named." };
    await purgePiece(world.reviewer("stf_coach"), purge);
    expect(await textOfRows()).not.toContain("Ximena");
    expect(await findPiece(world.reader(), staffId, pieceId)).toMatchObject({
      state: "purged",
      doneOn: work.doneOn,
      submission: 2,
      reviews: [{ reviewerId: "stf_coach", decision: "return" }],
      earlier: [{ submission: 1 }],
      purged: { by: "stf_coach", reason: purge.reason },
    });
    await expect(purgePiece(world.reviewer("stf_coach"), { ...purge, version: again.version + 1 })).rejects.toThrow(/emptied already/);
  });

  const upload = (name: string, owner = staffId) =>
    uploadFile(world.as("learning:write", { staffId: owner }), world.files, {
      staffId: owner,
      fileName: `${name}.pdf`,
      bytes: new TextEncoder().encode(`%PDF-1.7 ${name}`),
    });
  const textOf = async (file: Promise<{ address: string }>) => (await fileAt(world.files, await file)).text();

  it("keeps the file of each submission for its readers, and no byte or name of one once it is emptied", async () => {
    const first = await upload("Ximena-one");
    const { id: pieceId } = await handInPiece(world.owner(), { kind: "delivery", ...work, text: "", fileId: first.id });
    const which = { staffId, pieceId };
    const returned = { ...word, decision: "return" as const, comment: "The second page is missing." };
    const { version } = await reviewPiece(world.reviewer("stf_coach"), { ...which, ...returned });
    const second = await upload("Ximena-two");
    const again = await handInPieceAgain(world.owner(), { pieceId, ...work, fileId: second.id, version });
    expect(await textOf(pieceFile(world.reader(), { ...which, submission: 1 }))).toBe("%PDF-1.7 Ximena-one");
    expect(await textOf(pieceFileToReview(world.reviewer("stf_coach"), { ...which, submission: 2 }))).toBe("%PDF-1.7 Ximena-two");
    await expect(pieceFileToReview(world.reviewer("stf_other"), { ...which, submission: 2 })).rejects.toThrow(/not yours to see/);
    await expect(pieceFile(world.reader(), { ...which, submission: 3 })).rejects.toMatchObject({ code: "not-found" });
    expect(await pieceToReview(world.reviewer("stf_coach"), which)).toMatchObject({
      file: { name: "Ximena-two.pdf" },
      earlier: [{ file: { name: "Ximena-one.pdf" } }],
    });
    await purgePiece(world.reviewer("stf_coach"), { ...which, version: again.version, reason: "A student is named." });
    expect(world.files.names).toEqual([]);
    expect(await textOfRows()).not.toContain("Ximena");
    await expect(pieceFile(world.reader(), { ...which, submission: 1 })).rejects.toMatchObject({ code: "not-found" });
  });

  it("takes a file from the person who uploaded it alone", async () => {
    const { id: fileId } = await upload("theirs", "stf_other");
    const before = await world.rows();
    await expect(handInPiece(world.owner(), { kind: "delivery", ...work, fileId })).rejects.toMatchObject({
      fields: [{ path: "json.fileId" }],
    });
    expect(await world.rows()).toEqual(before);
  });

  it("has its files found where they lie when it goes to another account, and back", async () => {
    const file = { id: "fil_1", name: "one.pdf", mediaType: "application/pdf", bytes: 8 };
    const { id: pieceId } = await handIn();
    const own = { ...(await findPiece(world.reader(), staffId, pieceId))!, file };
    const sent: Piece = { ...own, earlier: [{ submission: 1, submittedAt: own.submittedAt, text: "", file }] };
    const moved = pieceMovedTo(sent, "stf_kept");
    expect([moved.file?.heldBy, moved.earlier[0]?.file?.heldBy]).toEqual([staffId, staffId]);
    expect(pieceMovedTo(moved, staffId)).toEqual(sent);
    const sentFromThere: Piece = { ...moved, file };
    expect(pieceMovedTo(sentFromThere, staffId).file?.heldBy).toBe("stf_kept");
  });

  it("keeps no field that could hold words when it is emptied", async () => {
    const { id: pieceId } = await handIn();
    const piece = await findPiece(world.reader(), staffId, pieceId);
    const bare = emptied(
      { ...piece!, link: "https://a.example" },
      { by: "x", at: "2026-11-02T15:00:00.000Z", reason: "A student is named." },
    );
    expect(bare).toMatchObject({ title: "", text: "" });
    expect(bare).not.toHaveProperty("link");
    expect(bare).not.toHaveProperty("file");
  });
});

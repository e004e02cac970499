import { beforeEach, describe, expect, it } from "vitest";
import { equivalencies, extensions, waivers } from "../../functions/assignment/decision-records.ts";
import { outsideBadges } from "../../functions/badges/outside-records.ts";
import { heldElsewhere } from "../../functions/certification/elsewhere-records.ts";
import { appeals, applications, refreshes } from "../../functions/certification/records.ts";
import { creditCycles, outsideCredits } from "../../functions/credit/records.ts";
import { adoptions } from "../../functions/lambda/adoptions.ts";
import { moduleEvaluations, uploads } from "../../functions/learning/records.ts";
import type { District } from "../../functions/platform/district.ts";
import type { RecordWrite } from "../../functions/platform/record.ts";
import { calibrationRatings, observations, pieces, references } from "../../functions/portfolio/records.ts";
import { continueMerge } from "../../functions/roster/actions/continue-merge.ts";
import { mergePeople } from "../../functions/roster/actions/merge-people.ts";
import { takeMergeBack } from "../../functions/roster/actions/take-merge-back.ts";
import { type MemoryStore, openMemoryStore } from "../support/store.ts";
import { administrator, duplicateId, essence, keptId, openTwoAccounts } from "./merge-world.ts";

const at = "2026-10-01T12:00:00.000Z";
const on = "2026-10-01";
const by = { staffId: "stf_sam", name: "Sam Whitfield" };

/** One of each kind that a person of the test's district does not have anyway; in both accounts, some of them about the same thing. */
function rowsFor(staffId: string): RecordWrite[] {
  const of = { staffId, staffName: "Ana" };
  const id = (kind: string): string => `${kind}_${staffId}`;
  const certificationId = "practitioner-teacher";
  const seen = { outcome: "good" as const, reason: "" };
  return [
    applications.overwrite({
      ...of,
      id: id("app"),
      certificationId,
      cycle: 1,
      state: "underReview",
      submission: 1,
      submittedAt: at,
      statement: `By ${staffId}.`,
      reviewers: 1,
      reviews: [],
      earlierStatements: [],
    }),
    appeals.overwrite({
      ...of,
      id: id("apl"),
      of: "revocation",
      certificationId,
      cycle: 1,
      filedAt: at,
      reason: "It was mine.",
      decidersBefore: ["stf_x"],
      state: "open",
    }),
    refreshes.overwrite({
      staffId,
      certificateId: id("crt"),
      certificationId,
      definitionVersion: 1,
      parts: [],
      askedOn: on,
      dueOn: "2026-12-01",
      times: 1,
    }),
    outsideCredits.overwrite({
      ...of,
      id: id("crd"),
      title: "A course",
      provider: "State University",
      completedOn: on,
      minutes: 90,
      evidence: "A certificate.",
      state: "submitted",
      submittedAt: at,
      reviews: [],
    }),
    creditCycles.overwrite({ staffId, ruleId: "district-hours", startedOn: staffId === keptId ? "2026-07-01" : "2026-01-01" }),
    observations.overwrite({
      id: id("obs"),
      staffId,
      kind: "practice",
      observedOn: on,
      observerId: "stf_x",
      observerName: "X",
      formVersion: 1,
      scores: {},
      parts: [{ id: "all", percent: 90 }],
      comment: "Seen.",
      recordedAt: at,
    }),
    references.overwrite({ ...of, id: id("ref"), refereeId: "stf_x", refereeName: "X", state: "asked", askedAt: at, note: "Please." }),
    pieces.overwrite({
      ...of,
      id: id("pce"),
      kind: "coachingCycle",
      title: "A cycle",
      doneOn: on,
      text: "Done.",
      file: { id: id("fil"), name: "cycle.pdf", mediaType: "application/pdf", bytes: 8 },
      state: "submitted",
      submission: 1,
      submittedAt: at,
      reviews: [],
      earlier: [],
    }),
    calibrationRatings.overwrite({ ...of, id: id("cal"), sampleId: "s1", ratedAt: at, ratedOn: on, levels: {}, reason: "So." }),
    outsideBadges.overwrite({
      ...of,
      id: id("xb"),
      text: "{}",
      issuerId: "https://issuer.example",
      achievementId: id("ach"),
      title: "A badge",
      issuer: "Issuer",
      holderMatch: "name",
      check: { verdict: "valid", signature: seen, dates: seen, status: seen, at },
      state: "waiting",
      addedAt: at,
      addedOn: on,
      addedByName: "Ana",
    }),
    waivers.overwrite({
      staffId,
      id: id("wvr"),
      target: { kind: "module", id: "k1" },
      reason: "Was taught it elsewhere.",
      by,
      decidedOn: on,
    }),
    extensions.overwrite({
      staffId,
      id: id("ext"),
      moduleId: "half",
      state: "waiting",
      wishedOn: "2026-12-01",
      reason: "Ill.",
      askedOn: on,
    }),
    equivalencies.overwrite({
      staffId,
      id: id("eqv"),
      moduleId: "k2",
      evidence: "A course at the state university.",
      learnedOn: on,
      by,
      decidedOn: on,
    }),
    heldElsewhere.overwrite({
      staffId,
      id: id("hld"),
      certificationId: "practitioner-teacher",
      badgeId: id("xb"),
      title: "A badge",
      issuer: "Issuer",
      heldSince: on,
      by,
      decidedOn: on,
    }),
    ...(staffId === keptId ? ["k1"] : ["k1", "k2"]).map((moduleId) =>
      moduleEvaluations.overwrite({
        staffId,
        moduleId,
        answers: { relevant: "agree", clear: "agree", usable: staffId === keptId ? "disagree" : "agree", wellSpent: "agree" },
        evaluatedAt: at,
      }),
    ),
    uploads.overwrite({
      id: id("fil"),
      staffId,
      name: "cycle.pdf",
      mediaType: "application/pdf",
      bytes: 8,
      state: "checked",
      uploadedAt: at,
    }),
  ];
}

let store: MemoryStore;
let district: District;
const ctx = () => administrator(store, district);
beforeEach(async () => {
  store = await openMemoryStore();
  district = await openTwoAccounts(store, { kept: 1, duplicate: 2 });
  const writes = [keptId, duplicateId].flatMap(rowsFor);
  await store.table.write(writes.map((write) => write.operation(district.id)));
});

describe("every kind of row that is adopted", () => {
  it("goes over with its person, none left behind, and back again to the very same rows", async () => {
    const before = await essence(store, district, { versions: false });
    const rows = async (staffId: string) => [
      ...(await ctx().table.collection(`U#${staffId}`)),
      ...(await ctx().table.collection(`U#${staffId}#WORK`)),
    ];
    const kinds = adoptions.map(({ type }) => type);
    const adopted = async (staffId: string) => (await rows(staffId)).filter(({ type }) => kinds.includes(type));
    expect([...new Set((await adopted(duplicateId)).map(({ type }) => type))].toSorted()).toEqual(kinds.toSorted());
    const ids = [...(await adopted(keptId)), ...(await adopted(duplicateId))].flatMap(({ type, id }) =>
      // Of two applications for one term one stands, with the words of both.
      typeof id === "string" && type !== "application" && type !== "assignment" ? id : [],
    );
    const { id: mergeId } = await mergePeople(ctx(), { staffId: keptId, duplicateId });
    await continueMerge(ctx(), { staffId: keptId, mergeId }, adoptions);
    expect(await adopted(duplicateId)).toEqual([]);
    const now = await adopted(keptId);
    expect(now.every(({ staffId }) => staffId === keptId)).toBe(true);
    expect(ids.filter((id) => now.every((row) => row.id !== id))).toEqual([]);
    expect(now.filter(({ type }) => type === "application")).toMatchObject([
      { statement: `By ${keptId}.`, earlierStatements: [`By ${duplicateId}.`], submission: 2 },
    ]);
    // Said by both of one module, the kept one's word stays.
    expect(now.filter(({ type }) => type === "module-evaluation")).toMatchObject([
      { moduleId: "k1", answers: { usable: "disagree" } },
      { moduleId: "k2", answers: { usable: "agree" } },
    ]);
    await takeMergeBack(ctx(), { staffId: keptId, mergeId });
    await continueMerge(ctx(), { staffId: keptId, mergeId }, adoptions);
    const isTrace = (text: string) => text.includes('"type":"merge"') || text.includes('"type":"moved-row"');
    expect((await essence(store, district, { versions: false })).filter((text) => !isTrace(text))).toEqual(before);
  });
});

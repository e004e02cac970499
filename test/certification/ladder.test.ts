import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decideAppeal, fileAppeal } from "../../functions/certification/actions/appeal.ts";
import { applyForCertificate, withdrawApplication } from "../../functions/certification/actions/apply-for-certificate.ts";
import {
  issueByException,
  liftSuspension,
  revokeCertificate,
  shareCertificate,
  suspendCertificate,
} from "../../functions/certification/actions/change-certificate.ts";
import { chooseDefinition } from "../../functions/certification/actions/choose-definition.ts";
import { purgeRecommendation } from "../../functions/certification/actions/purge-recommendation.ts";
import { issueReady } from "../../functions/certification/actions/issue-certificate.ts";
import { reviewApplication } from "../../functions/certification/actions/review-application.ts";
import { reviewersFor } from "../../functions/certification/application-rules.ts";
import { certificationOf } from "../../functions/certification/ladder-rules.ts";
import { certificatesPage, findPublicCertificate } from "../../functions/certification/queries.ts";
import { readApplicationPage, readApplicationQueue, readGroundsFile } from "../../functions/certification/read-applications.ts";
import { certificatePage } from "../../functions/certification/verification-page.ts";
import { readDefinitionView } from "../../functions/certification/read-definition-views.ts";
import { chanceFrom } from "../../functions/platform/ids.ts";
import { personOf } from "../learning/world.ts";
import { type LadderWorld, openLadderWorld } from "./ladder-world.ts";

const practitioner = "practitioner-teacher";
const word = { statement: "Two units taught with the new routine." };
const reason = "The evidence was not the holder's own work.";

let world: LadderWorld;
let staffId: string;
let people = 0;
beforeAll(async () => (world = await openLadderWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set("2026-11-02T15:00:00Z");
  staffId = `stf_l${people++}`;
  await world.put(personOf(staffId));
});

const page = () => certificatesPage(world.contextOf({ kind: "job", name: "certification" }), staffId);
const heldOf = async (certificationId: string) => (await page()).certificates.filter((one) => one.certificationId === certificationId);

/** Everything that Practitioner asks for, but the word of a reviewer. */
async function ready(): Promise<void> {
  await world.learnPath(staffId);
  await world.issue(staffId);
  await world.observe(staffId, "2026-08-20");
  await world.observe(staffId, "2026-10-30");
}

/** Hands in, and has as many reviewers accept as are needed. */
async function earn(certificationId: string): Promise<void> {
  let application = await applyForCertificate(world.of(staffId), { certificationId, ...word });
  for (let i = 0; application.state === "underReview"; i++)
    application = await reviewApplication(world.reviewer(`stf_r${i}`), {
      staffId,
      certificationId,
      version: application.version,
      decision: "accept",
      comment: "",
      hasNoConflict: true,
    });
}

const review = async (reviewerId: string, decision: "accept" | "return", change: { comment?: string; hasNoConflict?: boolean } = {}) => {
  const { progress } = await page();
  const version = progress.find(({ certificationId }) => certificationId === practitioner)?.application?.version ?? 0;
  const rest = { comment: "What the plan was based on is missing.", hasNoConflict: true, ...change };
  return reviewApplication(world.reviewer(reviewerId), { staffId, certificationId: practitioner, version, decision, ...rest });
};

const readAs = (reader: string) => readApplicationPage(world.reviewer(reader), { staffId, certificationId: "coach" });

/** What a coach's application rests on is read by whoever may decide it; whoever recommended the applicant is not among them. */
async function expectReadByReviewersAlone(): Promise<void> {
  expect((await readAs("stf_r9")).restsOn).toMatchObject({
    recommendations: [{ refereeName: "Colleague", percent: 90, comment: "They rehearse with people." }],
    calibrations: [{ title: "s1" }, { title: "s2" }],
    pieces: [{ kind: "coachingCycle" }, { kind: "coachingCycle" }],
  });
  const pieceId = (await readAs("stf_r9")).restsOn?.pieces[0]?.id ?? "";
  const file = (reader: string) => readGroundsFile(world.reviewer(reader), { staffId, certificationId: "coach", pieceId, submission: 1 });
  expect(await file("stf_r9")).toEqual({ address: expect.stringContaining("cycle.pdf") });
  await expect(file("stf_colleague")).rejects.toMatchObject({ code: "not-found" });
  expect(await readAs("stf_colleague")).toMatchObject({ isOpenToReader: false, problem: expect.stringMatching(/have recommended/) });
  expect((await readAs("stf_colleague")).restsOn).toBeUndefined();
  const queue = await readApplicationQueue(world.reviewer("stf_colleague"));
  expect(queue.applications.find((one) => one.staffId === staffId)?.problem).toMatch(/have recommended/);
  const accepting = { staffId, certificationId: "coach", version: 1, decision: "accept", comment: "", hasNoConflict: true } as const;
  await expect(reviewApplication(world.reviewer("stf_colleague"), accepting)).rejects.toThrow(/have recommended/);
}

/** A recommendation in which a student can be recognized is emptied for good by whoever reads it there; it counts as before. */
async function expectEmptiedForGood(): Promise<void> {
  const referenceId = (await readAs("stf_r9")).restsOn?.recommendations[0]?.id ?? "";
  const empty = (reader: string) =>
    purgeRecommendation(world.reviewer(reader), { staffId, certificationId: "coach", referenceId, reason: "A child is named in it." });
  await expect(empty("stf_colleague")).rejects.toMatchObject({ code: "not-found" });
  expect(await empty("stf_r9")).toEqual({ id: referenceId, isTold: true });
  await expect(empty("stf_r9")).rejects.toMatchObject({ code: "conflict" });
  expect((await readAs("stf_r8")).restsOn?.recommendations).toMatchObject([{ percent: 90, comment: "", isPurged: true }]);
  expect(JSON.stringify(await world.rows())).not.toContain("They rehearse with people.");
  expect((await world.mail(staffId)).map(({ key }) => key)).toContain(`reference-purged:${referenceId}:subject`);
}

describe("climbing the ladder", () => {
  it("asks for the practice to be seen twice, sixty days apart, before anything can be handed in", async () => {
    await world.learnPath(staffId);
    await world.issue(staffId);
    await world.observe(staffId, "2026-10-01");
    await world.observe(staffId, "2026-10-30");
    await expect(applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word })).rejects.toThrow(/60 days apart/);
    await world.observe(staffId, "2026-08-20");
    expect(await applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word })).toMatchObject({
      state: "underReview",
    });
  });

  it("does not count an observation below the score that is asked for", async () => {
    await ready();
    await world.observe(staffId, "2026-06-01", 79);
    const seen = (await page()).progress.find(({ certificationId }) => certificationId === practitioner)?.requirements.at(-1);
    expect(seen).toMatchObject({ kind: "observations", done: 2, needed: 2, isMet: true });
  });

  it("goes on to Practitioner, Coach and Trainer, each resting on the one before", async () => {
    await ready();
    await earn(practitioner);
    // 40 minutes each: what Foundations states already is not stated again.
    expect(await heldOf("foundations")).toMatchObject([{ clockHours: 0.5 }]);
    expect(await heldOf(practitioner)).toMatchObject([{ status: "active", origin: "earned", expiresOn: "2029-11-02", clockHours: 0.5 }]);
    await expect(applyForCertificate(world.of(staffId), { certificationId: "coach", ...word })).rejects.toThrow(/coaching cycle/);
    await chooseDefinition(world.administrator(), {
      certificationId: "coach",
      version: (await readDefinitionView(world.administrator(), "coach")).version,
      choices: {
        ...certificationOf("coach")!,
        requirements: certificationOf("coach")!.requirements.filter(({ kind }) => kind !== "modules"),
      },
      reason: "The test's catalogue has no such modules.",
    });
    for (const on of ["2026-09-01", "2026-10-01"]) await world.accept(staffId, "coachingCycle", on);
    await world.recommend(staffId, "2026-10-01");
    for (const sample of ["s1", "s2"]) await world.agree(staffId, sample, "2026-10-15");
    await applyForCertificate(world.of(staffId), { certificationId: "coach", ...word });
    await expectReadByReviewersAlone();
    await expectEmptiedForGood();
    await earn("coach");
    expect((await readAs("stf_r9")).restsOn).toBeUndefined();
    expect(await heldOf("coach")).toMatchObject([{ status: "active" }]);
    for (const on of ["2026-10-01", "2026-10-20"]) await world.observe(staffId, on, 85, "training");
    await world.accept(staffId, "learnerOutcomes", "2026-10-25");
    await expect(applyForCertificate(world.of(staffId), { certificationId: "trainer", ...word })).rejects.toThrow(/12 months/);
    world.clock.set("2027-11-02T15:00:00Z");
    await earn("trainer");
    expect(await heldOf("trainer")).toMatchObject([{ status: "active" }]);
  });
});

describe("a review", () => {
  it("is by someone else who has no conflict of interest, and at the higher levels not by one's own coach", async () => {
    await ready();
    await applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word });
    await expect(review(staffId, "accept")).rejects.toThrow(/someone else/);
    await expect(review("stf_r1", "accept", { hasNoConflict: false })).rejects.toThrow(/conflict of interest/);
    await expect(review("stf_r1", "return", { comment: "No." })).rejects.toThrow(/what is missing/);
    const [waiting] = (await readApplicationQueue(world.reviewer(staffId))).applications.filter((one) => one.staffId === staffId);
    expect(waiting?.problem).toMatch(/someone else/);
  });

  it("returns with a comment and loses nothing: the next submission keeps what was said before", async () => {
    await ready();
    await applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word });
    await review("stf_r1", "return");
    const again = await applyForCertificate(world.of(staffId), { certificationId: practitioner, statement: "With the plan now." });
    expect(again).toMatchObject({ state: "underReview", reviews: [{ decision: "return" }], statement: "With the plan now." });
    await review("stf_r1", "accept");
    if ((await heldOf(practitioner)).length === 0) await review("stf_r2", "accept");
    expect(await heldOf(practitioner)).toHaveLength(1);
  });

  it("is once for each version: of two at the same moment one is told to look again", async () => {
    await ready();
    const { version } = await applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word });
    const input = { staffId, certificationId: practitioner, version, decision: "accept" as const, comment: "", hasNoConflict: true };
    const outcomes = await Promise.allSettled(["stf_r1", "stf_r2"].map((id) => reviewApplication(world.reviewer(id), input)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await heldOf(practitioner)).length).toBeLessThanOrEqual(1);
  });

  it("needs two at Coach and above, and a second one in one of ten below", () => {
    expect([certificationOf("coach"), certificationOf("trainer")].map((one) => one?.reviewers)).toEqual([2, 2]);
    const drawn = Array.from({ length: 5_000 }, (_, i) => reviewersFor({ reviewers: 1 }, chanceFrom(`draw_${i}`)));
    const share = drawn.filter((one) => one === 2).length / drawn.length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
    expect(reviewersFor({ reviewers: 2 }, 0)).toBe(2);
  });

  it("is not by someone whom the applicant coaches: they could not well say no", async () => {
    await ready();
    await applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word });
    await world.put(personOf("stf_coached", { coachId: staffId }));
    await expect(review("stf_coached", "accept")).rejects.toThrow(/coaches you/);
  });

  it("can be spared: an application that is taken back waits for nobody", async () => {
    await ready();
    await applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word });
    expect(await withdrawApplication(world.of(staffId), practitioner)).toMatchObject({ state: "withdrawn" });
    expect((await readApplicationQueue(world.reviewer("stf_r1"))).applications.filter((one) => one.staffId === staffId)).toEqual([]);
  });
});

describe("an appeal", () => {
  it("of a return is decided by someone who had no part in it, and overturned issues the certificate", async () => {
    await ready();
    await applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word });
    await review("stf_r1", "return");
    const input = { of: "return", certificationId: practitioner, cycle: 1, reason: "The plan was in the second file." } as const;
    const appeal = await fileAppeal(world.of(staffId), input);
    expect(await fileAppeal(world.of(staffId), input)).toEqual(appeal);
    const decision = { staffId, appealId: appeal.id, decision: "overturned", comment: "It was there all along." } as const;
    await expect(decideAppeal(world.leader("stf_r1"), decision)).rejects.toThrow(/took part/);
    await expect(decideAppeal(world.leader(staffId), decision)).rejects.toThrow(/someone else/);
    expect(await decideAppeal(world.leader("stf_leader"), decision)).toMatchObject({ state: "overturned" });
    expect(await heldOf(practitioner)).toMatchObject([{ status: "active" }]);
    expect((await world.mail(staffId)).map(({ body }) => body).join()).toContain('stf_leader wrote: "It was there all along."');
  });

  it("of a return after which the application was taken back can be upheld, and says so", async () => {
    await ready();
    await applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word });
    await review("stf_r1", "return");
    const input = { of: "return", certificationId: practitioner, cycle: 1, reason: "The plan was in the second file." } as const;
    const { id: appealId } = await fileAppeal(world.of(staffId), input);
    await withdrawApplication(world.of(staffId), practitioner);
    const decide = (decision: "overturned" | "upheld") =>
      decideAppeal(world.leader("stf_leader"), { staffId, appealId, decision, comment: "As it stands today." });
    await expect(decide("overturned")).rejects.toThrow(/taken back since/);
    expect(await decide("upheld")).toMatchObject({ state: "upheld" });
  });

  it("is too late after thirty days", async () => {
    await ready();
    await applyForCertificate(world.of(staffId), { certificationId: practitioner, ...word });
    await review("stf_r1", "return");
    world.clock.set("2026-12-03T15:00:00Z");
    const input = { of: "return", certificationId: practitioner, cycle: 1, reason: "The plan was in the second file." } as const;
    await expect(fileAppeal(world.of(staffId), input)).rejects.toThrow(/30 days/);
    world.clock.set("2026-12-02T15:00:00Z");
    await expect(fileAppeal(world.of(staffId), input)).resolves.toMatchObject({ state: "open" });
  });

  it("of a revocation puts the certificate back in force, here and at its public address", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    await revokeCertificate(world.administrator("stf_admin"), { staffId, certificationId: "foundations", cycle: 1, reason });
    const [revoked] = await heldOf("foundations");
    expect(revoked).toMatchObject({ status: "revoked", revokedBecause: reason, appealBy: "2026-12-02" });
    expect(await findPublicCertificate(world.table, revoked!.publicId)).toMatchObject({ revokedOn: "2026-11-02" });
    const input = { of: "revocation", certificationId: "foundations", cycle: 1, reason: "It was my own work; here is the draft." } as const;
    const { id } = await fileAppeal(world.of(staffId), input);
    const decision = { staffId, appealId: id, decision: "overturned", comment: "The drafts show it." } as const;
    await expect(decideAppeal(world.leader("stf_admin"), decision)).rejects.toThrow(/took part/);
    await decideAppeal(world.leader("stf_leader"), decision);
    expect(await heldOf("foundations")).toMatchObject([{ status: "active", appeal: { state: "overturned" } }]);
    expect((await findPublicCertificate(world.table, revoked!.publicId))?.revokedOn).toBeUndefined();
  });

  it("is had for each revocation, also for a second one on the day the first was put right", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    const which = { certificationId: "foundations", cycle: 1 };
    const revokeAndAppeal = async (hour: string, decision: "overturned" | "upheld") => {
      world.clock.set(`2026-11-02T${hour}:00:00Z`);
      await revokeCertificate(world.administrator("stf_admin"), { staffId, ...which, reason });
      const { id } = await fileAppeal(world.of(staffId), { of: "revocation", ...which, reason: "It was my own work, as the draft shows." });
      await decideAppeal(world.leader("stf_leader"), { staffId, appealId: id, decision, comment: "As the drafts show." });
      return heldOf("foundations");
    };
    expect(await revokeAndAppeal("16", "overturned")).toMatchObject([{ status: "active", appeal: { state: "overturned" } }]);
    expect(await revokeAndAppeal("17", "upheld")).toMatchObject([{ status: "revoked", appeal: { state: "upheld" } }]);
    expect((await world.mail(staffId)).filter(({ key }) => key.startsWith("certificate-revoked"))).toHaveLength(2);
  });
});

describe("what an administrator decides about a certificate", () => {
  it("is revoked once and can be earned again, and both facts stay visible (hard case 7)", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    const input = { staffId, certificationId: "foundations", cycle: 1, reason };
    await revokeCertificate(world.administrator(), input);
    await revokeCertificate(world.administrator(), input);
    world.clock.set("2026-12-10T15:00:00Z");
    await world.makeReady(staffId, "2026-12-09T15:00:00.000Z");
    await world.issue(staffId);
    expect((await heldOf("foundations")).map(({ status, cycle }) => [cycle, status])).toEqual([
      [2, "active"],
      [1, "revoked"],
    ]);
    expect((await world.mail(staffId)).map(({ key }) => key.replace(/:.*/, "")).toSorted()).toEqual([
      "certificate-issued",
      "certificate-issued",
      "certificate-revoked",
    ]);
  });

  it("is on hold while a question is open, and holds again with the dates it had", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    const input = { staffId, certificationId: "foundations", cycle: 1, reason };
    await suspendCertificate(world.administrator(), input);
    expect((await page()).certificates).toMatchObject([{ status: "suspended" }]);
    await liftSuspension(world.administrator(), input);
    expect((await page()).certificates).toMatchObject([{ status: "active", expiresOn: "2029-11-02" }]);
  });

  it("is issued by exception with a reason, and says that it is one", async () => {
    await issueByException(world.administrator(), {
      staffId,
      certificationId: "coach",
      reason: "Holds the state's facilitator endorsement.",
    });
    const [held] = await heldOf("coach");
    expect(held).toMatchObject({ status: "active", origin: "exception" });
    const row = await findPublicCertificate(world.table, held!.publicId);
    for (const [language, words] of [
      ["en", "issued by exception"],
      ["es", "Se emitió por excepción"],
    ] as const) {
      const shown = String(await certificatePage(row!, { today: "2026-11-02", language }));
      expect(shown).toContain(words);
      expect(shown).not.toContain(language === "en" ? "Two reviewers" : "Dos personas revisoras");
    }
    await expect(
      issueByException(world.administrator(), { staffId, certificationId: "coach", reason: "Once more by mistake." }),
    ).rejects.toThrow(/hold this certificate/);
  });
});

describe("sharing", () => {
  it("is its holder's choice: kept to oneself, the public address looks like any without a certificate", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    const [certificate] = await heldOf("foundations");
    await shareCertificate(world.of(staffId), { certificationId: "foundations", cycle: 1, isShared: false });
    expect(await findPublicCertificate(world.table, certificate!.publicId)).toBeUndefined();
    await shareCertificate(world.of(staffId), { certificationId: "foundations", cycle: 1, isShared: true });
    expect(await findPublicCertificate(world.table, certificate!.publicId)).toMatchObject({ title: "MTSS Foundations" });
  });
});

describe("the district's own choices", () => {
  it("are an edition of their own: certificates keep theirs, and an open window stays open (hard case 6)", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    world.clock.set("2029-08-10T15:00:00Z");
    const foundations = certificationOf("foundations")!;
    const { version } = await readDefinitionView(world.administrator(), "foundations");
    const validity = { ...foundations.validity, years: 1, windowDays: 10 };
    const input = {
      certificationId: "foundations",
      version,
      choices: { ...foundations, validity },
      reason: "The board decided on one year.",
    };
    await chooseDefinition(world.administrator(), input);
    await expect(chooseDefinition(world.administrator(), input)).rejects.toThrow(/since you opened it/);
    expect(await heldOf("foundations")).toMatchObject([{ status: "renewalDue", renewalOpensOn: "2029-08-04", expiresOn: "2029-11-02" }]);
    await world.makeReady(staffId, "2029-08-09T15:00:00.000Z");
    await world.issue(staffId);
    expect((await heldOf("foundations"))[0]).toMatchObject({ cycle: 2, expiresOn: "2030-11-02", renewalOpensOn: "2030-10-23" });
    await chooseDefinition(world.administrator(), { ...input, version: version + 1, choices: foundations });
  });

  it("end what is offered, and nobody's renewal: whoever holds it is issued the next term by itself", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    const foundations = certificationOf("foundations")!;
    const { version } = await readDefinitionView(world.administrator(), "foundations");
    const end = {
      certificationId: "foundations",
      version,
      choices: { ...foundations, isOffered: false },
      reason: "It is offered no more.",
    };
    await chooseDefinition(world.administrator(), end);
    world.clock.set("2029-10-10T15:00:00Z");
    await world.makeReady(staffId, "2029-10-09T15:00:00.000Z");
    const issuing = world.job("certification", "certificate:issue");
    expect(await issueReady(issuing, staffId)).toEqual({ issued: 1 });
    const other = `${staffId}b`;
    await world.put(personOf(other));
    await world.makeReady(other, "2029-10-09T15:00:00.000Z");
    expect(await issueReady(issuing, other)).toEqual({ issued: 0 });
    await chooseDefinition(world.administrator(), { ...end, version: version + 1, choices: foundations });
  });

  it("are refused with what is wrong and where", async () => {
    const coach = certificationOf("coach")!;
    const { version } = await readDefinitionView(world.administrator(), "coach");
    const choices = {
      ...coach,
      requirements: [
        { kind: "holds" as const, certificationIds: ["trainer"] },
        { kind: "modules" as const, moduleIds: ["m99"] },
      ],
    };
    const refused = await chooseDefinition(world.administrator(), {
      certificationId: "coach",
      version,
      choices,
      reason: "To see what happens.",
    }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "invalid-input",
      fields: [{ path: "json.choices.requirements.0" }, { path: "json.choices.requirements.1" }],
    });
  });
});

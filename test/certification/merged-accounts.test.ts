import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decideAppeal, fileAppeal } from "../../functions/certification/actions/appeal.ts";
import { applyForCertificate } from "../../functions/certification/actions/apply-for-certificate.ts";
import { revokeCertificate } from "../../functions/certification/actions/change-certificate.ts";
import { chooseDefinition } from "../../functions/certification/actions/choose-definition.ts";
import { reviewApplication } from "../../functions/certification/actions/review-application.ts";
import { certificatesPage, readCandidate } from "../../functions/certification/queries.ts";
import { certificationOf } from "../../functions/certification/ladder-rules.ts";
import { readDefinitionView } from "../../functions/certification/read-definition-views.ts";
import { readApplicationPage, readApplicationQueue } from "../../functions/certification/read-applications.ts";
import { type Application, applications } from "../../functions/certification/records.ts";
import { adoptions } from "../../functions/lambda/adoptions.ts";
import { rateSample } from "../../functions/portfolio/actions/rate-sample.ts";
import { references } from "../../functions/portfolio/records.ts";
import { samplesIn } from "../../functions/portfolio/samples.ts";
import { readWaiting } from "../../functions/reminders/waiting-work.ts";
import { continueMerge } from "../../functions/roster/actions/continue-merge.ts";
import { mergePeople } from "../../functions/roster/actions/merge-people.ts";
import { takeMergeBack } from "../../functions/roster/actions/take-merge-back.ts";
import { personOf } from "../learning/world.ts";
import { type LadderWorld, openLadderWorld } from "./ladder-world.ts";

const certificationId = "practitioner-teacher";
const reason = "The evidence was not the holder's own work.";

let world: LadderWorld;
let kept: string;
let other: string;
let people = 0;
beforeAll(async () => (world = await openLadderWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set("2026-11-02T15:00:00Z");
  [kept, other] = [`stf_k${people}`, `stf_o${people++}`];
  for (const id of [kept, other]) await world.put(personOf(id, { email: "" }));
});

const roster = () => world.as("roster:write", { staffId: "stf_sam", grants: [{ role: "districtAdministrator" }] }, { kind: "district" });
async function merge(staffId = kept, duplicateId = other): Promise<string> {
  const { id: mergeId } = await mergePeople(roster(), { staffId, duplicateId });
  await continueMerge(roster(), { staffId, mergeId }, adoptions);
  return mergeId;
}
async function unmerge(mergeId: string): Promise<void> {
  await takeMergeBack(roster(), { staffId: kept, mergeId });
  await continueMerge(roster(), { staffId: kept, mergeId }, adoptions);
}
const reader = () => world.contextOf({ kind: "job", name: "certification" });
const page = (staffId = kept) => certificatesPage(reader(), staffId);
const applicationsOf = async (staffId: string) =>
  (await reader().table.list(applications, `U#${staffId}`, { prefix: "APP#" })).map(({ version: _, ...one }) => one);
const waiting = async (readerId = "stf_r1") =>
  (await readApplicationQueue(world.reviewer(readerId))).applications.filter(({ staffId }) => staffId === kept || staffId === other);
const apply = (staffId: string, statement: string) => applyForCertificate(world.of(staffId), { certificationId, statement });

async function review(reviewerId: string, decision: "accept" | "return", staffId = kept) {
  const { application } = await readApplicationPage(world.reviewer(reviewerId), { staffId, certificationId });
  const { version } = application;
  const comment = "What the plan was based on is missing.";
  return reviewApplication(world.reviewer(reviewerId), { staffId, certificationId, version, decision, comment, hasNoConflict: true });
}

/** As many accept as are needed. */
async function accept(staffId = kept): Promise<void> {
  for (let i = 1, state = "underReview"; state === "underReview"; i++) ({ state } = await review(`stf_a${i}`, "accept", staffId));
}

/** Everything that Practitioner asks for, but the word of a reviewer, in each of some accounts. */
async function ready(...ids: string[]): Promise<void> {
  for (const staffId of ids) {
    await world.learnPath(staffId);
    await world.issue(staffId);
    for (const on of ["2026-08-20", "2026-10-30"]) await world.observe(staffId, on);
  }
}

/** An application is put down with the number of reviewers a test needs: by lot it has one more now and then. */
async function withReviewers(staffId: string, change: Partial<Application>): Promise<void> {
  const [row] = await reader().table.list(applications, `U#${staffId}`, { prefix: "APP#" });
  await world.table.write([applications.put({ ...row!, ...change }).operation(world.districtId)]);
}

describe("applications that wait in both of a person's accounts", () => {
  beforeEach(async () => {
    await ready(kept, other);
    await apply(kept, "Handed in under the one.");
    world.clock.set("2026-11-03T15:00:00Z");
    await apply(other, "Handed in under the other.");
  });

  it("are one after a merge, with all that was handed in and said, and it can be decided", async () => {
    await withReviewers(other, { reviewers: 2 });
    await review("stf_r1", "accept", other);
    await merge();
    expect(await waiting()).toHaveLength(1);
    const { application, earlierStatements } = await readApplicationPage(world.reviewer("stf_r2"), { staffId: kept, certificationId });
    // The one that lacks fewer words stands; the other's words stay to be read.
    expect(application).toMatchObject({ state: "underReview", statement: "Handed in under the other.", reviews: [{ decision: "accept" }] });
    expect(earlierStatements).toEqual(["Handed in under the one."]);
    expect((await page()).progress.find((one) => one.certificationId === certificationId)?.application?.id).toBe(application.id);
    await expect(review("stf_r1", "accept")).rejects.toThrow(/have reviewed this submission/);
    await review("stf_r2", "accept");
    expect((await page()).certificates.filter((one) => one.certificationId === certificationId)).toHaveLength(1);
    expect(await waiting()).toEqual([]);
  });

  it("are both there again, as they were, when the merge is taken back", async () => {
    const before = [await applicationsOf(kept), await applicationsOf(other)];
    await unmerge(await merge());
    expect([await applicationsOf(kept), await applicationsOf(other)]).toEqual(before);
  });

  it("and one that was decided meanwhile stays with its certificate, while the other account has its own again", async () => {
    const before = await applicationsOf(other);
    const mergeId = await merge();
    await accept();
    await unmerge(mergeId);
    expect(await applicationsOf(kept)).toMatchObject([{ state: "accepted" }]);
    expect((await page()).certificates.map((one) => one.certificationId).toSorted()).toEqual(["foundations", certificationId]);
    expect(await applicationsOf(other)).toEqual(before);
    await accept(other);
  });
});

describe("an application", () => {
  it("that one account alone handed in goes over and back with what became of it, but an acceptance and its certificate stay", async () => {
    await ready(kept, other);
    await apply(other, "Handed in under the other.");
    const mergeId = await merge();
    await review("stf_r1", "return");
    await unmerge(mergeId);
    expect(await applicationsOf(kept)).toEqual([]);
    expect(await applicationsOf(other)).toMatchObject([{ state: "returned", cycle: 1, reviews: [{ decision: "return" }] }]);
    await apply(other, "Once more.");
    const again = await merge();
    await accept();
    await unmerge(again);
    expect(await applicationsOf(kept)).toMatchObject([{ state: "accepted" }]);
    expect(await applicationsOf(other)).toMatchObject([{ state: "underReview", statement: "Once more." }]);
  });

  it("is found again whatever numbers the other account's certificates, or past ones from a file, have taken", async () => {
    await ready(kept, other);
    await apply(kept, "First.");
    await review("stf_r1", "return");
    const csv = `person id,certification,issued on,expires on\n${other},${certificationId},2020-01-10,2023-01-10\n`;
    await world.enterPast(new TextEncoder().encode(csv));
    await merge();
    const mine = async () => (await page()).progress.find((one) => one.certificationId === certificationId);
    expect(await mine()).toMatchObject({ cycle: 2, application: { state: "returned", cycle: 1 } });
    expect(await apply(kept, "Second.")).toMatchObject({ state: "underReview", reviews: [{ decision: "return" }] });
    expect(await applicationsOf(kept)).toMatchObject([{ earlierStatements: ["First."], submission: 2 }]);
    await accept();
    expect((await page()).certificates.filter((one) => one.certificationId === certificationId)).toHaveLength(2);
  });
});

describe("an appeal", () => {
  it("of a revocation stays about its certificate, under whatever number that has now, and goes back with what became of it", async () => {
    for (const id of [kept, other]) {
      await world.makeReady(id);
      await world.issue(id);
    }
    const which = { certificationId: "foundations", cycle: 1 };
    await revokeCertificate(world.administrator(), { staffId: other, ...which, reason });
    const input = { of: "revocation", ...which, reason: "It was my own work; here is the draft." } as const;
    const { id: appealId } = await fileAppeal(world.of(other), input);
    const [revoked] = await world.held(other);
    const mergeId = await merge();
    const found = async (staffId: string) => (await page(staffId)).certificates.find(({ id }) => id === revoked?.id);
    expect(await found(kept)).toMatchObject({ cycle: 2, status: "revoked", appeal: { id: appealId, state: "open" } });
    const decision = { staffId: kept, appealId, decision: "overturned", comment: "The drafts show it." } as const;
    await expect(decideAppeal(world.leader(kept), decision)).rejects.toThrow(/someone else/);
    // Earned again since by the other certificate: the right one is looked at, and the appeal is not lost.
    await unmerge(mergeId);
    await decideAppeal(world.leader("stf_leader"), { ...decision, staffId: other });
    expect(await found(other)).toMatchObject({ cycle: 1, status: "active", appeal: { state: "overturned" } });
    expect((await page()).certificates).toMatchObject([{ status: "active" }]);
  });

  it("of a return that is put right in the kept account leaves the other account its own as it was", async () => {
    await ready(kept, other);
    await apply(other, "Handed in under the other.");
    await review("stf_r1", "return", other);
    const appeal = { of: "return", certificationId, cycle: 1, reason: "The plan was in the second file." } as const;
    const { id: appealId } = await fileAppeal(world.of(other), appeal);
    const mergeId = await merge();
    const decision = { staffId: kept, appealId, decision: "overturned", comment: "It was there all along." } as const;
    await decideAppeal(world.leader("stf_leader"), decision);
    expect((await page()).certificates.map((one) => one.certificationId)).toContain(certificationId);
    await unmerge(mergeId);
    expect(await applicationsOf(other)).toMatchObject([{ state: "returned" }]);
    await decideAppeal(world.leader("stf_leader"), { ...decision, staffId: other });
    expect((await page(other)).certificates.map((one) => one.certificationId)).toContain(certificationId);
  });
});

describe("someone with two accounts that became one", () => {
  const applicant = () => `stf_p${people}`;
  beforeEach(async () => {
    await world.put(personOf(applicant(), { email: "" }));
    await ready(applicant());
    await apply(applicant(), "Handed in.");
    await withReviewers(applicant(), { reviewers: 2 });
  });

  it("reviews an application once", async () => {
    await review(other, "accept", applicant());
    await merge();
    await expect(review(kept, "accept", applicant())).rejects.toThrow(/have reviewed this submission/);
    const [mine] = (await readApplicationQueue(world.reviewer(kept))).applications.filter(({ staffId }) => staffId === applicant());
    expect(mine?.problem).toMatch(/have reviewed/);
  });

  it("is not told that one waits which they reviewed under the other account", async () => {
    await review(other, "accept", applicant());
    await merge();
    const [work] = await readWaiting(reader(), await reader().table.collection(`U#${applicant()}`));
    expect(work?.except).toEqual([kept]);
  });

  it("is one reviewer, also where both accounts had given their word before", async () => {
    await withReviewers(applicant(), { reviewers: 3 });
    await review(kept, "accept", applicant());
    await review(other, "accept", applicant());
    await merge();
    expect(await review("stf_r1", "accept", applicant())).toMatchObject({ state: "underReview" });
    expect(await review("stf_r2", "accept", applicant())).toMatchObject({ state: "accepted" });
  });

  it("decides no appeal of what they decided under the other", async () => {
    await review(other, "return", applicant());
    const appeal = { of: "return", certificationId, cycle: 1, reason: "The plan was in the second file." } as const;
    const { id: appealId } = await fileAppeal(world.of(applicant()), appeal);
    await merge();
    const decision = { staffId: applicant(), appealId, decision: "upheld", comment: "It stands as it was." } as const;
    await expect(decideAppeal(world.leader(kept), decision)).rejects.toThrow(/took part/);
    await expect(decideAppeal(world.leader("stf_leader"), decision)).resolves.toMatchObject({ state: "upheld" });
  });

  it("is compared with nobody's rating of a sample but others'", async () => {
    const [sample] = samplesIn("en");
    const levels = Object.fromEntries(sample!.criteria.map(({ id }) => [id, "meets" as const]));
    const rate = (staffId: string) =>
      rateSample(world.as("calibration:rate", { staffId }), {
        sampleId: sample!.id,
        levels,
        reason: "The text says so in its second line.",
      });
    await rate(other);
    const { id: mergeId } = await mergePeople(roster(), { staffId: kept, duplicateId: other });
    // The merge is under way: the rating still stands with the other account.
    expect((await rate(kept)).comparison).toBeUndefined();
    await continueMerge(roster(), { staffId: kept, mergeId }, adoptions);
    await world.agree(kept, "s9", "2026-10-15");
    expect((await readCandidate(reader(), kept))?.portfolio.calibrations).toHaveLength(1);
  });

  it("recommends once, and recommends nobody whom they review; nor themselves", async () => {
    const give = (staffId: string, refereeId: string, id: string) => {
      const asked = { id, staffId, staffName: "A", refereeId, refereeName: "R", state: "given" as const, note: "", percent: 90 };
      const at = "2026-10-01T15:00:00.000Z";
      const row = references.put({ ...asked, askedAt: at, answeredAt: at, answeredOn: "2026-10-01", comment: "Seen.", version: 0 });
      return world.table.write([row.operation(world.districtId)]);
    };
    await give(applicant(), kept, "ref_1");
    await give(applicant(), other, "ref_2");
    await give(kept, other, "ref_3");
    const { version } = await readDefinitionView(world.administrator(), certificationId);
    const shipped = certificationOf(certificationId)!;
    const asks = [...shipped.requirements.filter(({ kind }) => kind === "holds"), { kind: "references", count: 2, percent: 80 } as const];
    await chooseDefinition(world.administrator(), {
      certificationId,
      version,
      choices: { ...shipped, requirements: asks, renewal: [{ kind: "changedModules" }] },
      reason: "The test asks for two.",
    });
    const asked = async (staffId: string) => {
      const way = (await page(staffId)).progress.find((one) => one.certificationId === certificationId);
      return way?.requirements.find(({ kind }) => kind === "references")?.done;
    };
    expect([await asked(applicant()), await asked(kept)]).toEqual([2, 1]);
    await merge();
    expect([await asked(applicant()), await asked(kept)]).toEqual([1, 0]);
    await expect(review(kept, "accept", applicant())).rejects.toThrow(/have recommended/);
  });
});

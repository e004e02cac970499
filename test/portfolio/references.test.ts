import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { messages } from "../../functions/platform/outbox.ts";
import { askForReference, withdrawReference } from "../../functions/portfolio/actions/ask-for-reference.ts";
import { declineReference, giveReference } from "../../functions/portfolio/actions/answer-reference.ts";
import { portfolioFrom } from "../../functions/portfolio/queries.ts";
import { findColleagues, myReferences, requestsForMe } from "../../functions/portfolio/read-references.ts";
import type { ReferenceAnswer } from "../../functions/portfolio/reference-contract.ts";
import { referenceForm } from "../../functions/portfolio/reference-form.ts";
import { readStaff } from "../../functions/roster/queries.ts";
import { members, merges, type Staff, staffRecords } from "../../functions/roster/records.ts";
import { fullName } from "../../functions/roster/rules.ts";
import { personOf } from "../learning/world.ts";
import { openPortfolioWorld } from "./world.ts";

let world: Awaited<ReturnType<typeof openPortfolioWorld>>;
const asker = "stf_teacher";
const friend = "stf_other";
beforeEach(async () => (world = await openPortfolioWorld()));
afterEach(() => world.close());

const asking = (staffId = asker) => world.as("reference:ask", { staffId });
const giving = (staffId = friend) => world.as("reference:give", { staffId });
const ask = (refereeId = friend, staffId = asker) => askForReference(asking(staffId), { refereeId, note: "You saw both cycles." });
const ids = referenceForm().parts.flatMap(({ items }) => items.map(({ id }) => id));
const answer = (change: Partial<ReferenceAnswer> = {}): ReferenceAnswer => ({
  formVersion: 1,
  scores: Object.fromEntries(ids.map((id) => [id, 2])),
  comment: "They rehearse with people and then let go.",
  hasSeenWork: true,
  ...change,
});
const mailTo = async (staffId: string) =>
  (await world.reader().table.list(messages, `OUTU#${staffId}`, { index: "index2" })).map(({ subject }) => subject);
const counted = async () => portfolioFrom(asker, await world.reader().table.collection(`U#${asker}`)).references;

describe("asking for a recommendation", () => {
  it("tells the colleague once, however often it is asked, and they alone see it", async () => {
    const [first, second] = [await ask(), await ask()];
    expect(second).toEqual(first);
    expect(await mailTo(friend)).toEqual(["Rosa Vega-stf_teacher asks you for a recommendation"]);
    expect((await requestsForMe(giving())).requests).toMatchObject([{ id: first.id, askedBy: "Rosa Vega-stf_teacher" }]);
    expect((await requestsForMe(giving("stf_leader"))).requests).toEqual([]);
    await expect(giveReference(giving("stf_leader"), { referenceId: first.id, ...answer() })).rejects.toThrow(/not yours to see/);
  });

  it("is for colleagues: not oneself, not the people one coaches, nobody of another school, nobody who is away", async () => {
    await world.put(personOf("stf_coached", { coachId: asker }));
    await world.put(personOf("stf_away", { coachId: "x", leave: { from: "2026-10-01" } }));
    await world.put(
      personOf("stf_far", { coachId: "x", roles: [{ role: "teacher", schoolId: "sch_2", isPrimary: true, beginOn: "2025-08-01" }] }),
    );
    await expect(ask(asker)).rejects.toThrow(/recommends themselves/);
    await expect(ask("stf_coached")).rejects.toThrow(/You coach this person/);
    await expect(ask("stf_away")).rejects.toThrow(/not at work/);
    await expect(ask("stf_far")).rejects.toThrow(/not yours to see/);
    expect((await myReferences(asking())).references).toEqual([]);
  });

  it("may be of one's own coach, and of three people at a time", async () => {
    await world.put(personOf("stf_third", { coachId: "x" }));
    for (const id of ["stf_coach", friend, "stf_leader"]) await ask(id);
    await expect(ask("stf_third")).rejects.toThrow(/Three colleagues/);
    const [latest] = (await myReferences(asking())).references;
    await withdrawReference(asking(), latest?.id ?? "");
    expect(await ask("stf_third")).toMatchObject({ state: "asked" });
  });

  it("finds colleagues by a part of the name, with nothing but name and jobs", async () => {
    const list = async (staff: Staff) => {
      await world.put(staff);
      const row = { schoolId: "sch_1", staffId: staff.id, name: fullName(staff), roles: ["counselor" as const], version: 0 };
      await world.table.write([members.put(row).operation(world.districtId)]);
    };
    await list(personOf("stf_jose", { givenName: "José", familyName: "Núñez", coachId: "x" }));
    await list(personOf("stf_mine", { givenName: "Josefa", familyName: "Ortiz", coachId: asker }));
    expect(await findColleagues(asking(), "nunez")).toEqual({
      colleagues: [{ staffId: "stf_jose", name: "José Núñez", roles: ["counselor"] }],
      isPartial: false,
    });
    expect((await findColleagues(asking(), "jose")).colleagues.map(({ staffId }) => staffId)).toEqual(["stf_jose"]);
  });
});

describe("recommending", () => {
  it("counts with its percent; the person reads state, percent and comment, and nobody reads the single scores", async () => {
    const { id: referenceId } = await ask();
    const scores = { ...answer().scores, [ids[0] ?? ""]: 0 as const };
    await giveReference(giving(), { referenceId, ...answer({ scores }) });
    expect(await counted()).toEqual([{ on: "2026-11-02", percent: 87, refereeId: friend }]);
    const { references } = await myReferences(asking());
    expect(references).toEqual([
      expect.objectContaining({ state: "given", percent: 87, comment: "They rehearse with people and then let go." }),
    ]);
    expect(references[0]).not.toHaveProperty("scores");
    expect(await mailTo(asker)).toEqual(["A colleague has recommended you"]);
    const audits = (await world.rows()).filter(({ type }) => type === "audit");
    expect(JSON.stringify(audits)).not.toContain("rehearse");
    await expect(giveReference(giving(), { referenceId, ...answer() })).rejects.toThrow(/not yours to see/);
  });

  it.each([
    ["whoever has not seen the work", { hasSeenWork: false }, "hasSeenWork"],
    ["an edition of the form that is over", { formVersion: 0 }, "formVersion"],
    ["items without a score", { scores: {} }, "scores"],
    ["no word of what was seen", { comment: "Fine." }, "comment"],
  ] as const)("refuses %s and saves nothing", async (_, change, field) => {
    const { id: referenceId } = await ask();
    const before = await world.rows();
    await expect(giveReference(giving(), { referenceId, ...answer(change) })).rejects.toMatchObject({
      fields: [{ path: `json.${field}` }],
    });
    expect(await world.rows()).toEqual(before);
  });

  it("can be declined without a reason, and then someone else can be asked, or the same colleague again", async () => {
    const { id } = await ask();
    await declineReference(giving(), id);
    expect(await counted()).toEqual([]);
    expect((await myReferences(asking())).references).toMatchObject([{ state: "declined" }]);
    expect((await ask()).id).not.toBe(id);
  });

  it("is decided by one of an answer and a withdrawal at once", async () => {
    const { id: referenceId } = await ask();
    const both = await Promise.allSettled([
      giveReference(giving(), { referenceId, ...answer() }),
      withdrawReference(asking(), referenceId),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("is asked of a person whatever account was merged into theirs, and given as who they are now", async () => {
    const { id: referenceId } = await ask();
    const [kept, duplicate] = await Promise.all(["stf_leader", friend].map((id) => readStaff(world.reader(), id)));
    if (!kept || !duplicate) throw new Error("nobody to merge");
    const merge = {
      id: "mrg_1",
      keptId: kept.id,
      duplicateId: friend,
      state: "merged" as const,
      byName: "Sam",
      seatIds: [],
      seatsReplaced: [],
    };
    const before = { startedAt: "2026-11-02T12:00:00.000Z", keptBefore: kept, keptAfter: kept, duplicateBefore: duplicate, moved: 0 };
    await world.table.write([merges.put({ ...merge, ...before, version: 0 }).operation(world.districtId)]);
    expect((await requestsForMe(giving(kept.id))).requests).toMatchObject([{ id: referenceId }]);
    await giveReference(giving(kept.id), { referenceId, ...answer() });
    expect((await myReferences(asking())).references).toMatchObject([{ state: "given", refereeName: fullName(kept) }]);
    expect((await requestsForMe(giving(kept.id))).requests).toEqual([]);
  });

  it("is refused to someone whom the person has come to coach meanwhile", async () => {
    const { id: referenceId } = await ask();
    const staff = await readStaff(world.reader(), friend);
    await world.table.write([staffRecords.put({ ...staff, coachId: asker }).operation(world.districtId)]);
    await expect(giveReference(giving(), { referenceId, ...answer() })).rejects.toThrow(/coaches you now/);
    expect(await declineReference(giving(), referenceId)).toMatchObject({ state: "declined" });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reviewEvidence } from "../../functions/learning/actions/review-evidence.ts";
import { modulePage, readEnrollment, reviewPage } from "../../functions/learning/queries.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { apiAs } from "./api.ts";
import { good, type Learner, newLearner, refusals } from "./learner.ts";
import { contentOf, moduleOf, openWorld, type World } from "./world.ts";

let world: World;
let me: Learner;
beforeAll(async () => {
  const english = contentOf([moduleOf({ id: "m01" })]);
  const inSpanish = (text: string): string => text.replaceAll("Module", "Módulo").replaceAll("Practice", "Práctica");
  const readJson = async (path: string) => {
    const text = JSON.stringify(await english.readJson(path.replace(/^es\//, "")));
    return JSON.parse(path.startsWith("es/") ? inSpanish(text).replaceAll('"language":"en"', '"language":"es"') : text);
  };
  world = await openWorld({ ...english, readJson });
});
afterAll(() => world.close());
beforeEach(async () => {
  me = await newLearner(world);
});

describe("reviewing", () => {
  it("that accepts completes the module when its content is complete, and writes the one message", async () => {
    await me.completeContent();
    await me.submit();
    expect(await me.review()).toMatchObject({
      state: "accepted",
      review: { reviewerId: "stf_coach", reviewerName: "Ada Coach", levels: good },
    });
    expect(await me.enrollment()).toMatchObject({ state: "completed", creditMinutes: 40 });
    const sent = await me.mail();
    expect(sent.map(({ toEmail, subject }) => ({ toEmail, subject }))).toEqual([
      { toEmail: me.staff.email, subject: 'Accepted: your practice for "Module m01"' },
    ]);
  });

  it("writes its message in each language with the titles of that language, whichever the reviewer reads", async () => {
    await me.completeContent();
    await me.submit();
    const inSpanish = { ...world.coach(me.staff), language: "es" as const };
    const one = { staffId: me.staffId, moduleId: "m01", submission: 1, version: 1, decision: "accept" as const, levels: good, comment: "" };
    await reviewEvidence(inSpanish, one);
    const [message] = await me.mail();
    expect(message).toMatchObject({
      subject: 'Accepted: your practice for "Module m01"',
      body: expect.stringContaining('"Practice of m01"'),
      spanish: { subject: "Aceptada: su práctica de «Módulo m01»", body: expect.stringContaining("«Práctica of m01»") },
    });
  });

  it("that accepts early leaves the module open until its content is complete", async () => {
    await me.start();
    await me.submit();
    await me.review();
    expect((await me.enrollment()).state).toBe("started");
    await me.completeContent();
    expect((await me.enrollment()).state).toBe("completed");
  });

  it("that accepts needs a level on every criterion and none at not yet", async () => {
    await me.start();
    await me.submit();
    await expect(me.review({ levels: { plan: "meets" } })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "json.levels.doing" }],
    });
    await expect(me.review({ levels: { plan: "notYet", doing: "meets" } })).rejects.toMatchObject({
      fields: [{ path: "json.levels.plan" }],
    });
    await expect(me.review({ levels: { ...good, invented: "meets" } })).rejects.toMatchObject({
      fields: [{ path: "json.levels.invented" }],
    });
    expect(await me.mail()).toEqual([]);
    expect((await me.enrollment()).state).toBe("practiceSubmitted");
  });

  it("that returns needs a comment the next try can use", async () => {
    await me.start();
    await me.submit();
    await expect(me.review({ decision: "return", comment: "  no.     " })).rejects.toMatchObject({
      code: "invalid-input",
      fields: [{ path: "json.comment" }],
    });
    expect(await me.takeBack()).toMatchObject({ state: "returned", review: { comment: "Show the plan you used." } });
  });

  it("by two people at once has one outcome and one message; the other is told who was first", async () => {
    await me.start();
    await me.submit();
    const outcomes = await Promise.allSettled([me.review(), me.takeBack(), me.review(), me.takeBack()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const told = expect.objectContaining({ code: "conflict", detail: expect.stringContaining("Ada Coach") });
    expect(refusals(outcomes)).toEqual([told, told, told]);
    expect(await me.mail()).toHaveLength(1);
  });

  it("on a page that is out of date is a conflict", async () => {
    await me.start();
    await me.submit();
    await expect(me.review({ version: 7 })).rejects.toMatchObject({ code: "conflict" });
  });

  it("does not collide with the person going on with their lessons", async () => {
    await me.start();
    await me.submit();
    await Promise.all([me.review(), me.read("one"), me.read("two")]);
    const enrollment = await readEnrollment(world.learner(), me.staffId, "m01");
    expect(enrollment).toMatchObject({ practice: { state: "accepted" } });
    expect(Object.keys(enrollment?.lessons ?? {}).toSorted()).toEqual(["one", "two"]);
  });

  it("costs the module page two reads and the review page three, the district's editions among them, however many submissions there were", async () => {
    await me.start();
    for (const submission of [1, 2, 3]) {
      await me.submit();
      await me.takeBack(submission);
    }
    const reads = async (page: () => Promise<unknown>) => {
      world.used.length = 0;
      await page();
      return world.used.map(({ operation }) => operation).toSorted();
    };
    expect(await reads(() => modulePage(world.learner(me.staffId), me.staffId, "m01"))).toEqual(["get", "get"]);
    expect(await reads(() => reviewPage(world.coach(me.staff), me.staffId, "m01", 3))).toEqual(["get", "get", "query"]);
  });

  it("of one's own evidence is refused, also for a principal", async () => {
    me = await newLearner(world, { roles: [{ role: "schoolAdministrator", schoolId: "sch_1", isPrimary: true, beginOn: "2025-08-01" }] });
    await me.start();
    await me.submit();
    const grants: AccessGrant[] = [{ role: "staff" }, { role: "schoolLeader", schoolIds: ["sch_1"] }];
    const decision = { decision: "accept", levels: good, comment: "", version: 1 } as const;
    const answer = await apiAs(world, me.staffId, grants)("POST", `/api/staff/${me.staffId}/evidence/m01/1/review`, decision);
    expect([403, 404]).toContain(answer.status);
    // Also with a permission that was checked for someone else of the school.
    const ctx = world.as("evidence:review", { staffId: me.staffId, grants }, subjectOf(world.teacher, "2026-11-02"));
    await expect(reviewEvidence(ctx, { ...decision, staffId: me.staffId, moduleId: "m01", submission: 1 })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect((await me.enrollment()).state).toBe("practiceSubmitted");
  });

  it("sends nothing to someone who is on leave, suspended or has left", async () => {
    for (const change of [{ leave: { from: "2026-10-01" } }, { status: "suspended" as const }, { status: "left" as const }]) {
      me = await newLearner(world);
      await me.start();
      await me.submit();
      await world.put({ ...me.staff, ...change });
      await me.review();
      expect(await me.mail()).toEqual([]);
    }
  });

  it("is for the person's own coach and leaders: others do not learn that the evidence exists", async () => {
    await me.start();
    await me.submit();
    const stranger = apiAs(world, "stf_other", [{ role: "staff" }, { role: "coach" }]);
    const body = { decision: "accept", levels: good, comment: "", version: 1 };
    expect((await stranger("POST", `/api/staff/${me.staffId}/evidence/m01/1/review`, body)).status).toBe(404);
    expect((await stranger("GET", `/api/staff/${me.staffId}/evidence/m01/1`)).status).toBe(404);
    expect((await stranger("GET", `/api/staff/${me.staffId}/evidence/m01/1/file`)).status).toBe(404);
    expect((await stranger("GET", `/api/staff/${me.staffId}/evidence/m01`)).status).toBe(404);
    const own = apiAs(world, me.staffId);
    expect((await own("GET", `/api/staff/${me.staffId}/evidence/m01/1`)).json).toMatchObject({ version: 1, evidence: { submission: 1 } });
  });
});

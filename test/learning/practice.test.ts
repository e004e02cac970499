import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { strToU8 } from "fflate";
import { reviewPage } from "../../functions/learning/queries.ts";
import { apiAs } from "./api.ts";
import { type Learner, newLearner, refusals } from "./learner.ts";
import { contentOf, moduleOf, openWorld, type World } from "./world.ts";

const content = contentOf([
  moduleOf({ id: "m01" }),
  moduleOf({ id: "m02", accepts: ["file"] }),
  moduleOf({ id: "m03", accepts: ["text"] }),
]);
let world: World;
let me: Learner;
beforeAll(async () => {
  world = await openWorld(content);
});
afterAll(() => world.close());
beforeEach(async () => {
  me = await newLearner(world);
});

describe("handing in practice", () => {
  it("needs the module to have been started", async () => {
    await expect(me.submit()).rejects.toMatchObject({ code: "not-ready" });
  });

  it("puts it with the coach, before the check is passed too", async () => {
    await me.start();
    expect(await me.submit()).toMatchObject({
      submission: 1,
      state: "submitted",
      text: "What I did.",
      staffName: `Rosa Vega-${me.staffId}`,
    });
    expect((await me.enrollment()).state).toBe("practiceSubmitted");
  });

  it("is refused while one is with the coach, and once one is accepted", async () => {
    await me.start();
    await me.submit();
    await expect(me.submit()).rejects.toMatchObject({ code: "conflict", detail: expect.stringContaining("already waits for a review") });
    await me.review();
    await expect(me.submit()).rejects.toMatchObject({ code: "conflict", detail: expect.stringContaining("was accepted") });
  });

  it("can be done once more on purpose when the module is completed, which it stays, with its date and its credit", async () => {
    await me.start();
    await me.submit();
    await me.review();
    await expect(me.submit("Again.", { isOnceMore: true })).rejects.toMatchObject({ code: "conflict" });
    await me.completeContent();
    const before = await me.enrollment();
    expect(before.state).toBe("completed");
    world.clock.set("2029-09-01T15:00:00Z");
    await me.submit("Three years later.", { isOnceMore: true });
    expect(await me.enrollment()).toMatchObject({ state: "completed", practice: { acceptedAt: before.practice.acceptedAt } });
    await me.review({ submission: 2 });
    const after = await me.enrollment();
    expect(after).toMatchObject({ state: "completed", completedAt: before.completedAt, creditMinutes: before.creditMinutes });
    expect(after.practice.acceptedAt).toBe("2029-09-01T15:00:00.000Z");
    world.clock.set("2026-11-02T15:00:00Z");
  });

  it("makes one submission when ten arrive at the same moment", async () => {
    await me.start();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => me.submit()));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(refusals(outcomes)).toEqual(Array.from({ length: 9 }, () => expect.objectContaining({ code: "conflict" })));
    expect(await me.evidence()).toHaveLength(1);
  });

  it("answers the same to a request that arrives ten times with its key", async () => {
    await me.start();
    const api = apiAs(world, me.staffId);
    const send = () =>
      api("POST", "/api/modules/m01/practice", { text: "What I did.", noStudentData: true }, { "idempotency-key": me.staffId });
    const answers = await Promise.all(Array.from({ length: 10 }, send));
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, text: answers[0]?.text });
    expect(await me.evidence()).toHaveLength(1);
  });

  it("after a return is a new submission, and the earlier one stays as it was", async () => {
    await me.start();
    await me.submit("First try.");
    await me.takeBack();
    expect((await me.enrollment()).state).toBe("practiceReturned");
    await me.submit("Second try.");
    const list = await me.evidence();
    expect(list.map(({ submission, text, state: is }) => ({ submission, text, is }))).toEqual([
      { submission: 2, text: "Second try.", is: "submitted" },
      { submission: 1, text: "First try.", is: "returned" },
    ]);
    const page = await reviewPage(world.coach(me.staff), me.staffId, "m01", 2);
    expect(page).toMatchObject({ language: "en", earlier: [{ submission: 1 }] });
  });

  it("takes what the module asks for and says what is missing", async () => {
    for (const moduleId of ["m01", "m02", "m03"]) await me.start(moduleId);
    const refused = (path: string) => ({ code: "invalid-input", fields: [{ path: `json.${path}` }] });
    await expect(me.submit("")).rejects.toMatchObject(refused("text"));
    await expect(me.submit("Words.", { moduleId: "m02" })).rejects.toMatchObject(refused("text"));
    await expect(me.submit("", { moduleId: "m02" })).rejects.toMatchObject(refused("fileId"));
    await expect(me.submit("Words.", { moduleId: "m03", fileId: "fil_1" })).rejects.toMatchObject(refused("fileId"));
  });

  it("needs the person's word that no student can be recognised", async () => {
    await me.start();
    const api = apiAs(world, me.staffId);
    const refused = await api("POST", "/api/modules/m01/practice", { text: "What I did.", noStudentData: false });
    expect(refused).toMatchObject({ status: 400, json: { fields: [{ path: "json.noStudentData" }] } });
    expect(await me.evidence()).toEqual([]);
  });
});

describe("an evidence file", () => {
  const pdf = strToU8("%PDF-1.7 my plan");
  const upload = (bytes = pdf, name = "My plan.pdf") =>
    apiAs(world, me.staffId)("POST", "/api/evidence-files", bytes, {
      "content-type": "application/pdf",
      "x-file-name": encodeURIComponent(name),
    });

  it("goes from the person to their coach as it was, to be saved and not shown", async () => {
    await me.start();
    const { json } = await upload();
    expect(json).toMatchObject({ name: "My plan.pdf", bytes: pdf.length });
    expect(world.files.names).toContain(`${world.districtId}/${me.staffId}/${json.id}`);
    expect(await me.submit("", { fileId: json.id })).toMatchObject({ file: { name: "My plan.pdf", bytes: pdf.length } });
    const coach = apiAs(world, "stf_coach", [{ role: "staff" }, { role: "coach" }]);
    const file = await coach("GET", `/api/staff/${me.staffId}/evidence/m01/1/file`);
    expect(file.bytes).toEqual(pdf);
    expect(file.headers.get("content-type")).toBe("application/pdf");
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="My plan.pdf"');
  });

  it("is refused when it is another kind or too large, and nothing is stored", async () => {
    const before = world.files.names.length;
    expect((await upload(strToU8("<script>"), "plan.pdf")).status).toBe(415);
    const large = new Uint8Array(4_000_001);
    large.set(pdf);
    expect((await upload(large)).status).toBe(413);
    expect(world.files.names).toHaveLength(before);
  });

  it("of one person cannot be attached by another", async () => {
    const { json } = await upload();
    me = await newLearner(world);
    await me.start();
    await expect(me.submit("", { fileId: json.id })).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "json.fileId" }] });
  });
});

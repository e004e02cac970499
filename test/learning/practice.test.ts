import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { strToU8 } from "fflate";
import { reviewPage } from "../../functions/learning/queries.ts";
import { acceptUpload } from "../../functions/learning/actions/accept-upload.ts";
import { submitPractice } from "../../functions/learning/actions/submit-practice.ts";
import type { PlaceForFile } from "../../functions/learning/contract.ts";
import { uploads } from "../../functions/learning/records.ts";
import { rawTable } from "../../functions/platform/context.ts";
import { newId } from "../../functions/platform/ids.ts";
import { handInPiece } from "../../functions/portfolio/actions/hand-in-piece.ts";
import { announced, at, fileAt } from "../support/upload.ts";
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
  const ask = (file: object, key?: string) =>
    apiAs(world, me.staffId)("POST", "/api/evidence-files", file, { "idempotency-key": key ?? newId("key", new Date()) });
  const place = async (bytes = pdf, name = "My plan.pdf") => (await ask(announced(name, bytes))).json as PlaceForFile;
  const put = ({ address, headers }: PlaceForFile, bytes: Uint8Array<ArrayBuffer> = pdf) =>
    world.files.answer(at(address, { method: "PUT", headers, body: bytes }));
  const arrived = (fileId: string, key?: string) =>
    apiAs(world, me.staffId)(
      "POST",
      `/api/evidence-files/${fileId}/arrival`,
      undefined,
      key === undefined ? {} : { "idempotency-key": key },
    );
  const upload = async (bytes = pdf, name = "My plan.pdf") => {
    const there = await place(bytes, name);
    expect((await put(there, bytes)).status).toBe(200);
    return arrived(there.id);
  };
  const incoming = () => world.files.names.filter((name) => name.startsWith(`incoming/${world.districtId}/${me.staffId}/`));
  const stored = () => world.files.names.filter((name) => name.startsWith(`${world.districtId}/${me.staffId}/`));

  it("goes from the person to their coach as it was, past the API, to be saved and not shown", async () => {
    await me.start();
    const { json } = await upload();
    expect(json).toMatchObject({ name: "My plan.pdf", bytes: pdf.length });
    expect([incoming().length, stored()]).toEqual([1, []]);
    expect(await me.submit("", { fileId: json.id })).toMatchObject({ file: { name: "My plan.pdf", bytes: pdf.length } });
    expect(stored()).toEqual([`${world.districtId}/${me.staffId}/${json.id}`]);
    expect(incoming()).toEqual([]);
    const coach = apiAs(world, "stf_coach", [{ role: "staff" }, { role: "coach" }]);
    const led = await coach("GET", `/api/staff/${me.staffId}/evidence/m01/1/file`);
    expect([led.status, led.bytes.length]).toEqual([302, 0]);
    const file = await fileAt(world.files, { address: led.headers.get("location")! });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="My plan.pdf"',
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  });

  it("is refused before it is sent when it is too large or named as another kind, and nothing is put down", async () => {
    const large = { ...announced("plan.pdf", pdf), bytes: 25_000_001 };
    expect(await ask(large)).toMatchObject({ status: 413, json: { detail: "The file may have at most 25 MB." } });
    expect(await ask(announced("photo.heic", pdf))).toMatchObject({ status: 415, json: { fields: [{ path: "json.fileId" }] } });
    expect(await world.as("learning:write", me).table.list(uploads, `U#${me.staffId}#WORK`, { prefix: "F#" })).toEqual([]);
  });

  it("is removed when its bytes are of another kind, whatever it is called, and cannot be handed in", async () => {
    await me.start();
    const { status, json } = await upload(strToU8("<script>"), "plan.pdf");
    expect([status, json.fields[0].path]).toEqual([415, "json.fileId"]);
    expect([...incoming(), ...stored()]).toEqual([]);
    expect(await world.as("learning:write", me).table.list(uploads, `U#${me.staffId}#WORK`, { prefix: "F#" })).toEqual([]);
  });

  it("is taken at its address alone: these bytes, this verb, for a quarter of an hour", async () => {
    const there = await place();
    expect((await put(there, strToU8("%PDF-1.7 my plam"))).status).toBe(400);
    expect((await put(there, strToU8("%PDF-1.7"))).status).toBe(400);
    expect((await put({ ...there, address: there.address.replace("bytes=16", "bytes=17") })).status).toBe(403);
    expect((await put({ ...there, address: there.address.replace("/fil_", "/fil_x") })).status).toBe(403);
    expect((await world.files.answer(at(there.address))).status).toBe(403);
    world.clock.set("2026-11-02T15:15:01Z");
    expect((await put(there)).status).toBe(403);
    world.clock.set("2026-11-02T15:00:00Z");
    expect(incoming()).toEqual([]);
    expect(await arrived(there.id)).toMatchObject({ status: 409, json: { detail: "The file has not arrived. Send it again." } });
    expect((await put(there)).status).toBe(200);
    expect((await arrived(there.id)).status).toBe(200);
  });

  it("is given at its address for a minute", async () => {
    await me.start();
    await me.submit("", { fileId: (await upload()).json.id });
    const address = (await world.files.addressToGet(stored()[0]!, { mediaType: "application/pdf", fileName: "plan.pdf" }))!;
    expect((await world.files.answer(at(address))).status).toBe(200);
    expect((await world.files.answer(at(address, { method: "PUT", body: pdf }))).status).toBe(403);
    world.clock.set("2026-11-02T15:01:01Z");
    expect((await world.files.answer(at(address))).status).toBe(403);
    world.clock.set("2026-11-02T15:00:00Z");
  });

  it("arrives once, whatever is asked, put and told again", async () => {
    const key = `again ${me.staffId}`;
    const asked = [await ask(announced("plan.pdf", pdf), key), await ask(announced("plan.pdf", pdf), key)].map(({ text }) => text);
    expect(asked[1]).toBe(asked[0]);
    const there = JSON.parse(asked[0]!) as PlaceForFile;
    for (const _ of [1, 2]) expect((await put(there)).status).toBe(200);
    const answers = await Promise.all([1, 2, 3, 4].map((one) => arrived(there.id, one < 3 ? key.toUpperCase() : undefined)));
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, text: answers[0]?.text });
    await put(there);
    expect((await arrived(there.id)).status).toBe(200);
    expect([incoming().length, stored()]).toEqual([1, []]);
  });

  /** The person's own context, in which one thing fails as if the power went. */
  const dying = (cut: "get" | "copy" | "remove" | "write") => {
    const ctx = world.learner(me.staffId);
    const fail = async () => Promise.reject(new Error("power"));
    return cut === "write" ? { ...ctx, [rawTable]: { ...ctx[rawTable], write: fail } } : { ...ctx, files: { ...ctx.files, [cut]: fail } };
  };

  it.each(["get", "write"] as const)("is not there by half, and is in the end, when the look at it is cut at its %s", async (cut) => {
    await me.start();
    const there = await place();
    await put(there);
    await expect(acceptUpload(dying(cut), { staffId: me.staffId, fileId: there.id })).rejects.toThrow("power");
    await expect(me.submit("", { fileId: there.id })).rejects.toMatchObject({ code: "invalid-input" });
    expect((await arrived(there.id)).status).toBe(200);
    await me.submit("", { fileId: there.id });
    expect([incoming(), stored().length]).toEqual([[], 1]);
  });

  it.each(["copy", "write"] as const)("is handed in whole or not at all when that is cut at its %s", async (cut) => {
    await me.start();
    const { json } = await upload();
    const given = { staffId: me.staffId, moduleId: "m01", text: "", fileId: json.id, noStudentData: true as const };
    await expect(submitPractice(dying(cut), given)).rejects.toThrow("power");
    expect(await me.evidence()).toEqual([]);
    await me.submit("", { fileId: json.id });
    expect(await me.evidence()).toMatchObject([{ file: { name: "My plan.pdf" } }]);
    expect(await world.files.get(stored()[0]!)).toEqual(pdf);
  });

  it("is said to be handed in once it is, also when the place where it arrived cannot be emptied", async () => {
    await me.start();
    const given = { staffId: me.staffId, moduleId: "m01", text: "", noStudentData: true as const };
    const submitted = await submitPractice(dying("remove"), { ...given, fileId: (await upload()).json.id });
    expect(submitted).toMatchObject({ state: "submitted", file: { name: "My plan.pdf" } });
    const { files } = dying("remove");
    const piece = { kind: "delivery" as const, title: "A session", doneOn: "2026-10-01", text: "", noStudentData: true as const };
    const handedIn = await handInPiece({ ...world.as("portfolio:write", me), files }, { ...piece, fileId: (await upload()).json.id });
    expect(handedIn).toMatchObject({ state: "submitted", version: 1 });
    expect([stored().length, incoming().length]).toEqual([2, 2]);
  });

  it("belongs to one submission, also when two take it at the same moment", async () => {
    await me.start();
    const { json } = await upload();
    const piece = {
      kind: "delivery" as const,
      title: "A session",
      doneOn: "2026-10-01",
      text: "",
      noStudentData: true as const,
      fileId: json.id,
    };
    const handIn = () => handInPiece(world.as("portfolio:write", me), piece);
    const outcomes = await Promise.allSettled([me.submit("", { fileId: json.id }), handIn(), handIn()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(handIn()).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "json.fileId" }] });
    // Put there and told of once more, it stays with what it was handed in with.
    expect((await arrived(json.id)).status).toBe(404);
  });

  it("of one person is not another's to tell of or to hand in", async () => {
    const there = await place();
    await put(there);
    me = await newLearner(world);
    await me.start();
    expect((await arrived(there.id)).status).toBe(404);
    await expect(me.submit("", { fileId: there.id })).rejects.toMatchObject({ code: "invalid-input", fields: [{ path: "json.fileId" }] });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Certificate, certificates } from "../../functions/certification/records.ts";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import type { Table } from "../../functions/platform/table.ts";
import { listTasksOf, readTask } from "../../functions/platform/task.ts";
import { type Piece, pieces } from "../../functions/portfolio/records.ts";
import { beginRetention, emptyWhatIsOver, readRetentionTrial, tryRetention } from "../../functions/retention/actions/empty-what-is-over.ts";
import { saveRetention } from "../../functions/retention/actions/save-retention.ts";
import { readRetention } from "../../functions/retention/queries.ts";
import { type Learner, newLearner } from "../learning/learner.ts";
import { type MemoryWorld, openMemoryWorld } from "../learning/world.ts";
import { wholeTable } from "../roster/whole-table.ts";
import { uploadFile } from "../support/upload.ts";

let world: MemoryWorld;
let me: Learner;
beforeAll(async () => (world = await openMemoryWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set("2026-11-02T15:00:00Z");
  me = await newLearner(world);
  await me.start();
});

const administrator = () =>
  world.as(
    "retention:write",
    { staffId: "stf_admin", name: "Sam", grants: [{ role: "staff" }, { role: "districtAdministrator" }] },
    { kind: "district" },
  );
const keeper = () => world.job("retention", "retention:apply");
const choose = async (schoolYears?: 1 | 3 | 8) => {
  const { version } = await readRetention(administrator());
  await saveRetention(administrator(), { version, ...(schoolYears !== undefined && { schoolYears }) });
  return readRetention(administrator());
};

/** What is asked for on a day is done to its end; says what was emptied. */
async function nightOf(day: string): Promise<unknown> {
  world.clock.set(`${day}T15:00:00Z`);
  await beginRetention(keeper());
  const [task] = await listTasksOf(keeper(), emptyWhatIsOver, { from: new Date(`${day}T00:00:00Z`), to: new Date(`${day}T23:59:59Z`) });
  if (!task) return undefined;
  await runTask(world.services, [emptyWhatIsOver], world.districtId, task.id);
  return (await readTask(keeper(), task.id)).outcome;
}

async function handIn(): Promise<string> {
  const bytes = new TextEncoder().encode("%PDF-1.7 Wilhelmina");
  const { id } = await uploadFile(world.learner(me.staffId), world.files, { staffId: me.staffId, fileName: "plan.pdf", bytes });
  await me.submit("What Wilhelmina planned.", { fileId: id });
  return id;
}

async function keep(piece: Partial<Piece>): Promise<Piece> {
  const whole: Piece = {
    id: `pce_${me.staffId}`,
    staffId: me.staffId,
    staffName: "Rosa Lee",
    kind: "coachingCycle",
    title: "A cycle",
    doneOn: "2026-10-01",
    text: "Two visits of Wilhelmina.",
    link: "https://maple.example/Wilhelmina",
    state: "accepted",
    submission: 1,
    submittedAt: "2026-10-02T15:00:00.000Z",
    reviews: [
      { reviewerId: "stf_x", reviewerName: "X", reviewedAt: "2026-10-05T15:00:00.000Z", decision: "accept", comment: "Wilhelmina!" },
    ],
    earlier: [],
    ...piece,
  };
  await world.table.write([pieces.put({ ...whole, version: 0 }).operation(world.districtId)]);
  return whole;
}

const pieceNow = () => keeper().table.get(pieces, { of: `U#${me.staffId}`, at: `PIECE#pce_${me.staffId}` });

describe("evidence whose time is over", () => {
  it("stays while the district has not decided, and until the end of the next school year once it has", async () => {
    const fileId = await handIn();
    await me.completeContent();
    await me.review({ comment: "Wilhelmina's plan is clear." });
    expect(await nightOf("2028-08-01")).toBeUndefined();
    world.clock.set("2028-08-05T15:00:00Z");
    expect((await choose(1)).next).toEqual({ on: "2028-09-01", upTo: "2027-06-30" });
    expect((await me.evidence())[0]?.text).toBe("What Wilhelmina planned.");
    expect(await nightOf("2028-08-06")).toBeUndefined();
    expect(await nightOf("2028-09-01")).toMatchObject({ upTo: "2027-06-30", evidence: 1, files: 1, people: 1, failed: 0 });
    const [emptied] = await me.evidence();
    expect(emptied).toMatchObject({
      state: "accepted",
      text: "",
      expiredOn: "2028-09-01",
      review: { reviewerName: "Ada Coach", comment: "", levels: { plan: "meets" } },
    });
    expect(emptied?.file).toBeUndefined();
    expect(world.files.names.filter((name) => name.includes(fileId))).toEqual([]);
    expect(JSON.stringify(await wholeTable(world))).not.toContain("Wilhelmina");
    expect((await me.enrollment()).state).toBe("completed");
    expect(await nightOf("2028-10-01")).toMatchObject({ evidence: 0, pieces: 0, people: 0 });
  });

  it("is left where it waits for a review, and what was decided last school year is left as well", async () => {
    await choose(1);
    await me.submit("What I did.");
    world.clock.set("2027-09-10T15:00:00Z");
    const other = await newLearner(world);
    await other.start();
    await other.submit("What I did a year later.");
    await other.review();
    await nightOf("2028-10-01");
    expect((await me.evidence())[0]).toMatchObject({ state: "submitted", text: "What I did." });
    expect((await other.evidence())[0]).toMatchObject({ state: "accepted", text: "What I did a year later." });
  });

  it("is counted without being touched, also of who has left", async () => {
    await choose();
    await me.submit("What I did.");
    await me.takeBack();
    await world.put({ ...me.staff, status: "left" });
    world.clock.set("2028-08-05T15:00:00Z");
    const { taskId } = await tryRetention(administrator(), { schoolYears: 1 });
    await expect(readRetentionTrial(administrator(), taskId)).rejects.toMatchObject({ code: "not-ready" });
    await runTask(world.services, [emptyWhatIsOver], world.districtId, taskId);
    expect((await readRetentionTrial(administrator(), taskId)).evidence).toBeGreaterThanOrEqual(1);
    expect((await me.evidence())[0]).toMatchObject({ state: "returned", text: "What I did." });
    expect(await nightOf("2029-03-01")).toBeUndefined();
  });

  it("goes on where it was cut short: a file that is gone already keeps nothing from being emptied", async () => {
    const fileId = await handIn();
    await me.review();
    world.clock.set("2028-08-05T15:00:00Z");
    await choose(1);
    for (const name of world.files.names.filter((one) => one.includes(fileId))) await world.files.remove(name);
    await nightOf("2028-11-01");
    expect((await me.evidence())[0]).toMatchObject({ text: "", expiredOn: "2028-11-01" });
  });
});

describe("a piece of a portfolio", () => {
  it("that was accepted is kept while no certificate that asks for it was issued, and emptied after; it goes on counting", async () => {
    await choose(1);
    await keep({});
    await nightOf("2028-12-01");
    expect(await pieceNow()).toMatchObject({ text: "Two visits of Wilhelmina." });
    const issued: Certificate = {
      id: `crt_${me.staffId}`,
      publicId: `pub_${me.staffId}`,
      staffId: me.staffId,
      certificationId: "coach",
      cycle: 1,
      title: "MTSS Coach",
      holderName: "Rosa Lee",
      districtName: "Maple Valley Schools",
      issuedOn: "2027-02-01",
      issuedAt: "2027-02-01T15:00:00.000Z",
      renewalOpensOn: "2029-11-01",
      expiresOn: "2030-02-01",
      clockHours: 0,
      modules: {},
      practice: [],
    };
    await world.table.write([certificates.put({ ...issued, version: 0 }).operation(world.districtId)]);
    await nightOf("2029-01-01");
    expect(await pieceNow()).toMatchObject({
      state: "accepted",
      title: "A cycle",
      doneOn: "2026-10-01",
      text: "",
      expiredOn: "2029-01-01",
      reviews: [{ reviewerName: "X", decision: "accept", comment: "" }],
    });
    expect(JSON.stringify(await pieceNow())).not.toContain("Wilhelmina");
  });
});

describe("a month of which the first goes wrong", () => {
  const hourOf = async (day: string, isDown: (key: { PK: string; SK: string }) => boolean = () => false): Promise<string[]> => {
    world.clock.set(`${day}T15:00:00Z`);
    const { table } = world;
    const broken: Table = { ...table, get: (key, ...more) => (isDown(key) ? Promise.reject(new Error("down")) : table.get(key, ...more)) };
    await scheduleHandler({ ...world.services, table: broken }, { send: async () => {} })().catch(() => {});
    const range = { from: new Date(`${day.slice(0, 7)}-01T00:00:00Z`), to: new Date(`${day}T23:59:59Z`) };
    return (await listTasksOf(keeper(), emptyWhatIsOver, range)).map(({ askedAt }) => askedAt.slice(0, 10));
  };

  it("is begun on the second, and not again on the third", async () => {
    await choose(3);
    expect(await hourOf("2030-10-01", ({ SK }) => SK === "RETENTION")).toEqual([]);
    expect((await readRetention(administrator())).next?.on).toBe("2030-10-01");
    expect(await hourOf("2030-10-02")).toEqual(["2030-10-02"]);
    expect((await readRetention(administrator())).next?.on).toBe("2030-11-01");
    expect(await hourOf("2030-10-03")).toEqual(["2030-10-02"]);
    expect(await hourOf("2030-11-01")).toEqual(["2030-11-01"]);
  });

  it("is begun on the first all the same when it is the day's other work that fails", async () => {
    await choose(3);
    expect(await hourOf("2030-12-01", ({ SK }) => SK === "DONE#after-tick")).toEqual(["2030-12-01"]);
  });

  it("takes what was over on the first and no more, also where a school year has begun since", async () => {
    await choose(1);
    const nextOn = async (day: string) => {
      world.clock.set(`${day}T15:00:00Z`);
      const ctx = administrator();
      const calendar = { ...ctx.district.calendar, yearStartsOn: "2026-08-12", yearEndsOn: "2027-06-30" };
      return (await readRetention({ ...ctx, district: { ...ctx.district, calendar } })).next;
    };
    expect(await nextOn("2032-08-20")).toEqual({ on: "2032-08-20", upTo: "2030-08-11" });
    expect(await nextOn("2032-09-02")).toEqual({ on: "2032-09-02", upTo: "2031-08-11" });
  });

  it("is left to the next month when the choice was made in it, as the page said", async () => {
    world.clock.set("2031-01-01T15:00:00Z");
    expect((await choose(1)).next?.on).toBe("2031-02-01");
    expect(await hourOf("2031-01-01")).toEqual([]);
    expect(await hourOf("2031-01-20")).toEqual([]);
    expect(await hourOf("2031-02-01")).toEqual(["2031-02-01"]);
  });
});

it("is decided by one at a time, and on record", async () => {
  const { version } = await choose(8);
  await expect(saveRetention(administrator(), { version: version - 1, schoolYears: 1 })).rejects.toMatchObject({ code: "conflict" });
  expect(await readRetention(administrator())).toMatchObject({ version, schoolYears: 8, savedByName: "Sam" });
});

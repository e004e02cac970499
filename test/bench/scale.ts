import { spawn } from "node:child_process";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { DynamoDBRecord } from "aws-lambda";
import { rollUpSchool } from "../../functions/engagement/actions/roll-up-school.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import type { RuleInput, RulePreview, RuleTrialAnswer } from "../../functions/assignment/rule-contract.ts";
import { taskKinds } from "../../functions/lambda/task-kinds.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import type { TaskView } from "../../functions/platform/contract.ts";
import { createContext } from "../../functions/platform/context.ts";
import { idFrom } from "../../functions/platform/ids.ts";
import { partitionOf } from "../../functions/platform/record.ts";
import { rounded, sideBySide } from "./figures.ts";
import { fill, importInto, openScaleDatabase, origin, type ScaleDatabase, scaleDistrict, type Used } from "./scale-district.ts";
import { administrator, hotSchool, leader, plainSchool, type Scale } from "./scale-roster.ts";

const us = { writeMillion: 0.625, readMillion: 0.125, schoolDays: 20 };
const sample = 10;
const eventsADay = 20;

const isRead = ({ operation }: Used): boolean => operation !== "write";
const unitsOf = (used: Used[]): number => used.reduce((sum, { units }) => sum + units, 0);

/** `npm run bench -- --scale`: a district of a thousand schools and a hundred thousand people; progress goes to `say`. */
export async function measureScale(full: Scale, say: (line: string) => void): Promise<object> {
  const startedAt = performance.now();
  const db = await openScaleDatabase();
  try {
    const wide = scaleDistrict("wide-plains");
    const narrow = scaleDistrict("narrow-plains");
    say(`Importing ${full.staff} people …`);
    const importSeconds = await importInto(db.services, db.services.table, wide, full);
    say(`  ${rounded(importSeconds)} s. Their learning and figures …`);
    await fill(db, wide, full, true);
    say("A tenth of the people at as many schools …");
    await fill(db, narrow, { schools: full.schools, staff: full.staff / 10, hot: full.hot / 10 }, false);
    say("Pages, recomputation, a rule's preview …");
    const page = await measureDistrictPage(db, wide.id, narrow.id);
    const recompute = await measureRecompute(db, wide.id);
    const preview = await measurePreview(db, wide.id);
    say("A day of twenty events for some people …");
    const day = await measureDay(db, wide.id, full);
    say("Learners beside a rule that is being applied …");
    const background = await measureBackground(db, wide.id, full);
    return {
      scale: full,
      import100kSeconds: rounded(importSeconds),
      ...page,
      schoolRecomputeReads: recompute,
      ...preview,
      ...day,
      ...background,
      machine: { cores: availableParallelism(), memoryGB: Math.round(totalmem() / 2 ** 30), node: process.version },
      memoryMB: Math.round(process.memoryUsage().rss / 2 ** 20),
      totalSeconds: Math.round((performance.now() - startedAt) / 1000),
    };
  } finally {
    await db.close();
  }
}

type App = ScaleDatabase["app"];

/** One request that must succeed; its text. */
async function ask(app: App, cookie: string, method: string, path: string, body?: object): Promise<string> {
  const headers = { cookie, origin, "content-type": "application/json", "x-throughline": "1" };
  const response = await app.fetch(new Request(origin + path, { method, headers, ...(body && { body: JSON.stringify(body) }) }));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text;
}

/** The district page's read units beside those of its own bytes, and its time at all people over a tenth, turn by turn. */
async function measureDistrictPage(db: ScaleDatabase, wideId: string, narrowId: string) {
  const [wide, narrow] = [await db.cookieOf(wideId, leader), await db.cookieOf(narrowId, leader)];
  const path = "/api/engagement/district";
  await ask(db.countedApp, wide, "GET", path); // The first request also reads the district's settings.
  db.used.length = 0;
  const text = await ask(db.countedApp, wide, "GET", path);
  const reads = unitsOf(db.used.filter(isRead));
  const one = (cookie: string) => () => ask(db.app, cookie, "GET", path);
  await sideBySide(5, one(wide), one(narrow));
  const { firstMs, secondMs } = await sideBySide(40, one(wide), one(narrow));
  return {
    districtPageReads: reads,
    districtPagePayloadUnits: Math.ceil(Buffer.byteLength(text) / 4096) / 2,
    districtPageMs: rounded(firstMs),
    districtPageRatio: rounded(firstMs / secondMs),
  };
}

/** Read units of working out one school, by how many people it has. */
async function measureRecompute(db: ScaleDatabase, districtId: string): Promise<{ small: number; hot: number; hotMs: number }> {
  const district = scaleDistrict("wide-plains");
  const ctx = createContext(db.counted, { actor: { kind: "job", name: "engagement" }, district, requestId: "bench" });
  const readsAt = async (sourcedId: string): Promise<number> => {
    db.used.length = 0;
    await rollUpSchool(ctx, idFrom("sch", districtId, sourcedId));
    return unitsOf(db.used.filter(isRead));
  };
  const small = await readsAt(plainSchool);
  const startedAt = performance.now();
  const hot = await readsAt(hotSchool);
  return { small, hot, hotMs: rounded(performance.now() - startedAt) };
}

const rule: RuleInput = {
  name: "Counselors",
  audience: { anyOf: [{ allOf: [{ about: "role", anyOf: ["counselor"] }] }] },
  target: { kind: "module", id: "m02" },
  due: { kind: "relative", days: 30 },
  effectiveFrom: "2026-04-01",
};

async function measurePreview(db: ScaleDatabase, districtId: string) {
  const cookie = await db.cookieOf(districtId, administrator);
  const startedAt = performance.now();
  const { preview, taskId = "" } = JSON.parse(await ask(db.app, cookie, "POST", "/api/rules/preview", rule)) as RuleTrialAnswer;
  let found = preview;
  while (!found) {
    await runTask(db.services, taskKinds, districtId, taskId);
    const { state } = JSON.parse(await ask(db.app, cookie, "GET", `/api/tasks/${taskId}`)) as TaskView;
    if (state === "failed" || state === "stopped") throw new Error(`the preview has ${state}`);
    if (state === "done") found = JSON.parse(await ask(db.app, cookie, "GET", `/api/rules/previews/${taskId}`)) as RulePreview;
  }
  return { rulePreview10kSeconds: rounded((performance.now() - startedAt) / 1000), rulePreviewPeople: found.added.total };
}

/** What people far apart cost on a day of twenty events each, requests and all that follows from them, each event on its own. */
async function measureDay(db: ScaleDatabase, districtId: string, { staff, hot }: Scale) {
  const catalog = JSON.parse(await ask(db.app, await db.cookieOf(districtId, leader), "GET", "/api/catalog")) as {
    modules: { id: string; lessons: { id: string }[] }[];
  };
  const events = catalog.modules.flatMap(({ id, lessons }) =>
    lessons.flatMap((lesson) => [
      { method: "PUT", path: `/api/modules/${id}/place`, body: { lessonId: lesson.id } },
      { method: "POST", path: `/api/modules/${id}/lessons/${lesson.id}/completion`, body: {} },
    ]),
  );
  const handler = streamHandler(db.counted, db.mailer);
  const { counted } = db;
  const people = Array.from({ length: sample }, (_, i) => `u${hot + 100 + Math.floor((i * (staff - hot - 100)) / sample) + 3}`);
  const cookies = await Promise.all(people.map((sourcedId) => db.cookieOf(districtId, sourcedId)));
  db.used.length = 0;
  for (const { method, path, body } of events.slice(0, eventsADay))
    for (const [i, cookie] of cookies.entries()) {
      await ask(db.countedApp, cookie, method, path, body);
      // What the stream tells of: the person's rows, and then the school's.
      const staffId = idFrom("stf", districtId, people[i] ?? "");
      await handler({ Records: [recordOf(partitionOf(districtId, `U#${staffId}`), "E#m01")] });
      const [school] = (await counted.table.query(partitionOf(districtId, `U#${staffId}`), { from: "SUM", to: "SUM" })).items;
      const [schoolId] = (school?.schoolIds ?? []) as string[];
      if (schoolId !== undefined) await handler({ Records: [recordOf(partitionOf(districtId, `S#${schoolId}`), `STAFF#${staffId}`)] });
    }
  const reads = unitsOf(db.used.filter(isRead)) / sample;
  const writes = unitsOf(db.used.filter((one) => !isRead(one))) / sample;
  const dollars = (staff * us.schoolDays * (reads * us.readMillion + writes * us.writeMillion)) / 1e6;
  return { unitsPerStaffDay: { reads: rounded(reads), writes: rounded(writes) }, dollarsAMonth: Math.round(dollars) };
}

const recordOf = (PK: string, SK: string): DynamoDBRecord => ({
  dynamodb: { Keys: { PK: { S: PK }, SK: { S: SK } }, SequenceNumber: "1" },
});

/** A learner's p95 while a rule for a tenth of the people is applied by a process of its own, over that while it stands still; in turns. */
async function measureBackground(db: ScaleDatabase, districtId: string, { hot }: Scale) {
  const at = db.services.clock.now().toISOString();
  const child = spawn(process.execPath, [join(import.meta.dirname, "scale-background.ts"), db.database.endpoint, db.folder, at], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout.once("data", () => resolve());
      child.once("exit", () => reject(new Error("the background process ended")));
    });
    await ask(db.app, await db.cookieOf(districtId, administrator), "POST", "/api/rules", rule);
    const learner = await db.cookieOf(districtId, `u${hot + 205}`);
    const times: Record<"idle" | "busy", number[]> = { idle: [], busy: [] };
    for (let round = 0; round < 8; round++)
      for (const which of ["busy", "idle"] as const) {
        child.kill(which === "busy" ? "SIGCONT" : "SIGSTOP");
        await delay(100);
        for (const until = performance.now() + 1500; performance.now() < until;) {
          const askedAt = performance.now();
          await ask(db.app, learner, "GET", "/api/my/path");
          times[which].push(performance.now() - askedAt);
        }
      }
    return {
      backgroundSlowdown: rounded(p95(times.busy) / p95(times.idle)),
      learnerP95Ms: { idle: rounded(p95(times.idle)), busy: rounded(p95(times.busy)) },
    };
  } finally {
    child.kill("SIGKILL");
  }
}

function p95(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
}

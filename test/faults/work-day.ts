import { expect } from "vitest";
import { createApp } from "../../functions/lambda/app.ts";
import { sweepOutbox } from "../../functions/lambda/mail.ts";
import { type StreamHandler, streamHandler } from "../../functions/lambda/stream.ts";
import { workHandler } from "../../functions/lambda/work.ts";
import type { Services } from "../../functions/platform/context.ts";
import type { Mailer, Message } from "../../functions/platform/outbox.ts";
import type { Item, Table } from "../../functions/platform/table.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { fromOurPages, signedInAs } from "../access/world.ts";
import { content, coreIds, learned } from "../certification/world.ts";
import { type Person, person, roleAt, school } from "../engagement/small-district.ts";
import type { AnyStore } from "../support/store.ts";
import { tracesOf } from "./traces.ts";
import { enterFacts, expectWell, openWellDistrict } from "./well.ts";

export { content };
export const now = "2026-11-02T15:00:00Z";

const done = "2026-10-01T15:00:00.000Z";
const coach = { coachId: "stf_coach" };
/** Ana and Ben have one module left each before they are certified; the coach and the leaders look after them. */
export const people: Record<"ana" | "ben" | "coach" | "leader" | "administrator", Person> = {
  ana: core(person("stf_ana", [roleAt("sch_1")], coach)),
  ben: core(person("stf_ben", [roleAt("sch_1")], coach)),
  coach: person("stf_coach", [roleAt("sch_1", "coach")]),
  leader: person("stf_leader", [roleAt("sch_1", "schoolAdministrator")]),
  administrator: person("stf_admin", [roleAt("sch_1", "dataCoordinator")], { isDistrictAdministrator: true }),
};

function core(one: Person): Person {
  return { ...one, enrollments: coreIds.slice(1).map((id) => learned(one.staff.id, id, done, false)) };
}

export type WorkDay = Awaited<ReturnType<typeof openWorkDay>>;

/** A district of its own with five people, some of whom are about to do a day's work. `table` is how the functions reach the store. */
export async function openWorkDay(store: AnyStore, table: Table = store.table, learners: readonly Person[] = [people.ana, people.ben]) {
  const district = await openWellDistrict(store);
  await enterFacts(store, district, { schools: [school("sch_1")], people: Object.values(people) });
  const cookies = new Map<string, string>();
  for (const { staff } of Object.values(people)) cookies.set(staff.id, await signedInAs(store, staff, district));
  const sent: Message[] = [];
  const mailer: Mailer = { send: async (message) => void sent.push(message) };
  const app = createApp({ ...store.services, table }, { read: async () => "none" });
  const tries: number[] = [];

  /** A change as the browser sends it: under one key, again for as long as it is asked to try again. */
  const ask = async (who: Staff, path: string, body?: object, key = `${who.id} ${path}`): Promise<Record<string, any>> => {
    const headers = {
      ...fromOurPages(store.services.origin),
      cookie: cookies.get(who.id) ?? "",
      "idempotency-key": key,
      "content-type": "application/json",
    };
    for (let tried = 1; ; tried++) {
      const response = await app.request(`${store.services.origin}/api${path}`, {
        method: "POST",
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      });
      const answer = (await response.json()) as Record<string, any>;
      if (response.status === 503 && tried < 25) continue;
      expect([path, response.status, answer]).toEqual([path, 200, answer]);
      tries.push(tried);
      return answer;
    }
  };
  return {
    store,
    district,
    sent,
    mailer,
    tries,
    ask,
    /** Sends what the stream did not. */
    sweep: () => sweepOutbox(store.services, mailer),
    /** The services as they are where this is the only district. */
    async alone(): Promise<Services> {
      const mine = await table.query("PUB#DISTRICTS", { from: district.slug, to: district.slug });
      const query: Table["query"] = async (partition, range) => (partition === "PUB#DISTRICTS" ? mine : table.query(partition, range));
      return { ...store.services, table: { ...table, query } };
    },
    /** One process of the stream's function over its own way to the table. */
    handlerOver: (over: Table): StreamHandler => bothOver({ ...store.services, table: over }, mailer),
    learners,
    rows: () => store.rows(district),
  };
}

/** Both readers of the stream, one after the other: what follows from a change, then the long work it asks for. */
function bothOver(services: Services, mailer: Mailer): StreamHandler {
  const [stream, work] = [streamHandler(services, mailer), workHandler(services)];
  return async (event) => {
    const answers = [await stream(event), await work(event)];
    return answers.find(({ batchItemFailures }) => batchItemFailures.length > 0) ?? { batchItemFailures: [] };
  };
}

/** A day's work: Ana and Ben finish their last module, the coach accepts and writes, a leader assigns, an administrator makes a rule. `copies` of each request are sent at once. */
export async function workThrough(day: WorkDay, copies = 1): Promise<void> {
  /** The same request so many times at once; all must answer the same. */
  const ask: WorkDay["ask"] = async (...request) => {
    const [first, ...others] = await Promise.all(Array.from({ length: copies }, () => day.ask(...request)));
    for (const other of others) expect(other).toEqual(first);
    return first ?? {};
  };
  const rule = {
    name: "Coaches",
    audience: { anyOf: [{ allOf: [{ about: "role", anyOf: ["coach"] }] }] },
    target: { kind: "module", id: "m02" },
    effectiveFrom: "2026-08-01",
  };
  await ask(people.administrator.staff, "/rules", { ...rule, due: { kind: "relative", days: 30 } });
  for (const { staff } of day.learners) {
    await ask(staff, "/modules/m01/lessons/one/completion", {});
    const { number, items } = await ask(staff, "/modules/m01/attempts");
    const answers = Object.fromEntries((items as { id: string }[]).map(({ id }) => [id, `${id}-b`]));
    await ask(staff, `/modules/m01/attempts/${number}/submission`, { answers });
    await ask(staff, "/modules/m01/practice", { text: "What I did.", noStudentData: true });
    const levels = { plan: "meets", doing: "meets" };
    await ask(people.coach.staff, `/staff/${staff.id}/evidence/m01/1/review`, {
      decision: "accept",
      levels,
      comment: "Well done.",
      version: 1,
    });
  }
  const audience = { staffIds: day.learners.map(({ staff }) => staff.id) };
  await ask(people.leader.staff, "/assignments", { audience, target: { kind: "module", id: "m07" }, due: { kind: "relative", days: 30 } });
  await ask(people.coach.staff, `/staff/${people.ana.staff.id}/nudges`, { message: "A kind word." });
}

/** What a day left behind; two days that went alike leave the same. */
export async function traces(day: WorkDay, rows?: readonly Item[]): Promise<string[]> {
  return tracesOf(rows ?? (await day.rows()), day.district);
}

/**
 * What must be true of a day whatever went wrong in it: every effect once, each with its audit row, and all that follows
 * from facts as they have it (I2, I3, I4, I6).
 */
export async function expectOnce(day: WorkDay, known?: readonly Item[]): Promise<void> {
  const rows = known ?? (await day.rows());
  await expectWell(day.store, day.district, rows);
  const count = (type: string, where: (row: Item) => boolean = () => true): number =>
    rows.filter((row) => row.type === type && where(row)).length;
  const audits = (action: string): number => count("audit", (row) => row.action === action);
  const each = day.learners.length;
  for (const { staff } of day.learners) expect(count("certificate", ({ staffId }) => staffId === staff.id)).toBe(1);
  expect({ public: count("public-certificate"), issued: audits("certificate.issued") }).toEqual({ public: each, issued: each });
  expect({ attempts: count("attempt"), submitted: audits("attempt.submitted") }).toEqual({ attempts: each, submitted: each });
  expect({ evidence: count("evidence"), accepted: audits("evidence.accepted") }).toEqual({ evidence: each, accepted: each });
  const messages = rows.filter(({ type }) => type === "message");
  expect(messages.map(({ state }) => state)).toEqual(Array.from({ length: 2 * each + 1 }, () => "sent"));
  expect(rows.filter(({ SK }) => SK.startsWith("A#r-")).map(({ staffId }) => staffId)).toEqual([people.coach.staff.id]);
  expect({ nudges: audits("nudge.sent"), rules: count("rule") }).toEqual({ nudges: 1, rules: 1 });
}

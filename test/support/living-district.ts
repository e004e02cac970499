import type { DynamoDBRecord } from "aws-lambda";
import { checkRows, type Found } from "../../functions/check/check-table.ts";
import { createApp } from "../../functions/lambda/app.ts";
import { scheduleHandler } from "../../functions/lambda/schedule.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import { workHandler } from "../../functions/lambda/work.ts";
import { createContext, type ContentSource, type Services } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import { grant } from "../../functions/platform/grant.ts";
import type { Mailer, Message } from "../../functions/platform/outbox.ts";
import type { Key } from "../../functions/platform/table.ts";
import { importRoster, type ImportResult } from "../../functions/roster/actions/import-roster.ts";
import { openDistrict } from "../../functions/roster/actions/open-district.ts";
import { schoolIdOf, staffIdOf } from "../../functions/roster/import-rules.ts";
import { fromOurPages, signedInAs } from "../access/world.ts";
import { content as foundationsContent } from "../certification/world.ts";
import { csv, type Files, roleHeader, userHeader } from "../roster/bundles.ts";
import { type CrashPoint, mortal } from "./crash-points.ts";
import { openMemoryStore, testDistrict } from "./store.ts";

/** A job as the roster file has it: the role, the school, and its days where the file says them. */
export type Job = [role: string, school: string, from?: string | undefined, to?: string | undefined];
export type Employee = { jobs: Job[]; familyName?: string; email?: string };
/** Everyone the roster file names, by the id it knows them under. */
export type Roster = Record<string, Employee>;

const since = "2024-08-12";
/** Two teachers at each school, their coach, the leader of the first school, a leader and an administrator of the district. */
export const roster: Roster = {
  ana: { jobs: [["teacher", "s1", since]] },
  ben: { jobs: [["teacher", "s1", since]] },
  dee: { jobs: [["teacher", "s2", since]] },
  eli: { jobs: [["teacher", "s2", since]] },
  cho: { jobs: [["ext:coach", "s1", since]] },
  pat: { jobs: [["principal", "s1", since]] },
  lou: { jobs: [["ext:districtLeader", "d1", since]] },
  sam: { jobs: [["systemAdministrator", "d1", since]] },
};

/** A OneRoster bundle of these people, at an elementary, a middle and, where it is named, a high school. */
export function bundleOf(
  people: Roster,
  schools: Record<string, string> = { s1: "Lincoln Elementary School", s2: "Harbor Middle School" },
): Files {
  const users = Object.entries(people).map(([id, { familyName = "Test", email = `${id}@maple.example`, jobs }]) => {
    const school = jobs[0]?.[1] ?? "s1";
    return `${id},,,TRUE,${id},${id},${familyName},${email},${school},`;
  });
  const roles = Object.entries(people).flatMap(([id, { jobs }]) =>
    jobs.map(
      ([role, school, from = "", to = ""], i) => `${id}-${i},,,${id},${i === 0 ? "primary" : "secondary"},${role},${from},${to},${school}`,
    ),
  );
  const orgs = Object.entries(schools).map(([id, name]) => `${id},,,${name},school,,d1`);
  return {
    "orgs.csv": csv(
      "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
      "d1,,,Maple Valley Schools,district,,",
      ...orgs,
    ),
    "users.csv": csv(userHeader, ...users),
    "roles.csv": csv(roleHeader, ...roles),
  };
}

export type LivingDistrict = Awaited<ReturnType<typeof openLivingDistrict>>;

/**
 * A district over a table in memory in which everything happens as when it is deployed: requests through the app, what
 * follows from them by the stream, long work, the schedule and mail. All there is in it came through the product's own
 * doors, so that the self-check has nothing to find in it, whatever a test does by these means.
 */
export async function openLivingDistrict(options: { now?: string; content?: ContentSource; mailer?: Mailer; district?: District } = {}) {
  const store = await openMemoryStore({ now: options.now ?? "2026-09-01T15:00:00Z", content: options.content ?? foundationsContent });
  const district: District = options.district ?? { ...testDistrict, id: "dst_living", slug: "living", name: "Living Schools" };
  // The store begins with two districts of its own, which nobody opened.
  for (const { PK, SK } of store.table.items()) await store.table.write([{ remove: { PK, SK } }]);
  const sent: Message[] = [];
  const mailer = options.mailer ?? { send: async (message: Message) => void sent.push(message) };
  const job = <P extends Parameters<typeof grant>[1]>(
    name: "setup" | "roster-import" | "assignment" | "engagement" | "check",
    permission: P,
  ) =>
    grant(createContext(store.services, { actor: { kind: "job", name }, district, requestId: "test" }), permission, { kind: "district" });
  await openDistrict(job("setup", "roster:write"), district);

  /** Both readers of the stream over some way to the table, one after the other. */
  const handlerOver = (services: Services) => {
    const [stream, work] = [streamHandler(services, mailer), workHandler(services)];
    return async (keys: readonly Key[]): Promise<void> => {
      const Records = keys.map(({ PK, SK }, i): DynamoDBRecord => ({
        dynamodb: { Keys: { PK: { S: PK }, SK: { S: SK } }, SequenceNumber: String(i + 1) },
      }));
      for (const read of [stream, work]) {
        const { batchItemFailures } = await read({ Records });
        if (batchItemFailures.length > 0) throw new Error("a change could not be followed up; the log above says which");
      }
    };
  };
  const settle = async (): Promise<void> => {
    const follow = handlerOver(store.services);
    for (let keys = store.table.takeChanges(); keys.length > 0; keys = store.table.takeChanges()) await follow(keys);
  };
  const bringIn = async (file: { files: Files; reason?: string }): Promise<ImportResult> => {
    const result = await importRoster(job("roster-import", "roster:write"), { source: "roster.zip", ...file });
    await settle();
    return result;
  };
  const idOf = (name: string): string => staffIdOf(district.id, name);
  const process = mortal(store.table);
  const app = createApp({ ...store.services, table: process }, { read: async () => "none" });
  const cookies = new Map<string, Promise<string>>();
  /** A session lasts half a day. */
  const cookieOf = (name: string): Promise<string> => {
    const instant = store.clock.now().toISOString();
    const key = `${name} ${instant.slice(0, 10)} ${Number(instant.slice(11, 13)) < 12}`;
    const known = cookies.get(key) ?? signedInAs(store, { id: idOf(name) }, district);
    cookies.set(key, known);
    return known;
  };

  /** One request of a person, whose process may end; `answer` is undefined where there is no body. */
  const request = async (
    name: string,
    method: string,
    path: string,
    init: { body?: unknown; file?: { mediaType: string; bytes: Uint8Array<ArrayBuffer> }; key?: string; end?: CrashPoint } = {},
  ) => {
    const { body, file, key, end } = init;
    const cookie = await cookieOf(name);
    const mediaType = file?.mediaType ?? (body === undefined ? undefined : "application/json");
    process.begin(end);
    const response = await app.request(`${store.services.origin}/api${path}`, {
      method,
      headers: {
        ...fromOurPages(store.services.origin),
        cookie,
        ...(mediaType !== undefined && { "content-type": mediaType }),
        ...(key !== undefined && { "idempotency-key": key }),
      },
      body: file?.bytes ?? (body === undefined ? null : JSON.stringify(body)),
    });
    const text = await response.text();
    const { calls, writes } = process.life;
    return { status: response.status, answer: text === "" ? undefined : (JSON.parse(text) as Record<string, any>), text, calls, writes };
  };
  return {
    ...store,
    district,
    mailer,
    sent,
    job,
    idOf,
    schoolId: (name: string): string => schoolIdOf(district.id, name),
    handlerOver,
    settle,
    request,
    /** A request that is answered, with all that follows from it. */
    async ask(name: string, method: string, path: string, body?: unknown): Promise<Record<string, any>> {
      const { status, answer } = await request(name, method, path, body === undefined ? {} : { body });
      if (status !== 200 || !answer) throw new Error(`${method} ${path} by ${name} was answered ${status}: ${JSON.stringify(answer)}`);
      await settle();
      return answer;
    },
    at(day: string, time = "15:00:00Z"): void {
      store.clock.set(`${day}T${time}`);
    },
    /** A local day as the schedule has it: the first hour after midnight and one of the working day, with all that follows. */
    async day(on: string): Promise<void> {
      for (const hour of ["10", "17"]) {
        store.clock.set(`${on}T${hour}:00:00Z`);
        await scheduleHandler(store.services, mailer)();
        await settle();
      }
    },
    /** The nightly sync: the whole roster is brought in, with a word for whatever would hold it, and all that follows. */
    sync: (people: Roster = roster, schools?: Record<string, string>): Promise<ImportResult> =>
      bringIn({ files: bundleOf(people, schools), reason: "The district has checked it." }),
    /** The same of files as they are; without a word nothing that is held is applied. */
    bringIn: (files: Files): Promise<ImportResult> => bringIn({ files }),
    /** A file taken in by an administrator, as far as its preview. */
    async takeIn(bytes: Uint8Array<ArrayBuffer>): Promise<Record<string, any>> {
      const { answer } = await request("sam", "POST", "/roster/imports", { file: { mediaType: "application/zip", bytes } });
      await settle();
      return answer ?? {};
    },
    /** What the self-check finds in everything there is. */
    findings: (): Promise<Found[]> => checkRows(store.services, store.table.items()),
  };
}

/** The person reads a module, passes its check and, where asked, has their practice accepted by the coach. */
export async function learn(world: LivingDistrict, name: string, moduleId: string, options: { coach?: string } = {}): Promise<void> {
  await world.ask(name, "POST", `/modules/${moduleId}/lessons/one/completion`, {});
  const { number, items } = await world.ask(name, "POST", `/modules/${moduleId}/attempts`);
  const answers = Object.fromEntries((items as { id: string }[]).map(({ id }) => [id, `${id}-b`]));
  await world.ask(name, "POST", `/modules/${moduleId}/attempts/${number}/submission`, { answers });
  if (options.coach === undefined) return;
  const { submission } = await world.ask(name, "POST", `/modules/${moduleId}/practice`, { text: "What I did.", noStudentData: true });
  await world.ask(options.coach, "POST", `/staff/${world.idOf(name)}/evidence/${moduleId}/${submission ?? 1}/review`, {
    decision: "accept",
    levels: { plan: "meets", doing: "meets" },
    comment: "Well done.",
    version: 1,
  });
}

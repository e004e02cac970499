import { createHash } from "node:crypto";
import { assign } from "../../functions/assignment/actions/assign.ts";
import { endAssignment } from "../../functions/assignment/actions/end-assignment.ts";
import { saveRule } from "../../functions/assignment/actions/save-rule.ts";
import { waivers } from "../../functions/assignment/decision-records.ts";
import { pathPage } from "../../functions/assignment/queries.ts";
import { readEffectPeople, readImportEffects } from "../../functions/assignment/read-effects.ts";
import type { Condition, RuleInput } from "../../functions/assignment/rule-contract.ts";
import { issueToEveryone } from "../../functions/certification/actions/issue-to-everyone.ts";
import type { Catalog } from "../../functions/curriculum/content.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import { workHandler } from "../../functions/lambda/work.ts";
import { type Enrollment, enrollments } from "../../functions/learning/records.ts";
import type { Message } from "../../functions/platform/outbox.ts";
import { savePolicy } from "../../functions/reminders/actions/save-policy.ts";
import { startReminders } from "../../functions/reminders/actions/start-day.ts";
import { applyImport } from "../../functions/roster/actions/apply-import.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { readOneRoster, startImport } from "../../functions/roster/actions/start-import.ts";
import { staffIdOf } from "../../functions/roster/import-rules.ts";
import { findStaff } from "../../functions/roster/queries.ts";
import { settle } from "../../infra/local/fill-demo.ts";
import { allKinds, choices } from "../reminders/world.ts";
import { csv, type Files, manifest, roleHeader, userHeader } from "../roster/bundles.ts";
import { contentFrom, openMemoryStore, testDistrict } from "../support/store.ts";
import { runNow } from "../support/run-now.ts";

const moduleOf = (id: string): Catalog["modules"][number] => ({
  id,
  hash: `${id}-1`,
  language: "en",
  title: `Module ${id}`,
  summary: "",
  minutes: 40,
  prerequisites: [],
  objectives: [],
  lessons: [{ id: "a", title: "A", minutes: 20 }],
  check: { draw: 2, minutes: 8 },
  practice: { title: "Try", minutes: 12, accepts: ["text"] },
});

/** A teacher's path is the longer one; both begin with the same module. */
const catalog: Catalog = {
  hash: "c",
  modules: ["m01", "m02", "m03", "m8", "m9"].map(moduleOf),
  paths: [
    pathOf("teacher", [
      ["m01", 10],
      ["m02", 30],
      ["m03", 60],
    ]),
    pathOf("coach", [
      ["m01", 14],
      ["m9", 40],
    ]),
  ],
};

function pathOf(id: "teacher" | "coach", steps: [string, number][]): Catalog["paths"][number] {
  return { id, hash: id, title: `${id} path`, role: id, summary: "", modules: steps.map(([module, dueDays]) => ({ id: module, dueDays })) };
}

/** A person of a roster file: roles as `teacher@s1`, with a first and a last day where they have one. */
export type Row = { id: string; name?: string; email?: string; roles: { job: string; at: string; from?: string; to?: string }[] };

/** A whole roster file of these people, and schools by id with their names: the name says the level. */
export function fileOf(people: readonly Row[], schools: Readonly<Record<string, string>>): Files {
  const users = [...people, administrator].map(({ id, name = id, email = `${id}@x.example`, roles }) =>
    [id, "", "", "TRUE", id, name, "Tester", email, roles[0]?.at ?? "d1", "x"].join(","),
  );
  const roles = [...people, administrator].flatMap(({ id, roles: held }) =>
    held.map(({ job, at, from = "", to = "" }, i) =>
      [`${id}-${i}`, "", "", id, i === 0 ? "primary" : "secondary", job, from, to, at].join(","),
    ),
  );
  const orgs = Object.entries(schools).map(([id, name]) => [id, "", "", name, "school", "", "d1"].join(","));
  const header = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId";
  return {
    "manifest.csv": manifest,
    "orgs.csv": csv(header, "d1,,,Offices,district,,", ...orgs),
    "users.csv": csv(userHeader, ...users),
    "roles.csv": csv(roleHeader, ...roles),
  };
}
const administrator: Row = { id: "admin", roles: [{ job: "systemAdministrator", at: "d1" }] };

/** A district with its stream, its long work and its mail, brought to a roster file. */
export async function openEffectsWorld(now: string) {
  const store = await openMemoryStore({ now, content: contentFrom({ "catalog.json": catalog }) });
  const sent: Message[] = [];
  const mailer = { send: async (message: Message): Promise<void> => void sent.push(message) };
  const [stream, work] = [streamHandler(store.services, mailer), workHandler(store.services)];
  const runAll = (): Promise<void> =>
    settle(store.table, async (event) => {
      const failures = [await stream(event), await work(event)];
      return { batchItemFailures: failures.flatMap(({ batchItemFailures }) => batchItemFailures) };
    });
  const idOf = (sourcedId: string): string => staffIdOf(testDistrict.id, sourcedId);
  const sam = { staffId: idOf("admin"), name: "Sam", grants: [{ role: "districtAdministrator" as const }] };
  const as = <P extends Parameters<typeof store.as>[0]>(permission: P) => store.as(permission, sam, { kind: "district" });
  const job = () => store.job("roster-import", "roster:write");
  const world = {
    ...store,
    sent,
    idOf,
    settle: runAll,
    async begin(files: Files): Promise<void> {
      await importRoster(job(), { source: "x", files });
      await runAll();
    },
    async rule(name: string, allOf: Condition[], more: Pick<RuleInput, "target" | "due">): Promise<void> {
      await saveRule(as("rule:write"), { name, audience: { anyOf: [{ allOf }] }, effectiveFrom: "2026-08-17", ...more });
      await runAll();
    },
    async learned(sourcedId: string, moduleId: string, done: boolean): Promise<void> {
      const at = "2026-10-05T15:00:00.000Z";
      const enrollment: Enrollment = {
        staffId: idOf(sourcedId),
        moduleId,
        hash: `${moduleId}-1`,
        startedAt: at,
        lastActivityAt: at,
        lessons: { a: at },
        check: { attempts: 1, seen: [], ...(done && { passedAt: at }) },
        practice: { state: done ? "accepted" : "none", submissions: done ? 1 : 0, ...(done && { acceptedAt: at, reviewedAt: at }) },
        ...(done && { contentCompletedAt: at, completedAt: at }),
        creditMinutes: done ? 40 : 0,
      };
      await store.table.write([enrollments.put({ ...enrollment, version: 0 }).operation(testDistrict.id)]);
    },
    async waive(sourcedId: string, moduleId: string): Promise<void> {
      const decided = { reason: "Teaches it", by: { staffId: "stf_x", name: "X" }, decidedOn: "2026-10-01" };
      const waiver = { id: `wvr_${sourcedId}`, staffId: idOf(sourcedId), target: { kind: "module" as const, id: moduleId }, ...decided };
      await store.table.write([waivers.put({ ...waiver, version: 0 }).operation(testDistrict.id)]);
    },
    assignByHand: (sourcedId: string, moduleId: string) =>
      assign(as("assignment:write"), {
        audience: { staffIds: [idOf(sourcedId)], schoolIds: [], roles: [] },
        target: { kind: "module", id: moduleId },
        due: { kind: "relative", days: 30 },
      }),
    async takeBack(sourcedId: string): Promise<void> {
      const reasons = (await pathPage(job(), idOf(sourcedId))).assignments.flatMap((one) => one.reasons);
      const first = reasons.find(({ origin }) => origin.kind === "person");
      if (first) await endAssignment(as("assignment:write"), { staffId: idOf(sourcedId), sourceId: first.sourceId });
    },
    /** Takes a file in and lets everything that follows from it happen: the preview, and what it says is asked of people. */
    async preview(files: Files): Promise<string> {
      const { id } = await startImport(as("roster:write"), await readOneRoster(as("roster:write"), { source: "x", bundle: { files } }));
      await runAll();
      return id;
    },
    async apply(importId: string): Promise<void> {
      await applyImport(as("roster:write"), { importId, reason: "It is what the test wants.", endsMyAccess: true });
      await runAll();
    },
    effects: (importId: string) => readImportEffects(as("roster:read"), importId),
    list: (importId: string, query: Parameters<typeof readEffectPeople>[2]) => readEffectPeople(as("roster:read"), importId, query),
    /** What each of these people is asked to learn by when, on the day after today; nothing of whoever has left. */
    async pathsTomorrow(sourcedIds: readonly string[]): Promise<Map<string, Map<string, string>>> {
      const before = store.clock.now().toISOString();
      store.clock.set(new Date(Date.parse(before) + 86_400_000).toISOString());
      const paths = new Map<string, Map<string, string>>();
      for (const id of sourcedIds) {
        const staff = await findStaff(job(), idOf(id));
        const asked = !staff || staff.status === "left" ? [] : (await pathPage(job(), idOf(id))).assignments;
        paths.set(id, new Map(asked.map(({ moduleId, dueOn, state }) => [moduleId, `${dueOn}${state === "completed" ? " done" : ""}`])));
      }
      store.clock.set(before);
      return paths;
    },
    async remindersOn(): Promise<void> {
      await savePolicy(as("reminder:write"), { ...choices(allKinds), version: 0 });
      await runAll();
    },
    /** What the schedule does about certificates and reminders at an instant. */
    async remindAt(instant: string): Promise<void> {
      store.clock.set(instant);
      await runNow(store.services, store.job("certification", "certificate:issue"), issueToEveryone);
      await startReminders(store.job("reminders", "nudge:send"));
      await runAll();
    },
  };
  return world;
}
export type EffectsWorld = Awaited<ReturnType<typeof openEffectsWorld>>;

/** A number below `n` that follows from a seed and what it is for. */
export const drawn = (n: number, ...from: (string | number)[]): number =>
  Number.parseInt(createHash("sha256").update(from.join(" ")).digest("hex").slice(0, 8), 16) % n;

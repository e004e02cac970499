import { startReminders, type Started } from "../../functions/reminders/actions/start-day.ts";
import { savePolicy } from "../../functions/reminders/actions/save-policy.ts";
import type { ReminderChoices, ReminderKindId, RemindersPage } from "../../functions/reminders/contract.ts";
import { reminderKinds } from "../../functions/reminders/kinds/all.ts";
import { streamHandler } from "../../functions/lambda/stream.ts";
import { workHandler } from "../../functions/lambda/work.ts";
import { createContext, type Services } from "../../functions/platform/context.ts";
import type { District } from "../../functions/platform/district.ts";
import { grant } from "../../functions/platform/grant.ts";
import { type Mailer, type Message, messages } from "../../functions/platform/outbox.ts";
import { summarizeStaff } from "../../functions/engagement/actions/summarize-staff.ts";
import { settle } from "../../infra/local/fill-demo.ts";
import { content, type Person, writeFacts } from "../engagement/small-district.ts";
import { openMemoryStore, testDistrict } from "../support/store.ts";

/** A Tuesday in the school year, at ten in the morning of the district. */
const tuesday = "2026-11-03T15:00:00Z";

/** What an administrator chooses: these kinds with their usual numbers, and no others. */
export function choices(on: readonly ReminderKindId[], more: Partial<ReminderChoices> = {}): ReminderChoices {
  const kinds = Object.fromEntries(
    reminderKinds.map(({ id, numbers }) => [
      id,
      { isOn: on.includes(id), numbers: Object.fromEntries(Object.entries(numbers).map(([name, { usual }]) => [name, usual])) },
    ]),
  ) as ReminderChoices["kinds"];
  return { isPaused: false, window: { from: "07:00", to: "17:00" }, kinds, ...more };
}

export const allKinds = reminderKinds.map(({ id }) => id);

/** A district over a table in memory, with its stream, its long work and a mailer that keeps what it is given. */
export async function openReminderWorld(
  options: { district?: District; mailer?: Mailer; services?: (services: Services) => Services } = {},
) {
  const store = await openMemoryStore({ now: tuesday, content });
  const district = options.district ?? testDistrict;
  const sent: Message[] = [];
  const mailer: Mailer = options.mailer ?? { send: async (message) => void sent.push(message) };
  const services = options.services?.(store.services) ?? store.services;
  const [stream, work] = [streamHandler(services, mailer), workHandler(services)];
  const runAll = async (): Promise<void> =>
    settle(store.table, async (event) => {
      const failures = [await stream(event), await work(event)];
      return { batchItemFailures: failures.flatMap(({ batchItemFailures }) => batchItemFailures) };
    });
  const job = () =>
    grant(createContext(store.services, { actor: { kind: "job", name: "reminders" }, district, requestId: "test" }), "nudge:send", {
      kind: "district",
    });
  const administrator = { staffId: "stf_admin", name: "Sam", grants: [{ role: "districtAdministrator" as const }], district };
  return {
    ...store,
    district,
    sent,
    job,
    /** Works off every change, and what those change in turn: figures, plans, mail and long work. */
    settle: runAll,
    at(instant: string): void {
      store.clock.set(instant);
    },
    async people(people: Person[], schools: Parameters<typeof writeFacts>[2]["schools"] = []): Promise<void> {
      await writeFacts(store, district, { people, schools: schools ?? [] });
      await runAll();
    },
    async save(chosen: ReminderChoices): Promise<RemindersPage> {
      const ctx = store.as("reminder:write", administrator, { kind: "district" });
      const version = (await store.table.get({ PK: `D#${district.id}#REMIND`, SK: "Z#POLICY" }))?.version ?? 0;
      const page = await savePolicy(ctx, { ...chosen, version });
      await runAll();
      return page;
    },
    /** What the hourly schedule does about reminders, and everything that follows from it. */
    async hour(instant?: string): Promise<Started> {
      if (instant !== undefined) store.clock.set(instant);
      const started = await startReminders(job());
      await runAll();
      return started;
    },
    /** The person's summary made anew, as the night does for everyone. */
    summarize: (staffId: string) => summarizeStaff(job(), staffId),
    async mailsOf(staffId: string): Promise<Message[]> {
      return job().table.list(messages, `OUTU#${staffId}`, { index: "index2" });
    },
  };
}
export type ReminderWorld = Awaited<ReturnType<typeof openReminderWorld>>;

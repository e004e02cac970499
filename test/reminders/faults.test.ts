import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isContractDay } from "../../functions/platform/contract-days.ts";
import { addDays, localDate } from "../../functions/platform/dates.ts";
import type { Mailer, Message } from "../../functions/platform/outbox.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { planEveryone } from "../../functions/reminders/actions/plan-everyone.ts";
import { previewOfDay } from "../../functions/reminders/actions/preview-reminders.ts";
import { remindersOfDay } from "../../functions/reminders/actions/run-day.ts";
import { startReminders } from "../../functions/reminders/actions/start-day.ts";
import { reminderRuns } from "../../functions/reminders/records.ts";
import { sendNudge } from "../../functions/reminders/actions/send-nudge.ts";
import { chooseReminders } from "../../functions/reminders/actions/choose-reminders.ts";
import { sweepOutbox } from "../../functions/lambda/mail.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { learned, mustLearn, type Person, person, roleAt, school } from "../engagement/small-district.ts";
import { testDistrict } from "../support/store.ts";
import { allKinds, choices, openReminderWorld, type ReminderWorld } from "./world.ts";

const alder = school("sch_1", "elementary", "Alder");
const late = (id: string, more = {}): Person =>
  mustLearn(person(id, [roleAt("sch_1")], { coachId: "stf_cho", ...more }), "m01", "2026-11-02");
const crowd = Array.from({ length: 90 }, (_, i) => late(`stf_${String(i).padStart(2, "0")}`));
const cho = person("stf_cho", [roleAt("sch_1", "coach")]);

async function lateCrowd(options: Parameters<typeof openReminderWorld>[0] = {}): Promise<ReminderWorld> {
  const world = await openReminderWorld(options);
  await world.people([...crowd, cho], [alder]);
  await world.save(choices(["overdue"]));
  return world;
}
const counts = (sent: readonly Message[]): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(sent, ({ staffId, digest }) => `${staffId} ${digest?.day}`)].map(([key, all]) => [key, all.length]));
const runs = (world: ReminderWorld) => world.job().table.list(reminderRuns, "REMIND", { prefix: "RUN#" });
const once = Object.fromEntries(crowd.map(({ staff }) => [`${staff.id} 2026-11-03`, 1]));

describe("a day's run that is killed", () => {
  it("anywhere among its writes, and run again, writes one digest each and is put down once", async () => {
    for (const fatal of [1, 7, 60, 150, 260]) {
      const world = await lateCrowd();
      const { write } = world.table;
      let writes = 0;
      const dying = {
        ...world.services,
        table: {
          ...world.table,
          write: async (operations: never) => {
            if (++writes === fatal) throw new Error("the process ends here");
            return write(operations);
          },
        },
      };
      expect(await startReminders(world.job())).toBe("started");
      const [task] = (await world.rows()).filter(({ type, kind }) => type === "task" && kind === "reminders");
      const id = String(task?.id);
      await runTask(dying, [remindersOfDay], world.district.id, id).catch(() => undefined);
      await world.settle();
      expect(counts(world.sent)).toEqual(once);
      expect(await runs(world)).toMatchObject([{ day: "2026-11-03" }]);
    }
  });

  it("by two workers at once writes one digest each", async () => {
    const world = await lateCrowd();
    await startReminders(world.job());
    const [task] = (await world.rows()).filter(({ type, kind }) => type === "task" && kind === "reminders");
    const work = () => runTask(world.services, [remindersOfDay, planEveryone], world.district.id, String(task?.id));
    await Promise.all([work(), work()]);
    await world.settle();
    expect(counts(world.sent)).toEqual(once);
  });

  it("by the end of the sending window is put down as cut off, and the rest is told on the next working day", async () => {
    const world = await lateCrowd();
    world.at("2026-11-03T21:59:00Z");
    await startReminders(world.job());
    world.at("2026-11-03T22:00:00Z");
    await world.settle();
    expect(world.sent).toEqual([]);
    expect(await runs(world)).toMatchObject([{ isCutOff: true, written: 0 }]);
    await world.hour("2026-11-04T15:00:00Z");
    expect(world.sent).toHaveLength(90);
  });
});

describe("the mail service", () => {
  it("that is down all day costs nobody their reminder: it is told on the next, once", async () => {
    const state = { isDown: true };
    const sent: Message[] = [];
    const mailer: Mailer = {
      async send(message) {
        if (state.isDown) throw new Error("no answer");
        sent.push(message);
      },
    };
    const world = await openReminderWorld({ mailer });
    await world.people([late("stf_ana")], [alder]);
    await world.save(choices(["overdue"]));
    // The stream could not be told either: the message stands pending.
    await startReminders(world.job());
    const [task] = (await world.rows()).filter(({ type, kind }) => type === "task" && kind === "reminders");
    await runTask(world.services, [remindersOfDay], world.district.id, String(task?.id));
    world.table.takeChanges();
    state.isDown = false;
    world.at("2026-11-04T15:00:00Z");
    expect(await sweepOutbox(world.services, mailer)).toBe(0);
    await world.hour();
    expect(sent.map(({ digest }) => digest?.day)).toEqual(["2026-11-04"]);
    expect((await world.mailsOf("stf_ana")).map(({ state: one, reason }) => `${one} ${reason ?? ""}`).toSorted()).toEqual([
      "cancelled late",
      "sent ",
    ]);
  });

  it("that delivers late in the evening is given nothing: the message waits, and its day passes", async () => {
    const world = await lateCrowd();
    await startReminders(world.job());
    const [task] = (await world.rows()).filter(({ type, kind }) => type === "task" && kind === "reminders");
    await runTask(world.services, [remindersOfDay], world.district.id, String(task?.id));
    world.at("2026-11-03T23:00:00Z");
    await world.settle();
    expect(world.sent).toEqual([]);
  });
});

describe("what happens between writing and sending", () => {
  it.each([
    [
      "done",
      async (world: ReminderWorld) => world.people([learned(late("stf_ana"), "m01", "completed", "2026-11-03T15:30:00.000Z")]),
      "done",
    ],
    ["on leave", async (world: ReminderWorld) => world.people([late("stf_ana", { leave: { from: "2026-11-03" } })]), "notWorking"],
    [
      "stopped",
      async (world: ReminderWorld) => {
        await chooseReminders(world.as("mail:choose", { staffId: "stf_ana" }), "stf_ana", { stopped: ["overdue"] });
      },
      "stopped",
    ],
  ])("counts: %s by then, no mail leaves", async (_, happens, reason) => {
    const world = await openReminderWorld();
    await world.people([late("stf_ana")], [alder]);
    await world.save(choices(["overdue"]));
    await startReminders(world.job());
    const [task] = (await world.rows()).filter(({ type, kind }) => type === "task" && kind === "reminders");
    await runTask(world.services, [remindersOfDay], world.district.id, String(task?.id));
    world.table.takeChanges();
    await happens(world);
    await sweepOutbox(world.services, { send: async (message) => void world.sent.push(message) });
    world.at("2026-11-03T15:05:00Z");
    await sweepOutbox(world.services, { send: async (message) => void world.sent.push(message) });
    expect(world.sent).toEqual([]);
    expect(await world.mailsOf("stf_ana")).toMatchObject([{ state: "cancelled", reason }]);
  });
});

describe("a coach's own reminder", () => {
  it("is the day's one: the product sends none on that day, and the other way round", async () => {
    const world = await openReminderWorld();
    const ana = late("stf_ana");
    await world.people([ana, cho], [alder]);
    await world.save(choices(["overdue"]));
    const remind = () => {
      const subject = subjectOf(ana.staff, "2026-11-03");
      return sendNudge(world.as("nudge:send", { staffId: "stf_cho", name: "Cho", grants: [{ role: "coach" }] }, subject), {
        staffId: "stf_ana",
        message: "How can I help?",
      });
    };
    expect(await remind()).toMatchObject({ outcome: "queued" });
    await world.hour();
    expect(world.sent.map(({ digest }) => digest)).toEqual([undefined]);
    await world.hour("2026-11-04T15:00:00Z");
    expect(world.sent).toHaveLength(2);
    expect(await remind()).toMatchObject({ outcome: "alreadyToday", lastMailedOn: "2026-11-04" });
  });
});

describe("an hour on which nobody is due", () => {
  it("costs three reads, two of them of an empty index, and writes nothing, however many people there are", async () => {
    const reads: string[] = [];
    const world = await openReminderWorld();
    const done = crowd.map((one) => learned(one, "m01", "completed", "2026-10-20T15:00:00.000Z"));
    await world.people(done, [alder]);
    await world.save(choices(allKinds));
    const { table } = world;
    const counting = {
      ...table,
      get: async (key: never) => (reads.push("get"), table.get(key)),
      query: async (partition: string, range: never) => (
        reads.push(`query ${partition.split("#").slice(2).join("#")}`),
        table.query(partition, range)
      ),
      write: async () => {
        throw new Error("nothing is to be written");
      },
    };
    const { grantJob } = await import("../../functions/platform/job.ts");
    const ctx = await grantJob(
      { ...world.services, table: counting },
      { job: "reminders", permission: "nudge:send", districtId: world.district.id, requestId: "idle" },
    );
    reads.length = 0;
    expect(await startReminders(ctx)).toBe("nobody");
    expect(reads.toSorted()).toEqual(["query REMIND", "query REMINDON#first", "query REMINDON#second"]);
  });
});

describe("a preview", () => {
  it("counts and shows the very mails that then leave", async () => {
    const world = await openReminderWorld();
    await world.people([...crowd.slice(0, 12), cho], [alder]);
    const chosen = choices(["overdue", "peopleOverdue"]);
    const { askForPreview } = await import("../../functions/reminders/actions/preview-reminders.ts");
    const asking = world.as(
      "reminder:write",
      { staffId: "stf_admin", name: "Sam", grants: [{ role: "districtAdministrator" }] },
      { kind: "district" },
    );
    const { id } = await askForPreview(asking, chosen);
    await runTask(world.services, [previewOfDay], world.district.id, id);
    const task = (await world.rows()).find((row) => row.type === "task" && row.id === id);
    const outcome = task?.outcome as { mails: number; samples: { name: string; subject: string }[] };
    expect(world.sent).toEqual([]);
    await world.save(chosen);
    await world.hour();
    expect(outcome.mails).toBe(world.sent.length);
    expect(outcome.samples.map(({ name, subject }) => `${name} ${subject}`)).toEqual(
      world.sent.map(({ toName, subject }) => `${toName} ${subject}`).toSorted(),
    );
  });
});

describe("whatever the dates, breaks, leaves and hours", () => {
  const day = fc.integer({ min: 0, max: 45 }).map((n) => addDays("2026-11-02", n));
  const one = fc.record({
    dueOn: day,
    doneAfter: fc.option(day, { nil: undefined }),
    leave: fc.option(fc.record({ from: day, length: fc.integer({ min: 0, max: 20 }) }), { nil: undefined }),
  });

  it("nobody hears outside the window, off their contract days, twice a day, on leave, or of what is done", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: 1, maxLength: 4 }),
        day,
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.integer({ min: 0, max: 23 }), { minLength: 2, maxLength: 3 }),
        async (people, breakFrom, length, hours) => {
          const calendar = { ...testDistrict.calendar, breaks: [{ name: "a break", from: breakFrom, to: addDays(breakFrom, length) }] };
          const world = await openReminderWorld({ district: { ...testDistrict, calendar } });
          await world.table.write([
            {
              put: {
                ...((await world.table.get({ PK: `D#${testDistrict.id}`, SK: "META" })) as never as Record<string, never>),
                calendar,
              } as never,
            },
          ]);
          const made = people.map(({ dueOn, leave }, i) =>
            mustLearn(
              person(`stf_${i}`, [roleAt("sch_1")], {
                coachId: "stf_cho",
                ...(leave && { leave: { from: leave.from, to: addDays(leave.from, leave.length) } }),
              }),
              "m01",
              dueOn,
            ),
          );
          await world.people([...made, cho], [alder]);
          await world.save(choices(allKinds));
          for (let n = 0; n <= 45; n++) {
            const on = addDays("2026-11-02", n);
            for (const [i, { doneAfter }] of people.entries()) {
              const member = made[i];
              if (doneAfter === on && member) await world.people([learned(member, "m01", "completed", `${on}T05:30:00.000Z`)]);
            }
            for (const hour of hours) {
              const instant = `${on}T${String(hour).padStart(2, "0")}:30:00Z`;
              const before = world.sent.length;
              await world.hour(instant);
              for (const { staffId } of world.sent.slice(before)) {
                const today = localDate(new Date(instant), testDistrict.zone);
                const local = Number(
                  new Intl.DateTimeFormat("en-GB", { timeZone: testDistrict.zone, hour: "2-digit", hourCycle: "h23" }).format(
                    new Date(instant),
                  ),
                );
                expect(local).toBeGreaterThanOrEqual(7);
                expect(local).toBeLessThan(17);
                expect(isContractDay(today, calendar)).toBe(true);
                const about = people[Number(staffId.split("_")[1])];
                if (!about) continue;
                expect(about.doneAfter === undefined || today < about.doneAfter).toBe(true);
                const { leave } = about;
                expect(leave === undefined || today < leave.from || today > addDays(leave.from, leave.length)).toBe(true);
              }
            }
          }
          expect(Object.values(counts(world.sent)).every((n) => n === 1)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });
});

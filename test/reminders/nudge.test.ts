import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contacts } from "../../functions/assignment/contacts.ts";
import { sweepOutbox } from "../../functions/lambda/mail.ts";
import { enrollments } from "../../functions/learning/records.ts";
import { instantOf, localDate, localTime } from "../../functions/platform/dates.ts";
import { addressHash, mailStops } from "../../functions/platform/mail-events.ts";
import { staffRecords } from "../../functions/roster/records.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { chooseReminders } from "../../functions/reminders/actions/choose-reminders.ts";
import { sendNudge } from "../../functions/reminders/actions/send-nudge.ts";
import { readLastMailed } from "../../functions/reminders/read-last-mailed.ts";
import { nextSending } from "../../functions/reminders/sending-time.ts";
import { learned, mustLearn, type Person, person, roleAt, school } from "../engagement/small-district.ts";
import { testDistrict } from "../support/store.ts";
import { choices, openReminderWorld, type ReminderWorld } from "./world.ts";

const alder = school("sch_1", "elementary", "Alder");
const teacher = (more = {}): Person =>
  mustLearn(person("stf_ana", [roleAt("sch_1")], { coachId: "stf_cho", ...more }), "m01", "2026-12-08");
const cho = person("stf_cho", [roleAt("sch_1", "coach")]);
const ana = teacher();

/** Tuesday at ten in the morning, the evening of that day, and the Saturday after. */
const [tuesday, evening, saturday] = ["2026-11-03T15:00:00Z", "2026-11-03T23:30:00Z", "2026-11-07T15:00:00Z"];
const wednesdayMorning = "2026-11-04T12:00:00.000Z";
const mondayMorning = "2026-11-09T12:00:00.000Z";

async function openWorld(one: Person = ana): Promise<ReminderWorld> {
  const world = await openReminderWorld();
  await world.people([one, cho], [alder]);
  return world;
}
const sender = (staffId: string, more = {}) => ({ staffId, name: "Cho Coach", grants: [{ role: "districtLeader" as const }], ...more });
const nudge = (world: ReminderWorld, from = "stf_cho", more: { moduleId?: string } = {}) =>
  sendNudge(world.as("nudge:send", sender(from), subjectOf(ana.staff, "2026-11-03")), {
    staffId: "stf_ana",
    message: "How can I help?",
    ...more,
  });
const mailed = (world: ReminderWorld) => readLastMailed(world.job(), "stf_ana");
/** What an hour does: the day's reminders, the outbox, and all that follows. */
async function hourAt(world: ReminderWorld, instant: string): Promise<void> {
  await world.hour(instant);
  await sweepOutbox(world.services, { send: async (message) => void world.sent.push(message) });
}
const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: { detail?: string }) => String(error.detail),
  );

describe("a reminder that a person writes", () => {
  it("leaves in the language in which its reader wants mail, around the words that were written, and that alone is kept", async () => {
    const world = await openWorld();
    await chooseReminders(world.as("mail:choose", { staffId: "stf_ana" }), "stf_ana", { language: "es" });
    await nudge(world);
    await world.settle();
    expect(world.sent).toMatchObject([
      { subject: "Cho Coach sobre «Un solo sistema»", body: expect.stringMatching(/^Hola, .+:\n\nHow can I help\?\n/) },
    ]);
    const [kept] = await world.mailsOf("stf_ana");
    expect(kept).toMatchObject({ subject: world.sent[0]?.subject, state: "sent" });
    expect(kept?.spanish).toBeUndefined();
  });

  it("leaves at once inside the sending window, in their words, and is the one of its day, whoever sends it", async () => {
    const world = await openWorld();
    expect(await mailed(world)).toEqual({ isTaken: false });
    expect(await nudge(world)).toEqual({
      outcome: "queued",
      toName: "stf_ana Tester",
      moduleId: "m01",
      moduleTitle: expect.any(String),
    });
    await world.settle();
    expect(world.sent).toMatchObject([{ toEmail: ana.staff.email, subject: expect.stringContaining("Cho Coach about") }]);
    expect(world.sent[0]?.body).toContain("How can I help?");
    expect(world.sent[0]?.body).toContain("http://localhost:3000/learn/m01");
    expect(await Promise.all([nudge(world), nudge(world, "stf_dee")])).toMatchObject([
      { outcome: "alreadyToday" },
      { outcome: "alreadyToday", lastMailedOn: "2026-11-03" },
    ]);
    expect(await mailed(world)).toEqual({ isTaken: true, lastMailedOn: "2026-11-03" });
    world.at("2026-11-04T15:00:00Z");
    expect(await mailed(world)).toMatchObject({ isTaken: false });
    expect(await nudge(world)).toMatchObject({ outcome: "queued" });
    // That they wrote is kept with the person, for the figure of coaching; what they wrote is not.
    const kept = await world.job().table.list(contacts, "U#stf_ana", { prefix: "CONTACT#" });
    expect(kept).toEqual([{ staffId: "stf_ana", byId: "stf_cho", lastOn: "2026-11-04", version: 1 }]);
  });

  it.each([
    ["in the evening", evening, wednesdayMorning, "2026-11-04T11:02:00Z"],
    ["before the window opens", "2026-11-04T09:00:00Z", wednesdayMorning, "2026-11-04T11:02:00Z"],
    ["on a Saturday", saturday, mondayMorning, "2026-11-08T15:02:00Z"],
    ["before a break", "2026-12-18T23:00:00Z", "2027-01-04T12:00:00.000Z", "2026-12-29T15:02:00Z"],
  ])("%s waits in the outbox and says until when, and leaves then, once", async (_, at, goesAt, tooEarly) => {
    const world = await openWorld(mustLearn(ana, "m02", "2027-02-08"));
    world.at(at);
    expect(await mailed(world)).toEqual({ isTaken: false, goesAt });
    expect(await nudge(world)).toMatchObject({ outcome: "queued", goesAt });
    await world.settle();
    await hourAt(world, tooEarly);
    expect(world.sent).toEqual([]);
    expect(await world.mailsOf("stf_ana")).toMatchObject([{ state: "pending", retryAt: goesAt }]);
    await hourAt(world, new Date(Date.parse(goesAt) + 120_000).toISOString());
    await hourAt(world, new Date(Date.parse(goesAt) + 3_720_000).toISOString());
    expect(world.sent).toHaveLength(1);
    expect(await world.mailsOf("stf_ana")).toMatchObject([{ state: "sent" }]);
  });

  it("that waits is the one of the day on which it leaves: nobody writes another, and the product's own waits a day", async () => {
    const late = mustLearn(person("stf_ana", [roleAt("sch_1")], { coachId: "stf_cho" }), "m01", "2026-11-02");
    const world = await openWorld(late);
    await world.save(choices(["overdue"]));
    world.at(evening);
    expect(await nudge(world)).toMatchObject({ outcome: "queued", goesAt: wednesdayMorning });
    expect(await nudge(world, "stf_dee")).toMatchObject({ outcome: "alreadyToday", goesAt: wednesdayMorning });
    expect(await mailed(world)).toEqual({ isTaken: true, goesAt: wednesdayMorning });
    await hourAt(world, "2026-11-04T12:02:00Z");
    expect(world.sent.map(({ digest }) => digest?.day)).toEqual([undefined]);
    await hourAt(world, "2026-11-05T12:02:00Z");
    expect(world.sent.map(({ digest }) => digest?.day)).toEqual([undefined, "2026-11-05"]);
  });

  it("follows a window that is moved while it waits, and is not lost when its hour passes without anyone sending", async () => {
    const world = await openWorld();
    world.at(evening);
    await nudge(world);
    await world.save(choices(["renewal"], { window: { from: "09:00", to: "11:00" } }));
    // The sweep comes two hours late, before the window that holds now.
    await hourAt(world, "2026-11-04T13:30:00Z");
    expect(world.sent).toEqual([]);
    expect(await world.mailsOf("stf_ana")).toMatchObject([{ state: "pending", retryAt: "2026-11-04T14:00:00.000Z" }]);
    await hourAt(world, "2026-11-04T17:02:00Z");
    expect(await world.mailsOf("stf_ana")).toMatchObject([{ state: "pending", retryAt: "2026-11-05T14:00:00.000Z" }]);
    await hourAt(world, "2026-11-05T14:02:00Z");
    expect(world.sent).toHaveLength(1);
  });

  it("written a minute before the window closes leaves a minute after it: that day is promised and taken", async () => {
    const world = await openWorld();
    world.at("2026-11-03T21:59:00Z");
    await nudge(world);
    world.at("2026-11-03T22:01:00Z");
    await world.settle();
    expect(world.sent).toHaveLength(1);
  });

  it("that waits does not leave once the step is done, or to someone who has left or is away by then", async () => {
    for (const happens of ["done", "left", "leave"] as const) {
      const world = await openWorld();
      world.at(evening);
      await nudge(world);
      const write = {
        done: enrollments.put({ ...learned(ana, "m01", "completed", "2026-11-04T00:00:00.000Z").enrollments[0]!, version: 0 }),
        left: staffRecords.overwrite({ ...ana.staff, status: "left" }),
        leave: staffRecords.overwrite({ ...ana.staff, leave: { from: "2026-11-04", to: "2026-11-20" } }),
      }[happens];
      await world.table.write([write.operation(world.district.id)]);
      await hourAt(world, "2026-11-04T12:02:00Z");
      expect(world.sent).toEqual([]);
      const reason = happens === "done" ? "done" : "notWorking";
      expect(await world.mailsOf("stf_ana")).toMatchObject([{ state: "cancelled", reason }]);
    }
  });

  it("goes to nobody who is away, has left, takes no mail or has nothing to do, and says so kindly", async () => {
    const said = async (one: Person, more: { moduleId?: string } = {}) => refusalOf(nudge(await openWorld(one), "stf_cho", more));
    expect(await said(person("stf_ana", [roleAt("sch_1")]))).toContain("nothing open");
    expect(await said(ana, { moduleId: "m02" })).toContain("not assigned this module");
    expect(await said(learned(ana, "m01", "completed", tuesday), { moduleId: "m01" })).toContain("has completed");
    expect(await said(learned(ana, "m01", "submitted", tuesday), { moduleId: "m01" })).toContain("waiting for a review");
    expect(await said(teacher({ leave: { from: "2026-11-01", to: "2026-11-20" } }))).toContain("on leave until November 20, 2026");
    expect(await said(teacher({ status: "left" }))).toContain("no longer works here");
    expect(await said(teacher({ status: "suspended" }))).toContain("is suspended");
    expect(await said(teacher({ email: "" }))).toContain("no e-mail address");
    const world = await openWorld();
    const stop = { emailHash: addressHash(ana.staff.email), staffId: "stf_ana", name: "Ana", email: ana.staff.email };
    const stopped = mailStops.put({ ...stop, why: "bounced", reason: "unknown", at: "2026-10-01T12:00:00.000Z", version: 0 });
    await world.table.write([stopped.operation(world.district.id)]);
    expect(await refusalOf(nudge(world))).toContain("is stopped");
    expect(await world.mailsOf("stf_ana")).toEqual([]);
  });
});

describe("the time at which mail leaves", () => {
  const { calendar, zone } = testDistrict;
  const window = { from: "07:00", to: "17:00" };

  it("is never in the past, always inside the window, on a working day, and the first such", () => {
    const instants = fc.date({ min: new Date("2026-08-01T00:00:00Z"), max: new Date("2027-05-01T00:00:00Z"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (now) => {
        const at = nextSending(now, zone, window, { staff: ana.staff, calendar });
        if (!at) throw new Error("there is a working day");
        expect(at >= now).toBe(true);
        const time = localTime(at, zone);
        expect(window.from <= time && time < window.to).toBe(true);
        if (at > now) expect(time).toBe(window.from);
        expect(nextSending(at, zone, window, { staff: ana.staff, calendar })).toEqual(at);
      }),
    );
  });

  it("is the same hour on the wall before and after the clocks change", () => {
    const times = ["2026-10-31", "2026-11-01", "2026-11-02", "2027-03-13", "2027-03-14", "2027-03-15"].map((day) => {
      const at = instantOf(day, "07:00", zone);
      return [localDate(at, zone), localTime(at, zone), at.toISOString().slice(11, 16)];
    });
    expect(times.map(([, wall]) => wall)).toEqual(times.map(() => "07:00"));
    expect(times.map(([, , utc]) => utc)).toEqual(["11:00", "12:00", "12:00", "12:00", "11:00", "11:00"]);
    expect(localTime(instantOf("2027-03-14", "02:30", zone), zone)).toBe("03:30");
  });
});

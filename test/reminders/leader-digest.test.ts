import { describe, expect, it } from "vitest";
import { addDays } from "../../functions/platform/dates.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { askForPreview, previewOfDay } from "../../functions/reminders/actions/preview-reminders.ts";
import { chooseReminders } from "../../functions/reminders/actions/choose-reminders.ts";
import type { ReminderPreview } from "../../functions/reminders/contract.ts";
import { remindersOfDay } from "../../functions/reminders/actions/run-day.ts";
import { startReminders } from "../../functions/reminders/actions/start-day.ts";
import { grantJob } from "../../functions/platform/job.ts";
import { learned, mustLearn, type Person, person, roleAt, school } from "../engagement/small-district.ts";
import { testDistrict } from "../support/store.ts";
import { choices, openReminderWorld, type ReminderWorld } from "./world.ts";

const [monday, nextMonday] = ["2026-11-09", "2026-11-16"];
const ten = (day: string): string => `${day}T15:00:00Z`;
const others = ["Elm", "Fir", "Gum", "Holly", "Iris", "Juniper"];
const schools = [
  school("sch_office", "district", "District office"),
  ...["Alder", "Birch", "Cedar", "Dogwood", ...others].map((name) => school(`sch_${name}`, "elementary", name)),
];
/** Of a school's teachers, all with practice due, so many whose practice was accepted. */
const teachers = (name: string, all: number, accepted: number): Person[] =>
  Array.from({ length: all }, (_, i) => {
    const one = mustLearn(person(`stf_${name}${i}`, [roleAt(`sch_${name}`)]), "m01", "2026-10-01");
    return i < accepted ? learned(one, "m01", "completed", "2026-09-20T15:00:00.000Z") : one;
  });
const leader = (id: string, name: string, more: Partial<Person["staff"]> = {}): Person =>
  person(id, [roleAt(`sch_${name}`, "schoolAdministrator")], { givenName: id, ...more });
const eli = person("stf_eli", [roleAt("sch_office", "districtLeader")]);
const staff = [
  ...teachers("Alder", 10, 8),
  ...teachers("Birch", 10, 1),
  ...others.flatMap((name) => teachers(name, 10, 8)),
  ...teachers("Cedar", 3, 2),
  ...teachers("Dogwood", 4, 2),
];

async function worldWith(leaders: Person[], options: Parameters<typeof openReminderWorld>[0] = {}): Promise<ReminderWorld> {
  const world = await openReminderWorld(options);
  await world.people([...staff, ...leaders], schools);
  await world.save(choices(["leaderDigest"]));
  return world;
}
const told = (world: ReminderWorld): string[] => world.sent.map(({ staffId, digest }) => `${staffId} ${digest?.day}`).toSorted();
const bodyTo = (world: ReminderWorld, staffId: string): string => world.sent.find((mail) => mail.staffId === staffId)?.body ?? "";

describe("the week's figures", () => {
  it("go to leaders alone, on the first contract day of each week, once, however often the hour comes", async () => {
    const world = await worldWith([leader("stf_dee", "Alder"), eli]);
    for (let day = "2026-11-03"; day <= "2026-11-17"; day = addDays(day, 1))
      for (const hour of ["11:30", "15:00", "16:00", "20:00"]) await world.hour(`${day}T${hour}:00Z`);
    expect(told(world)).toEqual([`stf_dee ${monday}`, `stf_dee ${nextMonday}`, `stf_eli ${monday}`, `stf_eli ${nextMonday}`]);
  });

  it("come a day later after a Monday off, on Monday again the week after, and not at all in a week off", async () => {
    const breaks = [
      { name: "a day off", from: monday, to: monday },
      { name: "a week off", from: "2026-11-21", to: "2026-11-29" },
    ];
    const calendar = { ...testDistrict.calendar, breaks };
    const world = await openReminderWorld({ district: { ...testDistrict, calendar } });
    const meta = await world.table.get({ PK: `D#${testDistrict.id}`, SK: "META" });
    if (!meta) throw new Error("no district");
    await world.table.write([{ put: { ...meta, calendar } }]);
    await world.people([...staff, eli], schools);
    await world.save(choices(["leaderDigest"]));
    for (let day = "2026-11-03"; day <= "2026-12-01"; day = addDays(day, 1)) await world.hour(ten(day));
    expect(told(world)).toEqual(["2026-11-10", nextMonday, "2026-11-30"].map((day) => `stf_eli ${day}`));
  });

  it("are sent once when the run is killed anywhere among its writes, or worked on by two at once", async () => {
    const once = [`stf_dee ${monday}`, `stf_eli ${monday}`];
    for (const fatal of [1, 2, 3, 4, 5, 6, 7, "two" as const]) {
      const world = await worldWith([leader("stf_dee", "Alder"), eli]);
      world.at(ten(monday));
      let writes = 0;
      const write = async (operations: never) => {
        if (++writes === fatal) throw new Error("the process ends here");
        return world.table.write(operations);
      };
      expect(await startReminders(world.job())).toBe("started");
      const [task] = (await world.rows()).filter(({ type, kind }) => type === "task" && kind === "reminders");
      const work = () =>
        runTask({ ...world.services, table: { ...world.table, write } }, [remindersOfDay], world.district.id, String(task?.id)).catch(
          () => undefined,
        );
      await (fatal === "two" ? Promise.all([work(), work()]) : work());
      if (fatal !== "two") expect(writes).toBeGreaterThanOrEqual(fatal);
      await world.settle();
      for (const day of [monday, addDays(monday, 1), addDays(monday, 2)]) await world.hour(ten(day));
      expect(world.sent.map(({ staffId }) => staffId).toSorted()).toEqual(["stf_dee", "stf_eli"]);
      if (fatal === "two") expect(told(world)).toEqual(once);
    }
  });

  it("are not sent to someone on leave, suspended or gone, nor to whoever stopped them, who keep their other mail", async () => {
    const dee = mustLearn(leader("stf_dee", "Alder"), "m02", monday);
    const world = await worldWith([
      dee,
      leader("stf_away", "Birch", { leave: { from: "2026-11-02", to: "2026-11-30" } }),
      leader("stf_out", "Birch", { status: "suspended" }),
      leader("stf_left", "Birch", { status: "left" }),
    ]);
    const ctx = await grantJob(world.services, { job: "mail", permission: "mail:choose", districtId: world.district.id, requestId: "t" });
    await chooseReminders(ctx, "stf_dee", { stopped: ["leaderDigest"] });
    await world.save(choices(["leaderDigest", "overdue"]));
    for (const day of [monday, addDays(monday, 1), nextMonday]) await world.hour(ten(day));
    expect(world.sent.filter(({ digest }) => digest?.lines.some(({ kind }) => kind === "leaderDigest"))).toEqual([]);
    expect(told(world)).toContain(`stf_dee ${addDays(monday, 1)}`);
  });

  it("can be stopped with the mail's one click, by the kind alone", async () => {
    const world = await worldWith([eli]);
    await world.hour(ten(monday));
    expect(world.sent[0]?.stopUrl).toMatch(/\/stop\/[0-9a-z]{32}\/leaderDigest$/);
  });

  it("say how the reader's own place stands, and of a school with fewer than five people no number", async () => {
    const world = await worldWith([leader("stf_dee", "Alder"), leader("stf_ced", "Cedar"), eli]);
    await world.hour(ten(monday));
    const [toSchool, small, toDistrict] = ["stf_dee", "stf_ced", "stf_eli"].map((id) => bodyTo(world, id));
    expect(toSchool).toContain("Alder\n  Transfer to practice: 80% (8 of 10 practice tasks that were due are accepted).");
    expect(toSchool).toContain("/school/sch_Alder");
    for (const other of ["Birch", "Cedar", "Dogwood", ...others]) expect(toSchool).not.toContain(other);
    const said = small?.slice(small.indexOf("- Cedar"), small.indexOf("/school/sch_Cedar"));
    expect(said).toContain("Transfer to practice: too few people stand behind it to say a number in a mail.");
    expect(said?.replace(/https?:\S+/g, "")).not.toMatch(/\d/);
    expect(toDistrict).toContain("Transfer to practice: 70.1% (61 of 87 practice tasks that were due are accepted).");
    expect(toDistrict).toContain("Ask first what is in the way at Birch: Transfer to practice is at 10%");
    expect(toDistrict).toContain("/district\n");
    for (const hidden of ["Cedar", "Dogwood", "Tester"]) expect(toDistrict).not.toContain(hidden);
  });

  it("are shown by a preview as they then leave", async () => {
    const world = await openReminderWorld();
    await world.people([...staff, leader("stf_dee", "Alder"), eli], schools);
    world.at(ten(monday));
    const administrator = { staffId: "stf_admin", name: "Sam", grants: [{ role: "districtAdministrator" as const }] };
    const chosen = choices(["leaderDigest"]);
    const { id } = await askForPreview(world.as("reminder:write", administrator, { kind: "district" }), chosen);
    await runTask(world.services, [previewOfDay], world.district.id, id);
    const task = (await world.rows()).find((row) => row.type === "task" && row.id === id);
    await world.save(chosen);
    await world.hour();
    const subjects = world.sent.map(({ subject }) => subject).toSorted();
    expect(subjects).toEqual(["This week: Alder", `This week: ${world.district.name}`]);
    const outcome = task?.outcome as ReminderPreview;
    expect(outcome).toMatchObject({ mails: 2, lines: { leaderDigest: 2 } });
    expect(outcome.samples.map(({ subject }) => subject).toSorted()).toEqual(subjects);
  });
});

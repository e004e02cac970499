import fc from "fast-check";
import { expect, it } from "vitest";

import { heldElsewhere, type HeldElsewhere } from "../../functions/certification/elsewhere-records.ts";
import { refreshes } from "../../functions/certification/records.ts";
import { addDays, daysBetween } from "../../functions/platform/dates.ts";
import type { PersonNow } from "../../functions/reminders/kinds/kind.ts";
import { endingElsewhere, renewal } from "../../functions/reminders/kinds/renewal.ts";
import { pendingOn, toldWith } from "../../functions/reminders/pending.ts";
import type { Told } from "../../functions/reminders/records.ts";
import { certified, person, roleAt, school } from "../engagement/small-district.ts";
import { testDistrict } from "../support/store.ts";
import { choices, openReminderWorld, type ReminderWorld } from "./world.ts";

const alder = school("sch_1", "elementary", "Alder");
const everyDay = { ...testDistrict.calendar, workWeekdays: [0, 1, 2, 3, 4, 5, 6] };

/** On which days a person is told of a renewal, looked at every day; `chosen` says how many days before the end, from day to day. */
function daysTold(one: Partial<PersonNow>, { from, to }: { from: string; to: string }, chosen: (today: string) => number): string[] {
  let told: Readonly<Record<string, Told>> = {};
  const days: string[] = [];
  for (let today = from; today <= to; today = addDays(today, 1)) {
    const now = { certificates: [], elsewhere: [], refreshes: [], ...one, today } as unknown as PersonNow;
    const occasions = renewal.occasions(now, { beforeEnd: chosen(today) }, from);
    const { now: due } = pendingOn(today, occasions, told, everyDay);
    if (due.length > 0) days.push(today);
    told = toldWith(told, due, { today, occasions });
  }
  return days;
}

const anyNumber = fc.integer({ min: renewal.numbers["beforeEnd"]!.least, max: renewal.numbers["beforeEnd"]!.most });
const dueOn = "2027-01-15";
const change = (askedOn: string): Partial<PersonNow> => ({
  refreshes: [
    {
      certificationId: "foundations",
      title: "MTSS Foundations",
      cycle: "crt_1.1",
      askedOn,
      dueOn,
      left: { en: ["x"], es: ["x"] },
    },
  ],
});

it("whatever days a district chooses, a change is told of on each day of its own exactly once, and in the last week", () => {
  fc.assert(
    fc.property(anyNumber, fc.integer({ min: 1, max: 100 }), (beforeEnd, days) => {
      const askedOn = addDays(dueOn, -days);
      const expected = [...new Set([addDays(dueOn, -beforeEnd), addDays(dueOn, -7)])]
        .filter((on) => daysBetween(askedOn, on) >= 7)
        .toSorted();
      expect(daysTold(change(askedOn), { from: askedOn, to: addDays(dueOn, 40) }, () => beforeEnd)).toEqual([
        ...expected,
        addDays(dueOn, 1),
      ]);
    }),
  );
});

it("a district that changes its days meanwhile tells of no step twice", () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, fc.integer({ min: 0, max: 99 }), (first, second, day) => {
      const askedOn = addDays(dueOn, -100);
      const told = daysTold(change(askedOn), { from: askedOn, to: addDays(dueOn, 40) }, (today) =>
        today < addDays(askedOn, day) ? first : second,
      );
      expect(told.filter((on) => on > dueOn)).toEqual([addDays(dueOn, 1)]);
      expect(told.length).toBeLessThanOrEqual(4);
      expect(told.filter((on) => on === addDays(dueOn, -7)).length).toBe(1);
    }),
  );
});

it("whatever days a district chooses, a certificate is told of once its window is open and once before its end, in one where they meet", () => {
  fc.assert(
    fc.property(anyNumber, fc.integer({ min: 1, max: 120 }), (beforeEnd, windowDays) => {
      const expiresOn = "2027-02-15";
      const renewalOpensOn = addDays(expiresOn, -windowDays);
      const { certificates: held } = certified(person("stf_ana", [roleAt("sch_1")]), expiresOn, { renewalOpensOn });
      const told = daysTold({ certificates: held }, { from: "2026-10-01", to: "2027-03-10" }, () => beforeEnd);
      expect(told).toEqual([...new Set([windowDays, Math.min(beforeEnd, windowDays)])].map((days) => addDays(expiresOn, -days)));
    }),
  );
});

const row = (badgeId: string, certificationId: string, until?: string): HeldElsewhere => ({
  staffId: "stf_ana",
  id: `hld_${badgeId}_${certificationId}`,
  certificationId,
  badgeId,
  title: `Practitioner ${badgeId}`,
  issuer: "Cedar Ridge",
  heldSince: "2025-01-01",
  ...(until !== undefined && { until }),
  by: { staffId: "stf_dee", name: "Dee" },
  decidedOn: "2026-10-01",
});

it("one badge that counts as several certificates is one line, of what nothing else counts for longer", () => {
  const three = ["foundations", "coach", "practitioner-teacher"].map((id) => row("old", id, "2026-12-20"));
  const ending = (...elsewhere: HeldElsewhere[]) => endingElsewhere({ elsewhere, today: "2026-11-03" }).map(({ badgeId }) => badgeId);
  expect(ending(...three)).toEqual(["old"]);
  expect(ending(...three, row("new", "coach", "2029-12-20"))).toEqual(["old", "new"]);
  expect(ending(...three, ...three.map(({ certificationId }) => row("new", certificationId, "2029-12-20")))).toEqual(["new"]);
  expect(ending(...three, ...three.map(({ certificationId }) => row("new", certificationId)))).toEqual([]);
  // What is not stood behind any more, or is over, replaces nothing.
  expect(ending(row("old", "coach", "2026-12-20"), { ...row("new", "coach"), revoked: { on: "2026-11-01" } })).toEqual(["old"]);
});

async function worldWith(one: ReturnType<typeof person>): Promise<ReminderWorld> {
  const world = await openReminderWorld();
  await world.people([one], [alder]);
  await world.save(choices(["renewal"]));
  return world;
}

it("a mail says once that a badge of another district is about to be over, and nothing to whoever renewed it there", async () => {
  const world = await worldWith(person("stf_ana", [roleAt("sch_1")], { givenName: "Ana" }));
  const write = (...rows: HeldElsewhere[]) =>
    world.table.write(rows.map((one) => heldElsewhere.put({ ...one, version: 0 }).operation(world.district.id)));
  await write(...["foundations", "coach", "practitioner-teacher"].map((id) => row("xbd_1", id, "2026-12-03")));
  await write(row("xbd_2", "facilitator", "2026-12-03"), row("xbd_3", "facilitator", "2029-12-03"));
  await world.settle();
  await world.hour("2026-11-03T15:00:00Z");
  await world.hour("2026-11-04T15:00:00Z");
  expect(world.sent.map(({ subject }) => subject)).toEqual(["Counts until Thursday, December 3: Practitioner xbd_1"]);
  expect(world.sent[0]?.body.match(/Renew it there/g)).toHaveLength(1);
});

it("a change that was asked for in a term that is renewed by now is told of no more, and one of the new term in its own time", async () => {
  const first = certified(person("stf_ana", [roleAt("sch_1")], { givenName: "Ana" }), "2027-02-15", { renewalOpensOn: "2026-11-03" });
  const renewed = certified(first, "2030-02-15", { renewalOpensOn: "2029-11-19", id: "crt_second" });
  const world = await worldWith(renewed);
  const ask = (certificateId: string, askedOn: string, due: string) => ({
    staffId: "stf_ana",
    certificateId,
    certificationId: "foundations",
    definitionVersion: 2,
    parts: [{ kind: "rule" as const, rule: { kind: "practice" as const, count: 2 } }],
    askedOn,
    dueOn: due,
    times: 1,
    version: 0,
  });
  const rows = [ask("crt_stf_ana", "2026-10-01", "2026-12-10"), ask("crt_second", "2026-11-01", "2026-12-11")];
  await world.table.write(rows.map((one) => refreshes.put(one).operation(world.district.id)));
  await world.settle();
  for (let day = "2026-11-03"; day <= "2027-01-20"; day = addDays(day, 1)) await world.hour(`${day}T15:00:00Z`);
  expect(world.sent.map(({ digest, subject }) => `${digest?.day} ${subject}`)).toEqual([
    "2026-11-11 What changed in MTSS Foundations, by Friday, December 11",
    "2026-12-04 What changed in MTSS Foundations, by Friday, December 11",
    "2026-12-14 What changed in MTSS Foundations, by Friday, December 11",
  ]);
});

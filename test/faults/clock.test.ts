import { beforeAll, describe, expect } from "vitest";
import { dayTick } from "../../functions/engagement/actions/day-tick.ts";
import { schoolRollUps } from "../../functions/engagement/records.ts";
import { addYears, localDate } from "../../functions/platform/dates.ts";
import { jobIn } from "../engagement/expect-figures.ts";
import { content, person, roleAt, school } from "../engagement/small-district.ts";
import { type MemoryStore, openMemoryStore } from "../support/store.ts";
import { randomFrom } from "../support/turns.ts";
import { holds } from "./seeds.ts";
import { enterFacts, expectWell, openWellDistrict } from "./well.ts";

let store: MemoryStore;
beforeAll(async () => {
  store = await openMemoryStore({ content });
});

/** Zones whose clocks change on different days, in both directions, by an hour, by half of one, or never. */
const zones = [
  "America/New_York",
  "America/Phoenix",
  "Pacific/Honolulu",
  "Australia/Lord_Howe",
  "Europe/Berlin",
  "America/St_Johns",
  "Pacific/Apia",
];
/** The nights before clocks change somewhere, a leap day, and a year's end. */
const nights = ["2026-03-07", "2026-03-28", "2026-10-03", "2026-10-24", "2026-10-31", "2028-02-28", "2026-12-31"];

describe("clocks that differ by five minutes and are put forward and back (F15)", () => {
  holds("give every local date one tick, in order, and no school's figures go back a day", async (seed) => {
    const random = randomFrom(seed);
    const zone = zones[Math.floor(random() * zones.length)] ?? "";
    const startsAt = Date.parse(`${nights[Math.floor(random() * nights.length)]}T12:00:00Z`);
    store.clock.set(new Date(startsAt).toISOString());
    const district = await openWellDistrict(store, { zone });
    await enterFacts(store, district, { schools: [school("sch_1")], people: [person("stf_1", [roleAt("sch_1")])] });
    const ticked: string[] = [];
    const seen = new Set<string>();
    let shown = "";
    for (let hour = 0; hour < 72; hour++) {
      const skewMs = (random() - 0.5) * 10 * 60_000;
      store.clock.set(new Date(startsAt + hour * 3_600_000 + skewMs).toISOString());
      const ctx = jobIn(store, district);
      expect(ctx.today).toBe(localDate(ctx.now, zone));
      seen.add(ctx.today);
      if (await dayTick(ctx)) ticked.push(ctx.today);
      const row = await ctx.table.get(schoolRollUps, { of: "ROLL", at: "S#sch_1" });
      expect((row?.asOfDay ?? "") >= shown).toBe(true);
      shown = row?.asOfDay ?? "";
    }
    expect(ticked).toEqual([...seen].toSorted());
    expect(new Set(ticked).size).toBe(ticked.length);
    await expectWell(store, district);
  });

  holds("keep a year a year, leap day or not", async (seed) => {
    const random = randomFrom(seed);
    const years = 1 + Math.floor(random() * 6);
    const from = `20${String(20 + 4 * Math.floor(random() * 5)).padStart(2, "0")}-02-29`;
    const until = addYears(from, years);
    const isLeap = (Number(from.slice(0, 4)) + years) % 4 === 0;
    expect(until).toBe(`${Number(from.slice(0, 4)) + years}-02-${isLeap ? "29" : "28"}`);
  });
});

import { describe, expect, it } from "vitest";
import { viewAcross } from "../../functions/engagement/district-figures.ts";
import { readDistrictChange } from "../../functions/engagement/read-district-change.ts";
import { schoolRollUps, sliceOf, teamCoverages, trendWeeks, weekRollUps } from "../../functions/engagement/records.ts";
import { frozenFigures } from "../../functions/engagement/trend.ts";
import { createContext } from "../../functions/platform/context.ts";
import type { RecordWrite } from "../../functions/platform/record.ts";
import { type LeaderEntry, leaderEntry } from "../../functions/reminders/leader-entry.ts";
import { leaderSentences } from "../../functions/reminders/leader-words.ts";
import { readPersonNow } from "../../functions/reminders/queries.ts";
import { manySchools } from "../engagement/many-schools.ts";
import { type Person, person, roleAt } from "../engagement/small-district.ts";
import { openReminderWorld } from "./world.ts";

const eli = person("stf_eli", [roleAt("sch_office", "districtLeader")]);

const coverage = (place: string, covered: number) =>
  teamCoverages.overwrite({
    place,
    name: place,
    asOfDay: "2026-11-02",
    teams: [{ team: "schoolLeadership", required: 3, covered, deep: 0 }],
    gaps: (["facilitator", "dataAnalyst"] as const).map((role) => ({
      team: "schoolLeadership",
      role,
      openedOn: "2026-11-02",
      cause: "nobody",
      members: [],
      backups: [],
    })),
  });

describe("reading for one leader", () => {
  async function readsWith(count: number, who: Person, place: string): Promise<{ reads: number; entry: LeaderEntry | undefined }> {
    const world = await openReminderWorld();
    await world.people([who]);
    const then = manySchools(count, "2026-09-07", -0.2);
    const frozen = { week: "2026-W37", asOfDay: "2026-09-07", ...frozenFigures(viewAcross(then, undefined).all(undefined)) };
    const writes: RecordWrite[] = [
      ...manySchools(count, "2026-11-02").map((row) => schoolRollUps.overwrite(row)),
      ...then.map((row) => weekRollUps.overwrite({ ...row, week: frozen.week })),
      trendWeeks.overwrite({ slice: sliceOf({}), ...frozen }),
      // One place of which two seats are open, and one that has no teams yet.
      coverage(then[0]?.schoolId ?? "", 1),
      coverage("sch_without", 0),
    ];
    await world.table.write(writes.map((write) => write.operation(world.district.id)));
    let reads = 0;
    const { table } = world;
    const counting = {
      ...table,
      get: async (key: never) => (reads++, table.get(key)),
      query: async (partition: string, range: never) => (reads++, table.query(partition, range)),
    };
    const options = { actor: { kind: "job" as const, name: "reminders" as const }, district: world.district, requestId: "t" };
    const ctx = createContext({ ...world.services, table: counting }, options);
    const now = await readPersonNow(ctx, who.staff.id);
    if (!now) throw new Error("nobody");
    reads = 0;
    const entry = await leaderEntry(ctx, now, place);
    const counted = reads;
    if (place === "district") {
      const asLeader = world.as(
        "engagement:district",
        { staffId: "stf_x", name: "X", grants: [{ role: "districtLeader" }] },
        { kind: "district" },
      );
      const { verdict } = await readDistrictChange(asLeader, { metric: "transfer" });
      expect(entry?.change?.verdict).toBe(verdict);
    }
    return { reads: counted, entry };
  }

  it("takes three reads for a school and six for the district, however many schools there are", async () => {
    const own = manySchools(1, "2026-11-02")[0]?.schoolId ?? "";
    const head = person("stf_dee", [roleAt(own, "schoolAdministrator")]);
    for (const count of [4, 40]) {
      expect(await readsWith(count, head, own)).toMatchObject({ reads: 3, entry: { kind: "leaderDigest", openSeats: 2 } });
      expect(await readsWith(count, eli, "district")).toMatchObject({ reads: 6, entry: { kind: "leaderDigest", openSeats: 2 } });
    }
  });

  it("says nothing of a place that is not theirs", async () => {
    const own = manySchools(1, "2026-11-02")[0]?.schoolId ?? "";
    expect(await readsWith(4, eli, own).then(({ entry }) => entry?.path)).toBe(`/school/${own}`);
    const other = person("stf_dee", [roleAt("sch_elsewhere", "schoolAdministrator")]);
    expect(await readsWith(4, other, own)).toEqual({ reads: 0, entry: undefined });
    expect((await readsWith(4, other, "sch_elsewhere")).entry).toBeUndefined();
  });
});

describe("the words", () => {
  const entry = (verdict: "closer" | "apart" | "noClearChange" | "unknown"): LeaderEntry => ({
    kind: "leaderDigest",
    place: "Maple",
    path: "/district",
    transfer: { isHidden: false, coded: "atLeast", percent: 95 },
    inReview: 2,
    support: ["A", "B", "C", "D"].map((name) => ({
      school: name,
      reasons: [
        { kind: "behind", metric: "reach", rate: { isHidden: false, numerator: 5, denominator: 10, percent: 50 }, level: 80, distance: 30 },
      ],
    })),
    openSeats: 1,
    change: { verdict, since: { week: "2026-W37", asOf: "2026-09-07" } },
  });

  it("say closer or further apart by the rule's verdict alone, and nothing where it is unknown", () => {
    expect(leaderSentences(entry("closer"), "en").at(-1)).toBe("Schools came closer together since September 7, 2026.");
    expect(leaderSentences(entry("apart"), "en").at(-1)).toBe("Schools moved further apart since September 7, 2026.");
    expect(leaderSentences(entry("noClearChange"), "es").at(-1)).toMatch(/^Sin cambio claro/);
    expect(leaderSentences(entry("unknown"), "en").join(" ")).not.toContain("September");
  });

  it("give a coded share without its counts, name three schools and count the rest", () => {
    expect(leaderSentences(entry("unknown"), "en")).toEqual([
      "Transfer to practice: at least 95%.",
      "2 practice tasks wait for a review.",
      ...["A", "B", "C"].map((name) => `Ask first what is in the way at ${name}: Reach is at 50%, the schools' level is 80%.`),
      "The page names 1 more school.",
      "1 required team seat is open.",
    ]);
  });
});

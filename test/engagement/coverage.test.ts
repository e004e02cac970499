import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Held, gapsOf, talliesOf, teamsOn } from "../../functions/engagement/coverage-rules.ts";
import { benchDepthOf, benchOf } from "../../functions/engagement/metrics/bench-depth.ts";
import { addDays, dayNumber } from "../../functions/platform/dates.ts";
import type { TeamPlan } from "../../functions/roster/team-contract.ts";

const today = "2026-11-02";
const day = dayNumber(today);
const plans: TeamPlan[] = [
  {
    team: "tier2",
    isRun: true,
    seats: [
      { role: "dataAnalyst", isRequired: true, training: [{ kind: "module", id: "m11" }] },
      { role: "minuteTaker", isRequired: false, training: [] },
    ],
  },
];
type More = Partial<NonNullable<Held["standing"]>> & { unknown?: boolean };
/** Someone named to the data analyst's seat of Tier 2, trained and here, unless said otherwise. */
const named = (staffId: string, { unknown, ...more }: More = {}): Held => {
  const seat = {
    id: `sea_${staffId}`,
    staffId,
    place: "sch_oak",
    team: "tier2" as const,
    role: "dataAnalyst" as const,
    isBackup: false,
    from: "2026-09-01",
    isFromElsewhere: false,
  };
  const standing = { ...seat, name: staffId, status: "active" as const, isHere: true, completed: ["m11"], ...more };
  const { from, until, isBackup } = standing;
  return {
    seat: { ...seat, from, isBackup, ...(until !== undefined && { until }), name: staffId, version: 1 },
    standing: unknown ? undefined : standing,
  };
};
const gapOf = (held: Held[], before: ReturnType<typeof gapsOf> = [], on = today) => gapsOf(teamsOn(plans, held, { today: on, before }))[0];
const stateOf = (held: Held) => teamsOn(plans, [held], { today, before: [] })[0]?.seats[0]?.holders[0]?.state;

describe("a required seat", () => {
  it("is covered by someone who holds it, works here and holds its training; a backup covers as well", () => {
    expect(gapOf([named("ana")])).toBeUndefined();
    expect(gapOf([named("ana", { status: "left" }), named("bo", { isBackup: true })])).toBeUndefined();
    expect(talliesOf(teamsOn(plans, [named("ana"), named("bo", { isBackup: true })], { today, before: [] }))).toEqual([
      { team: "tier2", required: 1, covered: 1, deep: 1 },
    ]);
  });

  it("is not covered by who is on leave, suspended, gone, moved, not trained, not there yet or there no more", () => {
    expect(stateOf(named("ana"))).toBe("covers");
    expect(stateOf(named("ana", { leave: { from: day - 3 } }))).toBe("onLeave");
    expect(stateOf(named("ana", { leave: { from: day - 30, to: day - 1 } }))).toBe("covers");
    expect(stateOf(named("ana", { status: "suspended" }))).toBe("suspended");
    expect(stateOf(named("ana", { status: "left" }))).toBe("left");
    expect(stateOf(named("ana", { isHere: false }))).toBe("moved");
    expect(stateOf(named("ana", { isHere: false, isFromElsewhere: true }))).toBe("covers");
    expect(stateOf(named("ana", { completed: ["m09"] }))).toBe("untrained");
    expect(stateOf(named("ana", { from: addDays(today, 1) }))).toBe("notYet");
    expect(stateOf(named("ana", { until: addDays(today, -1) }))).toBe("ended");
    expect(stateOf(named("ana", { until: today }))).toBe("covers");
  });

  it("says why it is open, and who is named all the same", () => {
    expect(gapOf([])).toMatchObject({ cause: "nobody", members: [], backups: [] });
    expect(gapOf([named("ana", { leave: { from: day } })])).toMatchObject({ cause: "away", members: ["ana"] });
    const both = [named("ana", { leave: { from: day } }), named("bo", { isBackup: true, completed: [] })];
    expect(gapOf(both)).toMatchObject({ cause: "untrained", members: ["ana"], backups: ["bo"] });
  });

  it("that asks for a certificate is covered through its last day", () => {
    const certified: TeamPlan[] = [
      {
        team: "tier2",
        isRun: true,
        seats: [{ role: "dataAnalyst", isRequired: true, training: [{ kind: "certification", id: "foundations" }] }],
      },
    ];
    const gaps = (certifiedUntil: number) => gapsOf(teamsOn(certified, [named("ana", { certifiedUntil })], { today, before: [] }));
    expect(gaps(day)).toEqual([]);
    expect(gaps(day - 5)).toMatchObject([{ openedOn: addDays(today, -4), cause: "untrained" }]);
  });

  it("is no gap while the training of whoever was just named is being looked up", () => {
    expect(gapOf([named("ana", { unknown: true })])).toBeUndefined();
  });
});

describe("bench depth", () => {
  const seat = (role: "facilitator" | "tierLead" | "coach") => ({
    role,
    isRequired: true,
    training: [{ kind: "module" as const, id: "m11" }],
  });
  const all: TeamPlan[] = [
    { team: "tier1", isRun: true, seats: [seat("facilitator")] },
    { team: "tier2", isRun: true, seats: [seat("facilitator"), seat("tierLead")] },
    { team: "tier3", isRun: true, seats: [seat("tierLead")] },
  ];
  const at = (staffId: string, team: "tier1" | "tier2" | "tier3", role: "facilitator" | "tierLead", more: More = {}): Held => {
    const held = named(staffId, more);
    return { ...held, seat: { ...held.seat, team, role } };
  };
  const bench = (held: Held[]) =>
    Object.fromEntries(benchOf(teamsOn(all, held, { today, before: [] })).map(({ role, people }) => [role, people]));

  it("counts a person once for a role, on whichever of the school's teams they fill it, and each tier's lead apart", () => {
    const held = [
      at("ana", "tier1", "facilitator"),
      at("ana", "tier2", "facilitator"),
      at("bo", "tier2", "facilitator"),
      at("ana", "tier2", "tierLead"),
    ];
    expect(bench(held)).toEqual({ facilitator: 2, tier2Lead: 1, tier3Lead: 0 });
    expect(benchDepthOf(benchOf(teamsOn(all, held, { today, before: [] })))).toEqual({ numerator: 1, denominator: 3, percent: 33.3 });
  });

  it("counts whoever is named as backup and is there, trained or not; a member without the training, and whoever is away, do not count", () => {
    const untrained = { completed: [] };
    expect(
      bench([at("ana", "tier2", "tierLead", { ...untrained, isBackup: true }), at("bo", "tier2", "tierLead", untrained)]),
    ).toMatchObject({
      tier2Lead: 1,
    });
    expect(bench([at("ana", "tier2", "tierLead", { isBackup: true, leave: { from: day } })])).toMatchObject({ tier2Lead: 0 });
  });
});

describe("the day on which a gap opened", () => {
  it("is the day after the last holder stopped counting, where that is on record", () => {
    expect(gapOf([named("ana", { until: "2026-10-20" })])?.openedOn).toBe("2026-10-21");
    expect(gapOf([named("ana", { leave: { from: dayNumber("2026-10-12") } })])?.openedOn).toBe("2026-10-12");
    const two = [named("ana", { until: "2026-09-20" }), named("bo", { isBackup: true, leave: { from: dayNumber("2026-10-12") } })];
    expect(gapOf(two)?.openedOn).toBe("2026-10-12");
  });

  it("is the day it was first seen where nothing tells it: nobody was ever named, or was ever trained, or someone left", () => {
    for (const held of [[], [named("ana", { completed: [] })], [named("ana", { status: "left" })]])
      expect(gapOf(held)?.openedOn).toBe(today);
  });

  it("stays, whatever is worked out again and however late, until the gap is closed; a gap that opens again is a new one", () => {
    const first = gapOf([], [], "2026-10-05");
    expect(first?.openedOn).toBe("2026-10-05");
    expect(gapOf([named("ana", { completed: [] })], first ? [first] : [])?.openedOn).toBe("2026-10-05");
    expect(gapOf([named("ana")], first ? [first] : [])).toBeUndefined();
    expect(gapOf([named("ana", { until: "2026-10-30" })], [])?.openedOn).toBe("2026-10-31");
  });

  it("is never in the future, and never later for having been seen before", () => {
    const someone = fc.record({
      until: fc.option(
        fc.integer({ min: -60, max: 30 }).map((days) => addDays(today, days)),
        { nil: undefined },
      ),
      leave: fc.option(
        fc.integer({ min: -40, max: 40 }).map((days) => ({ from: day + days })),
        { nil: undefined },
      ),
      completed: fc.constantFrom<string[]>(["m11"], []),
      status: fc.constantFrom("active" as const, "suspended" as const, "left" as const),
      isHere: fc.boolean(),
      isBackup: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 4 }), (people) => {
        const held = people.map(({ until, leave, ...more }, i) =>
          named(`p${i}`, { ...more, ...(until !== undefined && { until }), ...(leave && { leave }) }),
        );
        const gap = gapOf(held);
        const [team] = teamsOn(plans, held, { today, before: [] });
        const covering = team?.seats[0]?.holders.filter(({ state }) => state === "covers").length ?? 0;
        expect(gap === undefined).toBe(covering > 0);
        if (!gap) return;
        expect(gap.openedOn <= today).toBe(true);
        expect(gapOf(held, [gap], addDays(today, 7))?.openedOn ?? gap.openedOn).toBe(gap.openedOn);
      }),
    );
  });
});

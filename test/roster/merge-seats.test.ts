import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { previewMerge } from "../../functions/certification/preview-merge.ts";
import { adoptions } from "../../functions/lambda/adoptions.ts";
import type { District } from "../../functions/platform/district.ts";
import { continueMerge } from "../../functions/roster/actions/continue-merge.ts";
import { mergePeople } from "../../functions/roster/actions/merge-people.ts";
import { endSeat, nameToSeat } from "../../functions/roster/actions/name-to-seat.ts";
import { takeMergeBack } from "../../functions/roster/actions/take-merge-back.ts";
import { readTimeline } from "../../functions/roster/read-timeline.ts";
import { mergedSeats } from "../../functions/roster/seat-merge-rules.ts";
import type { Seat, SeatNaming } from "../../functions/roster/team-contract.ts";
import { listTeamMembers, teamSeatsOf } from "../../functions/roster/team-queries.ts";
import { type MemoryStore, openMemoryStore } from "../support/store.ts";
import { administrator, duplicateId, keptId, openTwoAccounts } from "./merge-world.ts";

let store: MemoryStore;
let district: District;
const ctx = () => administrator(store, district);
const naming = () =>
  store.as("team:write", { staffId: "stf_sam", grants: [{ role: "districtAdministrator" }], district }, { kind: "district" });
const name = (staffId: string, more: Partial<SeatNaming> = {}) =>
  nameToSeat(naming(), "sch_2", { staffId, team: "tier1", role: "facilitator", isBackup: false, from: "2026-09-01", ...more });
async function merged(): Promise<string> {
  const { id } = await mergePeople(ctx(), { staffId: keptId, duplicateId });
  await continueMerge(ctx(), { staffId: keptId, mergeId: id }, adoptions);
  return id;
}
async function unmerged(mergeId: string): Promise<void> {
  await takeMergeBack(ctx(), { staffId: keptId, mergeId });
  await continueMerge(ctx(), { staffId: keptId, mergeId }, adoptions);
}
/** Both sides of every seat, without the versions: what people see. */
async function seatsNow(): Promise<unknown[]> {
  const essence = ({ version: _, ...seat }: Seat & { version: number }): Seat => seat;
  const own = [...(await teamSeatsOf(ctx(), keptId)), ...(await teamSeatsOf(ctx(), duplicateId))].map(essence);
  const atPlaces = (await listTeamMembers(ctx(), "sch_2")).map(essence);
  return [own, atPlaces];
}
const spans = async (staffId: string): Promise<string[]> =>
  (await teamSeatsOf(ctx(), staffId)).map(({ team, role, isBackup, from, until = "" }) => [team, role, isBackup, from, until].join(" "));

beforeAll(async () => {
  store = await openMemoryStore();
});
beforeEach(async () => {
  district = await openTwoAccounts(store);
});

describe("the seats of two accounts that are one person's", () => {
  it("go over with both sides, and nobody sits twice in one seat", async () => {
    await name(keptId, { until: "2026-12-18" });
    await name(duplicateId, { from: "2026-08-20" });
    await name(duplicateId, { role: "minuteTaker", isBackup: true });
    await name(keptId, { role: "minuteTaker" });
    expect((await previewMerge(ctx(), { staffId: keptId, duplicateId })).seats).toBe(1);
    await merged();
    expect(await spans(keptId)).toEqual([
      "tier1 facilitator false 2026-08-20 ",
      "tier1 minuteTaker false 2026-09-01 ",
      "tier2 coach false 2026-08-17 ",
    ]);
    expect(await teamSeatsOf(ctx(), duplicateId)).toEqual([]);
    const listed = await listTeamMembers(ctx(), "sch_2");
    expect(listed.map(({ staffId, name: said }) => [staffId, said])).toEqual(Array.from({ length: 3 }, () => [keptId, "Ana Reyes"]));
  });

  it("are as they were once the merge is taken back", async () => {
    await name(keptId, { until: "2026-12-18" });
    await name(duplicateId, { from: "2026-08-20" });
    await name(keptId, { role: "minuteTaker", isBackup: true });
    await name(duplicateId, { role: "minuteTaker" });
    const before = await seatsNow();
    await unmerged(await merged());
    expect(await seatsNow()).toEqual(before);
  });

  it("keep what was done with them since: a seat that was joined and then ended stays ended", async () => {
    await name(keptId);
    await name(duplicateId, { from: "2026-08-20" });
    const mergeId = await merged();
    const seat = (await listTeamMembers(ctx(), "sch_2")).find(({ role }) => role === "facilitator");
    if (!seat) throw new Error("no seat");
    await endSeat(naming(), "sch_2", { seatId: seat.id, version: seat.version, lastDay: "2026-10-30" });
    await unmerged(mergeId);
    expect(await spans(keptId)).toEqual(["tier1 facilitator false 2026-08-20 2026-10-30"]);
    expect(await spans(duplicateId)).toEqual(["tier1 facilitator false 2026-08-20 ", "tier2 coach false 2026-08-17 "]);
  });

  it("are told of in the timeline", async () => {
    await name(keptId);
    await name(duplicateId);
    await unmerged(await merged());
    const { entries } = await readTimeline(ctx(), keptId);
    const facts = (action: string) => entries.find((entry) => entry.action === action)?.facts;
    expect(facts("merge.begun")).toEqual(
      expect.arrayContaining([
        { kind: "seatsMoved", count: 1 },
        { kind: "seatsJoined", count: 1 },
      ]),
    );
    expect(facts("people.unmerged")).toEqual(expect.arrayContaining([{ kind: "seatsMoved", count: 1 }]));
    expect(facts("seat.named")?.[0]).toMatchObject({ kind: "seatNamed", role: "facilitator", place: "School sch_2" });
  });
});

it("joins only days that meet: a seat held again later is another naming", () => {
  const seat = (id: string, from: string, until?: string): Seat => ({
    id,
    staffId: id,
    place: "s",
    team: "tier1",
    role: "coach",
    isBackup: false,
    from,
    ...(until !== undefined && { until }),
    isFromElsewhere: false,
  });
  const first = seat("a", "2026-01-05", "2026-02-01");
  expect(mergedSeats([first], [seat("b", "2026-03-01")])).toMatchObject({ moved: [{ id: "b" }], removed: [], joined: [] });
  const both = mergedSeats([first], [seat("b", "2026-02-01", "2026-03-01"), seat("c", "2026-02-20")]);
  expect(both.removed.map(({ id }) => id)).toEqual(["b", "c"]);
  expect(both.joined[0]?.after).toEqual({ ...seat("a", "2026-01-05"), isFromElsewhere: false });
});

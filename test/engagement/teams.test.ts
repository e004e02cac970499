import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { coverEveryTeam, coverTeams } from "../../functions/engagement/actions/cover-teams.ts";
import { dayTick } from "../../functions/engagement/actions/day-tick.ts";
import { summarizeStaff } from "../../functions/engagement/actions/summarize-staff.ts";
import { engagementReactions } from "../../functions/engagement/events.ts";
import { readCandidates, readTeams, readTeamsOverview } from "../../functions/engagement/read-teams.ts";
import { teamCoverages } from "../../functions/engagement/records.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import { endSeat, nameToSeat } from "../../functions/roster/actions/name-to-seat.ts";
import { recordLeave } from "../../functions/roster/actions/record-leave.ts";
import { saveTeamPlans } from "../../functions/roster/actions/save-team-plans.ts";
import { defaultPlans } from "../../functions/roster/team-rules.ts";
import { openTestStore, testDistrict, type TestStore } from "../support/store.ts";
import { content, learned, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
const oak = "sch_oak";
const leads: AccessGrant[] = [{ role: "schoolLeader", schoolIds: [oak] }];
const reading = () => store.as("team:read", { staffId: "stf_lead", grants: leads }, { kind: "school", schoolId: oak });
const atOak = () => store.as("team:write", { staffId: "stf_lead", grants: leads }, { kind: "school", schoolId: oak });
const naming = () => store.as("team:write", { staffId: "stf_elena", grants: [{ role: "districtLeader" }] }, { kind: "district" });
const district = () => store.as("team:read", { staffId: "stf_elena", grants: [{ role: "districtLeader" }] }, { kind: "district" });
const coach = () => store.as("team:read", { staffId: "stf_cho", grants: [{ role: "coach", schoolIds: ["sch_elm"] }] });
const job = () => store.job("engagement", "engagement:district");
/** One required seat, which asks for the second module, so that gaps can be told apart. */
const plans = defaultPlans.map((plan) =>
  plan.team === "tier2"
    ? { ...plan, seats: [{ role: "dataAnalyst" as const, isRequired: true, training: [{ kind: "module" as const, id: "m02" }] }] }
    : { ...plan, isRun: false },
);
const analyst = { team: "tier2", role: "dataAnalyst", isBackup: false } as const;
const gaps = async () => (await readTeams(reading(), oak)).teams.flatMap(({ seats }) => seats.flatMap(({ gap }) => gap ?? []));
const stored = () => job().table.get(teamCoverages, { of: "TEAM", at: `S#${oak}` });

beforeAll(async () => {
  store = await openTestStore({ content });
  const ana = learned(person("stf_ana", [roleAt(oak)]), "m02", "completed", "2026-10-01T15:00:00.000Z");
  await writeFacts(store, testDistrict, {
    schools: [school(oak), school("sch_elm")],
    people: [ana, person("stf_bo", [roleAt(oak)]), person("stf_cho", [roleAt("sch_elm", "coach")])],
  });
  await saveTeamPlans(naming(), { version: 0, plans });
  for (const id of ["stf_ana", "stf_bo", "stf_cho"]) await summarizeStaff(job(), id);
  await coverEveryTeam(job());
});
afterAll(() => store.close());

describe("a school's teams", () => {
  it("show a required seat that nobody was ever named to as a gap of today", async () => {
    expect(await gaps()).toEqual([
      { team: "tier2", role: "dataAnalyst", openedOn: "2026-11-02", cause: "nobody", members: [], backups: [] },
    ]);
    expect((await readTeams(reading(), oak)).mayEdit).toBe(true);
  });

  it("offer those who hold the training first, and the district's coaches after the school's own", async () => {
    const candidates = await readCandidates(atOak(), oak, analyst);
    expect(candidates.map(({ staffId, isTrained }) => [staffId, isTrained])).toEqual([
      ["stf_ana", true],
      ["stf_bo", false],
      ["stf_cho", undefined],
    ]);
  });

  it("keep the day a gap opened through being worked out again, on later days too, and when the row was lost and the night repairs it", async () => {
    store.clock.set("2026-11-05T15:00:00Z");
    await coverTeams(job(), oak);
    expect((await gaps())[0]?.openedOn).toBe("2026-11-02");
    const seat = await nameToSeat(atOak(), oak, { staffId: "stf_bo", ...analyst });
    // Named, and their training not looked up yet: no gap is claimed.
    expect(await gaps()).toEqual([]);
    await summarizeStaff(job(), "stf_bo");
    await coverTeams(job(), oak);
    expect((await gaps())[0]).toMatchObject({ cause: "untrained", members: ["stf_bo Tester"] });
    await endSeat(atOak(), oak, { seatId: seat.id, version: seat.version, lastDay: "2026-11-04" });
    await summarizeStaff(job(), "stf_bo");
  });

  it("are covered once someone trained is named; when their leave begins, the gap is listed on that day", async () => {
    const seat = await nameToSeat(atOak(), oak, { staffId: "stf_ana", ...analyst });
    await summarizeStaff(job(), "stf_ana");
    await coverTeams(job(), oak);
    expect(await gaps()).toEqual([]);
    expect((await stored())?.teams).toEqual([{ team: "tier2", required: 1, covered: 1, deep: 0 }]);
    await recordLeave(store.job("setup", "roster:write"), { staffId: seat.staffId, from: "2026-11-09", to: "2026-11-20" });
    await summarizeStaff(job(), "stf_ana");
    await coverTeams(job(), oak);
    expect((await stored())?.gaps).toEqual([]);
    store.clock.set("2026-11-09T15:00:00Z");
    await dayTick(job(), "outdated");
    expect((await stored())?.gaps).toMatchObject([{ openedOn: "2026-11-09", cause: "away", members: ["stf_ana Tester"], backups: [] }]);
    const lost = await stored();
    if (lost) await store.table.write([teamCoverages.remove(lost).operation(testDistrict.id)]);
    store.clock.set("2026-11-12T15:00:00Z");
    await dayTick(job());
    expect((await stored())?.gaps[0]?.openedOn).toBe("2026-11-09");
  });

  it("say the same after the same news twice, late or for nothing", async () => {
    const before = await stored();
    await summarizeStaff(job(), "stf_ana");
    await coverTeams(job(), oak);
    await coverTeams(job(), "sch_none");
    expect(await stored()).toEqual(before);
  });

  it("cost the same reads however many people work at the school", async () => {
    store.used.length = 0;
    await readTeams(reading(), oak);
    expect(store.used.map(({ operation }) => operation).toSorted()).toEqual(["get", "get", "get", "get", "query", "query"]);
  });
});

describe("every school's teams", () => {
  it("are one query; a leader and a coach see those of their own schools alone", async () => {
    store.used.length = 0;
    expect((await readTeamsOverview(district())).places.map(({ id }) => id)).toEqual(["district", "sch_elm", oak]);
    expect(store.used).toHaveLength(1);
    expect((await readTeamsOverview(reading())).places.map(({ id }) => id)).toEqual([oak]);
    expect((await readTeamsOverview(coach())).places.map(({ id }) => id)).toEqual(["sch_elm"]);
    expect(
      (
        await readTeams(
          store.as("team:read", { staffId: "stf_cho", grants: [{ role: "coach", schoolIds: [oak] }] }, { kind: "school", schoolId: oak }),
          oak,
        )
      ).mayEdit,
    ).toBe(false);
  });

  it("are worked out anew when the district decides otherwise about the seats", async () => {
    const reaction = engagementReactions.find(({ name }) => name === "team-coverage");
    const subject = reaction?.concerns({ of: "", at: "TEAMS" });
    expect(subject).toBeDefined();
    await saveTeamPlans(naming(), { version: 1, plans: plans.map((plan) => ({ ...plan, isRun: plan.team === "tier1" })) });
    await reaction?.run(job(), subject ?? "");
    expect((await stored())?.gaps.map(({ team, role }) => `${team} ${role}`)).toEqual([
      "tier1 facilitator",
      "tier1 dataAnalyst",
      "tier1 administrator",
    ]);
    expect(reaction?.concerns({ of: "S#sch_oak", at: "SEATED#x" })).toBe(oak);
    expect(reaction?.concerns({ of: "S#sch_oak", at: "STAFF#x" })).toBeUndefined();
  });
});

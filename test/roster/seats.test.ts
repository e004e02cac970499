import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccessGrant } from "../../functions/platform/context.ts";
import { AppError } from "../../functions/platform/errors.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { endSeat, nameToSeat } from "../../functions/roster/actions/name-to-seat.ts";
import { saveTeamPlans } from "../../functions/roster/actions/save-team-plans.ts";
import type { RoleAssignment } from "../../functions/roster/contract.ts";
import { members, schools, type Staff, staffRecords } from "../../functions/roster/records.ts";
import { TeamKind } from "../../functions/roster/team-contract.ts";
import { listNameable, listTeamMembers, readTeamPlans, teamSeatsOf } from "../../functions/roster/team-queries.ts";
import { defaultPlans, holdsSeat, isSeatOn, plansAt } from "../../functions/roster/team-rules.ts";
import { openMemoryStore, type MemoryStore, testDistrict } from "../support/store.ts";

let store: MemoryStore;
const today = "2026-11-02";
const oak = "sch_oak";
const job = (role: RoleAssignment["role"], schoolId: string): RoleAssignment => ({
  role,
  schoolId,
  isPrimary: true,
  beginOn: "2026-08-17",
});
const staff = (id: string, role: RoleAssignment["role"], schoolId: string, more: Partial<Staff> = {}) =>
  staffRecords.put({
    version: 0,
    id,
    sourcedId: id,
    givenName: id.slice(4),
    familyName: "Reyes",
    email: `${id}@maple.example`,
    status: "active",
    hiredOn: "2024-08-12",
    roles: [job(role, schoolId)],
    isDistrictAdministrator: false,
    ...more,
  });
const member = (staffId: string, role: RoleAssignment["role"], schoolId: string) =>
  members.put({ version: 0, schoolId, staffId, name: `${staffId.slice(4)} Reyes`, roles: [role] });
const leads: AccessGrant[] = [{ role: "schoolLeader", schoolIds: [oak] }];
const atOak = () => store.as("team:write", { staffId: "stf_lead", grants: leads }, { kind: "school", schoolId: oak });
const forDistrict = () => store.as("team:write", { staffId: "stf_elena", grants: [{ role: "districtLeader" }] }, { kind: "district" });
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );
const analyst = { team: "tier2", role: "dataAnalyst", isBackup: false } as const;

beforeAll(async () => {
  store = await openMemoryStore();
  await store.table.write(
    [
      ...["oak", "elm"].map((name) =>
        schools.put({ version: 0, id: `sch_${name}`, sourcedId: name, name, level: "elementary", isActive: true }),
      ),
      schools.put({ version: 0, id: "sch_office", sourcedId: "office", name: "Office", level: "district", isActive: true }),
      staff("stf_ana", "teacher", oak),
      staff("stf_bo", "teacher", "sch_elm"),
      staff("stf_cho", "coach", "sch_elm"),
      staff("stf_dee", "districtLeader", "sch_office"),
      staff("stf_gone", "teacher", oak, { status: "left" }),
      member("stf_ana", "teacher", oak),
      member("stf_bo", "teacher", "sch_elm"),
      member("stf_cho", "coach", "sch_elm"),
      member("stf_dee", "districtLeader", "sch_office"),
    ].map((write) => write.operation(testDistrict.id)),
  );
});
afterAll(() => store.close());

describe("naming someone to a seat", () => {
  it("stands in the person's own partition and at the school, and naming again changes nothing", async () => {
    const seat = await nameToSeat(atOak(), oak, { staffId: "stf_ana", ...analyst });
    expect(seat).toMatchObject({ name: "ana Reyes", place: oak, from: today, isFromElsewhere: false, version: 1 });
    expect(await nameToSeat(atOak(), oak, { staffId: "stf_ana", ...analyst })).toEqual(seat);
    expect(await teamSeatsOf(atOak(), "stf_ana")).toHaveLength(1);
    expect((await listTeamMembers(atOak(), oak)).map(({ staffId }) => staffId)).toEqual(["stf_ana"]);
    const seats = await teamSeatsOf(atOak(), "stf_ana");
    expect(holdsSeat(seats, { teams: ["tier2"] }, today)).toBe(true);
    expect(holdsSeat(seats, { teams: ["tier2"], roles: ["facilitator"] }, today)).toBe(false);
    expect(holdsSeat(seats, { places: ["sch_elm"] }, today)).toBe(false);
    expect(holdsSeat(seats, { teams: ["tier2"] }, addDays(today, -1))).toBe(false);
  });

  it("ends with a last day and stays on record; naming from the same day again brings it back", async () => {
    const seat = await nameToSeat(atOak(), oak, {
      staffId: "stf_ana",
      team: "tier3",
      role: "tierLead",
      isBackup: true,
      from: "2026-10-01",
    });
    const ended = await endSeat(atOak(), oak, { seatId: seat.id, version: seat.version, lastDay: "2026-11-01" });
    expect(isSeatOn(ended, today)).toBe(false);
    expect(isSeatOn(ended, "2026-11-01")).toBe(true);
    const again = await nameToSeat(atOak(), oak, {
      staffId: "stf_ana",
      team: "tier3",
      role: "tierLead",
      isBackup: true,
      from: "2026-10-01",
    });
    expect(again).toMatchObject({ id: seat.id, version: 3 });
    expect(again.until).toBeUndefined();
  });

  it("that had not begun is removed when it is taken back", async () => {
    const seat = await nameToSeat(atOak(), oak, {
      staffId: "stf_ana",
      team: "tier1",
      role: "facilitator",
      isBackup: false,
      from: "2026-12-01",
    });
    await endSeat(atOak(), oak, { seatId: seat.id, version: 1, lastDay: "2026-11-01" });
    expect((await teamSeatsOf(atOak(), "stf_ana")).some(({ id }) => id === seat.id)).toBe(false);
    expect((await listTeamMembers(atOak(), oak)).some(({ id }) => id === seat.id)).toBe(false);
  });

  it("changed by two people at once is changed by one; the other hears of it", async () => {
    const seat = await nameToSeat(atOak(), oak, { staffId: "stf_ana", team: "tier1", role: "minuteTaker", isBackup: false });
    await endSeat(atOak(), oak, { seatId: seat.id, version: seat.version, lastDay: addDays(today, 30) });
    const late = await refusal(endSeat(atOak(), oak, { seatId: seat.id, version: seat.version, lastDay: addDays(today, 3) }));
    expect(late.code).toBe("conflict");
  });

  it("is the school's own people and the district's coaches; of anyone else a school leader does not hear", async () => {
    const nameable = await listNameable(atOak(), oak);
    expect(nameable.map(({ staffId, isFromElsewhere }) => [staffId, isFromElsewhere])).toEqual([
      ["stf_ana", false],
      ["stf_cho", true],
    ]);
    const coach = await nameToSeat(atOak(), oak, { staffId: "stf_cho", team: "schoolLeadership", role: "coach", isBackup: false });
    expect(coach.isFromElsewhere).toBe(true);
    expect((await refusal(nameToSeat(atOak(), oak, { staffId: "stf_bo", ...analyst }))).code).toBe("not-found");
    expect(await nameToSeat(forDistrict(), oak, { staffId: "stf_bo", ...analyst, isBackup: true })).toMatchObject({
      isFromElsewhere: true,
    });
  });

  it("refuses who left, a team that is not of the place, and a last day before the first", async () => {
    expect((await refusal(nameToSeat(atOak(), oak, { staffId: "stf_gone", ...analyst }))).code).toBe("not-ready");
    const executive = { staffId: "stf_dee", team: "districtLeadership", role: "executive", isBackup: false } as const;
    expect((await refusal(nameToSeat(forDistrict(), oak, executive))).fields[0]?.path).toBe("json.team");
    expect(await nameToSeat(forDistrict(), "district", executive)).toMatchObject({ place: "district", isFromElsewhere: false });
    const backwards = nameToSeat(atOak(), oak, { staffId: "stf_ana", ...analyst, from: "2026-12-02", until: "2026-12-01" });
    expect((await refusal(backwards)).fields[0]?.path).toBe("json.until");
  });
});

describe("the seats that teams have", () => {
  it("are the defaults until the district decides, and each kind of team has some", async () => {
    expect(await readTeamPlans(forDistrict())).toEqual({ version: 0, plans: defaultPlans });
    expect(defaultPlans.map(({ team }) => team)).toEqual(TeamKind.options);
    expect(plansAt(oak, defaultPlans).map(({ team }) => team)).toEqual(["tier1", "tier2", "tier3", "schoolLeadership"]);
    expect(plansAt("district", defaultPlans).map(({ team }) => team)).toEqual(["districtLeadership"]);
  });

  it("are saved over the version that was read, each team and seat once", async () => {
    const plans = defaultPlans.map((plan) => (plan.team === "tier3" ? { ...plan, isRun: false } : plan));
    const saved = await saveTeamPlans(forDistrict(), { version: 0, plans });
    expect(saved.version).toBe(1);
    expect(plansAt(oak, (await readTeamPlans(forDistrict())).plans).map(({ team }) => team)).not.toContain("tier3");
    expect((await refusal(saveTeamPlans(forDistrict(), { version: 0, plans }))).code).toBe("conflict");
    const twice = plans.map((plan) => ({ ...plan, seats: [...plan.seats, ...plan.seats.slice(0, 1)] }));
    expect((await refusal(saveTeamPlans(forDistrict(), { version: 1, plans: twice }))).code).toBe("invalid-input");
  });
});

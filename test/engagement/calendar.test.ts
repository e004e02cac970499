import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveCalendar } from "../../functions/engagement/actions/save-calendar.ts";
import { summarizeStaff } from "../../functions/engagement/actions/summarize-staff.ts";
import type { CalendarSettings } from "../../functions/engagement/calendar-contract.ts";
import { districtCalendars, endingSoon, firstChange, problemsOf, settingsOf } from "../../functions/engagement/calendar-rules.ts";
import { calendarTask } from "../../functions/engagement/calendar-task.ts";
import { previewCalendar, readCalendar } from "../../functions/engagement/read-calendar.ts";
import { readSummaries } from "../../functions/engagement/queries.ts";
import { fromDayNumber } from "../../functions/platform/dates.ts";
import { loadDistrict } from "../../functions/platform/district.ts";
import { AppError } from "../../functions/platform/errors.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { setEmployeeGroup } from "../../functions/roster/actions/set-employee-group.ts";
import { openTestStore, testDistrict, type TestStore } from "../support/store.ts";
import { content, learned, mustLearn, person, roleAt, school, writeFacts } from "./small-district.ts";

let store: TestStore;
const oak = "sch_oak";
const year = { yearStartsOn: "2026-07-01", yearEndsOn: "2027-06-30", breaks: testDistrict.calendar.breaks };
const settings = (more: Partial<CalendarSettings> = {}): CalendarSettings => ({
  version: 1,
  years: [year],
  groups: [],
  groupOfRole: {},
  ...more,
});
const admin = () => store.as("calendar:write", { staffId: "stf_sam", grants: [{ role: "districtAdministrator" }] }, { kind: "district" });
const job = () => store.job("engagement", "engagement:district");
const staffDay = { name: "staff day", from: "2026-12-01", to: "2026-12-02" };
const paras = { id: "paras", name: "Paraprofessionals", years: [{ ...year, breaks: [...year.breaks, staffDay] }] };
const dueOf = async (staffId: string) => {
  const { rows } = await readSummaries(job(), oak);
  return rows.find((row) => row.staffId === staffId)?.items.map(([id, dueOn]) => `${id} ${fromDayNumber(dueOn)}`);
};
const refusal = (work: Promise<unknown>): Promise<AppError> =>
  work.then(
    () => Promise.reject(new Error("nothing was refused")),
    (error: unknown) => (error instanceof AppError ? error : Promise.reject(error)),
  );

beforeAll(async () => {
  store = await openTestStore({ content });
  const due = (id: string, role: Parameters<typeof roleAt>[1], on = "2026-12-01") => mustLearn(person(id, [roleAt(oak, role)]), "m01", on);
  await writeFacts(store, testDistrict, {
    schools: [school(oak)],
    people: [
      due("stf_ana", "teacher"),
      due("stf_bo", "paraprofessional"),
      due("stf_cy", "paraprofessional", "2026-11-20"),
      learned(due("stf_dee", "paraprofessional"), "m01", "completed", "2026-10-01T15:00:00.000Z"),
    ],
  });
  for (const id of ["stf_ana", "stf_bo", "stf_cy", "stf_dee"]) await summarizeStaff(job(), id);
});
afterAll(() => store.close());

describe("a calendar that is being edited", () => {
  const changed = () => settings({ groups: [paras], groupOfRole: { paraprofessional: "paras" } });

  it("shows whose open dates it would move, to when, and writes nothing", async () => {
    const before = await readCalendar(admin());
    expect(before).toMatchObject({ ...settings(), today: "2026-11-02", ending: [] });
    expect(await previewCalendar(admin(), changed())).toEqual({
      total: 1,
      dates: 1,
      later: 1,
      earlier: 0,
      isComplete: true,
      looked: 2,
      people: [
        { id: "stf_bo", name: "stf_bo Tester", moves: [{ moduleId: "m01", title: "One system", from: "2026-12-01", to: "2026-12-03" }] },
      ],
    });
    expect(await previewCalendar(admin(), settings())).toMatchObject({ total: 0, looked: 0 });
    expect(await readCalendar(admin())).toEqual(before);
  });

  it("is saved over the version that was read, seen by the very next request, and brings every summary up to it", async () => {
    const { version, taskId } = await saveCalendar(admin(), changed());
    expect(version).toBe(2);
    expect((await loadDistrict(store.table, testDistrict.id))?.employeeGroups?.groups[0]?.name).toBe("Paraprofessionals");
    expect(await dueOf("stf_bo")).toEqual(["m01 2026-12-01"]);
    await runTask(store.services, [calendarTask], testDistrict.id, taskId);
    await runTask(store.services, [calendarTask], testDistrict.id, taskId);
    expect(await dueOf("stf_bo")).toEqual(["m01 2026-12-03"]);
    expect(await dueOf("stf_ana")).toEqual(["m01 2026-12-01"]);
    expect((await refusal(saveCalendar(admin(), changed()))).code).toBe("conflict");
    expect(await readCalendar(admin())).toMatchObject({ version: 2, groupOfRole: { paraprofessional: "paras" } });
  });

  it("is refused with the dates that cannot be, and nothing is saved", async () => {
    const wrong = settings({ version: 2, years: [{ ...year, breaks: [{ name: "spring break", from: "2027-04-09", to: "2027-04-05" }] }] });
    expect((await refusal(saveCalendar(admin(), wrong))).fields).toMatchObject([{ path: "json.years.0.breaks.0.to" }]);
    const paths = (more: Partial<CalendarSettings>) => problemsOf(settings(more)).map(({ path }) => path);
    expect(paths({ years: [{ ...year, yearEndsOn: "2026-06-30" }] })).toEqual(["json.years.0.yearEndsOn"]);
    expect(paths({ years: [year, { ...year, yearStartsOn: "2027-06-01", yearEndsOn: "2028-05-30" }] })).toEqual([
      "json.years.1.yearStartsOn",
    ]);
    expect(paths({ years: [{ ...year, breaks: [{ name: "all of it", from: "2026-07-01", to: "2027-06-30" }] }] })).toEqual([
      "json.years.0.breaks",
    ]);
    expect(paths({ groupOfRole: { teacher: "nobody" } })).toEqual(["json.groupOfRole"]);
    expect(paths({ groups: [paras, { ...paras, id: "again" }] })).toEqual(["json.groups"]);
  });
});

describe("one person on another calendar", () => {
  it("is put there by hand, whatever their job says, and goes back when it is let go of", async () => {
    const district = await loadDistrict(store.table, testDistrict.id);
    const asSaved = store.job("engagement", "engagement:district", district);
    const moved = (group: string | undefined) => setEmployeeGroup(admin(), { staffId: "stf_bo", group }, (one) => one);
    expect((await moved("own")).employeeGroup).toBe("own");
    await summarizeStaff(asSaved, "stf_bo");
    expect(await dueOf("stf_bo")).toEqual(["m01 2026-12-01"]);
    expect((await moved(undefined)).employeeGroup).toBeUndefined();
    await summarizeStaff(asSaved, "stf_bo");
    expect(await dueOf("stf_bo")).toEqual(["m01 2026-12-03"]);
    expect((await refusal(moved("nobody"))).code).toBe("invalid-input");
  });
});

describe("calendars of several years", () => {
  it("are kept with the year of today first and read back in order", () => {
    const next = { yearStartsOn: "2027-08-16", yearEndsOn: "2028-06-09", breaks: [] };
    const kept = districtCalendars(settings({ years: [next, year] }), "2026-11-02");
    expect(kept.calendar).toMatchObject({ yearStartsOn: "2026-07-01", otherYears: [next] });
    expect(settingsOf(kept, 1)).toEqual(settings({ years: [year, next] }));
    expect(districtCalendars(settings({ years: [year, next] }), "2027-09-01").calendar.yearStartsOn).toBe("2027-08-16");
  });

  it("warn within 90 days of their end when no next year is entered, each group for itself", () => {
    const both = settings({ groups: [{ ...paras, years: [{ ...year, yearEndsOn: "2027-05-28" }] }] });
    expect(endingSoon(both, "2027-02-26")).toEqual([]);
    expect(endingSoon(both, "2027-02-27")).toEqual([{ name: "Paraprofessionals", endsOn: "2027-05-28" }]);
    expect(endingSoon(both, "2027-08-01")).toHaveLength(2);
  });

  it("differ first on the first day that is a contract day in one of them alone", () => {
    const a = districtCalendars(settings(), "2026-11-02");
    expect(firstChange(a, a, "2026-11-02")).toBeUndefined();
    const b = districtCalendars(settings({ groups: [paras], groupOfRole: { paraprofessional: "paras" } }), "2026-11-02");
    expect(firstChange(a, b, "2026-11-02")).toBe("2026-12-01");
  });
});

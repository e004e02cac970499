import { describe, expect, it } from "vitest";
import { calendarOf, employeeGroupOf } from "../../functions/roster/calendar-rules.ts";
import type { RoleAssignment } from "../../functions/roster/contract.ts";
import { testDistrict } from "../support/store.ts";

const today = "2026-11-02";
const job = (role: RoleAssignment["role"], more: Partial<RoleAssignment> = {}): RoleAssignment => ({
  role,
  schoolId: "sch_oak",
  isPrimary: true,
  beginOn: "2026-08-17",
  ...more,
});
const office = { id: "office", name: "Twelve-month staff", calendar: { yearStartsOn: "2026-07-01", yearEndsOn: "2027-06-30", breaks: [] } };
const paras = { id: "paras", name: "Paraprofessionals", calendar: { yearStartsOn: "2026-08-24", yearEndsOn: "2027-06-04", breaks: [] } };
const district = {
  calendar: testDistrict.calendar,
  employeeGroups: { groups: [office, paras], groupOfRole: { schoolAdministrator: "office", paraprofessional: "paras", coach: "gone" } },
};

describe("the employee group of a person", () => {
  it("follows from the primary job, and is none where the district maps it to none", () => {
    expect(employeeGroupOf({ roles: [job("paraprofessional")] }, district, today)).toBe("paras");
    const roles = [job("teacher", { isPrimary: false }), job("schoolAdministrator")];
    expect(employeeGroupOf({ roles }, district, today)).toBe("office");
    expect(employeeGroupOf({ roles: [job("teacher")] }, district, today)).toBeUndefined();
    expect(employeeGroupOf({ roles: [] }, district, today)).toBeUndefined();
  });

  it("is the one they were put into by hand, as long as the district has it", () => {
    expect(employeeGroupOf({ roles: [job("teacher")], employeeGroup: "office" }, district, today)).toBe("office");
    expect(employeeGroupOf({ roles: [job("paraprofessional")], employeeGroup: "own" }, district, today)).toBeUndefined();
    expect(employeeGroupOf({ roles: [job("paraprofessional")], employeeGroup: "abolished" }, district, today)).toBe("paras");
  });

  it("before the first day is that of the job to come", () => {
    const roles = [job("paraprofessional", { beginOn: "2026-12-01" })];
    expect(employeeGroupOf({ roles }, district, today)).toBe("paras");
  });

  it("decides the calendar; without one, or with one that is gone, it is the district's", () => {
    expect(calendarOf({ roles: [job("paraprofessional")] }, district, today)).toBe(paras.calendar);
    expect(calendarOf({ roles: [job("coach")] }, district, today)).toBe(district.calendar);
    expect(calendarOf({ roles: [job("paraprofessional")] }, testDistrict, today)).toBe(testDistrict.calendar);
  });
});

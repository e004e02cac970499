import type { Condition, RuleAudience } from "../../functions/assignment/rule-contract.ts";
import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import type { SeatRole, TeamKind } from "../../functions/roster/team-contract.ts";

/** A condition as entered so far: what was entered for one kind is still there when another was tried. */
export type ConditionDraft = {
  about: Condition["about"];
  roles: JobRole[];
  levels: SchoolLevel[];
  schoolIds: string[];
  hiredIs: "onOrAfter" | "before";
  hiredOn: string;
  newDays: string;
  teams: TeamKind[];
  seatRoles: SeatRole[];
  withBackups: boolean;
  certificationId: string;
  certificateIs: "holds" | "held" | "neverHeld" | "expiring";
  expiringDays: string;
};

export type GroupDraft = ConditionDraft[];

/** A condition that is still to be chosen: of roles, which is what most rules begin with. */
export function newCondition(certificationId = ""): ConditionDraft {
  return {
    about: "role",
    roles: [],
    levels: [],
    schoolIds: [],
    hiredIs: "onOrAfter",
    hiredOn: "",
    newDays: "90",
    teams: [],
    seatRoles: [],
    withBackups: true,
    certificationId,
    certificateIs: "neverHeld",
    expiringDays: "90",
  };
}

/** The groups of a saved audience. */
export function groupsOf({ anyOf }: RuleAudience): GroupDraft[] {
  return anyOf.map(({ allOf }) => allOf.map((one) => ({ ...newCondition(), ...entered(one) })));
}

function entered(one: Condition): Partial<ConditionDraft> & Pick<ConditionDraft, "about"> {
  const { about } = one;
  switch (one.about) {
    case "role":
      return { about, roles: one.anyOf };
    case "level":
      return { about, levels: one.anyOf };
    case "school":
      return { about, schoolIds: one.anyOf };
    case "hired":
      return { about, hiredIs: one.is, hiredOn: one.on };
    case "newlyHired":
      return { about, newDays: String(one.days) };
    case "seat":
      return { about, teams: one.teams, seatRoles: one.roles, withBackups: one.withBackups };
    case "certificate":
      return { about, certificationId: one.certificationId, certificateIs: one.is, expiringDays: String(one.days ?? 90) };
  }
}

/** A whole number of days from 1 to 730, or undefined. */
function daysOf(typed: string): number | undefined {
  const days = Number(typed);
  return typed.trim() !== "" && Number.isInteger(days) && days >= 1 && days <= 730 ? days : undefined;
}

/** The condition as the API takes it; undefined while something of it is missing. */
export function conditionOf(draft: ConditionDraft): Condition | undefined {
  switch (draft.about) {
    case "role":
      return draft.roles.length > 0 ? { about: "role", anyOf: draft.roles } : undefined;
    case "level":
      return draft.levels.length > 0 ? { about: "level", anyOf: draft.levels } : undefined;
    case "school":
      return draft.schoolIds.length > 0 ? { about: "school", anyOf: draft.schoolIds } : undefined;
    case "hired":
      return draft.hiredOn === "" ? undefined : { about: "hired", is: draft.hiredIs, on: draft.hiredOn };
    case "newlyHired": {
      const days = daysOf(draft.newDays);
      return days === undefined ? undefined : { about: "newlyHired", days };
    }
    case "seat": {
      const { teams, seatRoles: roles, withBackups } = draft;
      return teams.length > 0 ? { about: "seat", teams, roles, withBackups } : undefined;
    }
    case "certificate": {
      const { certificationId, certificateIs: is } = draft;
      const days = daysOf(draft.expiringDays);
      if (certificationId === "" || (is === "expiring" && days === undefined)) return undefined;
      return { about: "certificate", certificationId, is, ...(is === "expiring" && days !== undefined && { days }) };
    }
  }
}

/** The audience, or undefined while a condition of it is not complete. */
export function audienceOf(groups: readonly GroupDraft[]): RuleAudience | undefined {
  const anyOf = groups.map((group) => ({ allOf: group.flatMap((one) => conditionOf(one) ?? []) }));
  return groups.every((group, i) => anyOf[i]?.allOf.length === group.length && group.length > 0) ? { anyOf } : undefined;
}

/** The same audience with only what is complete: what is read back while someone is still at it. */
export function audienceSoFar(groups: readonly GroupDraft[]): RuleAudience | undefined {
  const anyOf = groups.map((group) => ({ allOf: group.flatMap((one) => conditionOf(one) ?? []) })).filter(({ allOf }) => allOf.length > 0);
  return anyOf.length > 0 ? { anyOf } : undefined;
}

import type { AssignRequest, Audience, Due, Target } from "../../functions/assignment/contract.ts";
import type { JobRole } from "../../functions/roster/contract.ts";

/** What someone has entered so far; days and date as typed. */
export type AssignDraft = {
  how: "people" | "places";
  staffIds: string[];
  schoolIds: string[];
  roles: JobRole[];
  kind: Target["kind"];
  moduleId: string;
  pathId: string;
  due: Due["kind"];
  days: string;
  on: string;
  note: string;
};

/** An empty draft: one module, four weeks. */
export function newDraft(known: Partial<AssignDraft> = {}): AssignDraft {
  return {
    how: "people",
    staffIds: [],
    schoolIds: [],
    roles: [],
    kind: "module",
    moduleId: "",
    pathId: "",
    due: "relative",
    days: "28",
    on: "",
    note: "",
    ...known,
  };
}

/** The parts of a draft that can be wrong. */
export type AssignProblem = "who" | "target" | "days" | "on";

export type TargetDraft = Pick<AssignDraft, "kind" | "moduleId" | "pathId">;
export type DueDraft = Pick<AssignDraft, "kind" | "due" | "days" | "on">;

/** The target as the API takes it; undefined until one is chosen. */
export function targetOf({ kind, moduleId, pathId }: TargetDraft): Target | undefined {
  const id = kind === "module" ? moduleId : pathId;
  return id === "" ? undefined : { kind, id };
}

/** The date rule as the API takes it, or which field is wrong. A module alone has no pace of its own. */
export function dueOf({ kind, due, days, on }: DueDraft, today: string): Due | "days" | "on" {
  if (due === "fixed") return on >= today ? { kind: "fixed", on } : "on";
  if (due === "paced" && kind === "path") return { kind: "paced" };
  const number = Number(days);
  return days.trim() !== "" && Number.isInteger(number) && number >= 1 && number <= 730 ? { kind: "relative", days: number } : "days";
}

function audienceOf({ how, staffIds, schoolIds, roles }: AssignDraft): Audience {
  return how === "people" ? { staffIds, schoolIds: [], roles: [] } : { staffIds: [], schoolIds, roles };
}

/** What to send, or everything that is still missing. */
export function requestOf(draft: AssignDraft, today: string): { request: AssignRequest } | { problems: AssignProblem[] } {
  const audience = audienceOf(draft);
  const target = targetOf(draft);
  const due = dueOf(draft, today);
  const isNobody = audience.staffIds.length + audience.schoolIds.length + audience.roles.length === 0;
  if (!isNobody && target && typeof due === "object") {
    const note = draft.note.trim();
    return { request: { audience, target, due, ...(note !== "" && { note }) } };
  }
  return {
    problems: [...(isNobody ? ["who" as const] : []), ...(target ? [] : ["target" as const]), ...(typeof due === "string" ? [due] : [])],
  };
}

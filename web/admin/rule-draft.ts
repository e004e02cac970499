import type { RuleInput, RuleView } from "../../functions/assignment/contract.ts";
import type { JobRole, SchoolLevel } from "../../functions/roster/contract.ts";
import { type DueDraft, dueOf, type TargetDraft, targetOf } from "../coach/assign-draft.ts";

/** A rule as entered so far. */
export type RuleDraft = TargetDraft &
  DueDraft & { name: string; roles: JobRole[]; levels: SchoolLevel[]; schoolIds: string[]; effectiveFrom: string; isActive: boolean };

/** The parts of a rule that can be wrong. */
export type RuleProblem = "name" | "roles" | "target" | "days" | "on" | "from";

/** A draft of a saved rule, or of a new one: a path at its own pace from today. */
export function ruleDraft(rule: RuleView | undefined, today: string): RuleDraft {
  if (!rule)
    return {
      name: "",
      roles: [],
      levels: [],
      schoolIds: [],
      kind: "path",
      moduleId: "",
      pathId: "",
      due: "paced",
      days: "28",
      on: "",
      effectiveFrom: today,
      isActive: true,
    };
  const { name, audience, target, due, effectiveFrom, isActive } = rule;
  return {
    name,
    roles: audience.roles,
    levels: audience.levels,
    schoolIds: audience.schoolIds,
    kind: target.kind,
    moduleId: target.kind === "module" ? target.id : "",
    pathId: target.kind === "path" ? target.id : "",
    due: due.kind,
    days: due.kind === "relative" ? String(due.days) : "28",
    on: due.kind === "fixed" ? due.on : "",
    effectiveFrom,
    isActive,
  };
}

/** What to send, or everything that is still missing. A date that a saved rule already had may lie in the past. */
export function ruleOf(draft: RuleDraft, saved: RuleView | undefined, today: string): { rule: RuleInput } | { problems: RuleProblem[] } {
  const { roles, levels, schoolIds, effectiveFrom } = draft;
  const name = draft.name.trim();
  const target = targetOf(draft);
  const earliest = saved?.due.kind === "fixed" && saved.due.on < today ? saved.due.on : today;
  const due = dueOf(draft, earliest);
  if (name.length >= 3 && roles.length > 0 && target && typeof due === "object" && effectiveFrom !== "")
    return { rule: { name, audience: { roles, levels, schoolIds }, target, due, effectiveFrom } };
  const problems: (RuleProblem | false)[] = [
    name.length < 3 && "name",
    roles.length === 0 && "roles",
    !target && "target",
    typeof due === "string" && due,
    effectiveFrom === "" && "from",
  ];
  return { problems: problems.filter((problem) => problem !== false) };
}

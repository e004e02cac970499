import type { Anchor, Due } from "../../functions/assignment/contract.ts";
import type { RuleInput, RuleView } from "../../functions/assignment/rule-contract.ts";
import { type DueDraft, dueOf, type TargetDraft, targetOf } from "../coach/assign-draft.ts";
import { audienceOf, type GroupDraft, groupsOf, newCondition } from "./condition-draft.ts";

/** A rule as entered so far. */
export type RuleDraft = TargetDraft &
  DueDraft & {
    name: string;
    groups: GroupDraft[];
    /** What days are counted from: `start` is the later of role and rule. */
    anchor: Anchor | "start";
    unit: "calendarDays" | "contractDays";
    effectiveFrom: string;
    effectiveUntil: string;
    isActive: boolean;
  };

/** The parts of a rule that can be wrong. */
export type RuleProblem = "name" | "who" | "target" | "days" | "on" | "from" | "until";

/** A draft of a saved rule, or of a new one: a path at its own pace from today. */
export function ruleDraft(rule: RuleView | undefined, today: string): RuleDraft {
  if (!rule)
    return {
      name: "",
      groups: [[newCondition()]],
      kind: "path",
      moduleId: "",
      pathId: "",
      due: "paced",
      days: "28",
      on: "",
      anchor: "start",
      unit: "calendarDays",
      effectiveFrom: today,
      effectiveUntil: "",
      isActive: true,
    };
  const { name, audience, target, due, effectiveFrom, effectiveUntil = "", isActive } = rule;
  return {
    name,
    groups: groupsOf(audience),
    kind: target.kind,
    moduleId: target.kind === "module" ? target.id : "",
    pathId: target.kind === "path" ? target.id : "",
    due: due.kind,
    days: due.kind === "relative" ? String(Math.abs(due.days)) : "28",
    on: due.kind === "fixed" ? due.on : "",
    anchor: (due.kind === "relative" ? due.anchor : undefined) ?? "start",
    unit: (due.kind === "relative" ? due.unit : undefined) ?? "calendarDays",
    effectiveFrom,
    effectiveUntil,
    isActive,
  };
}

/** What to send, or everything that is still missing. A date that a saved rule already had may lie in the past. */
export function ruleOf(draft: RuleDraft, saved: RuleView | undefined, today: string): { rule: RuleInput } | { problems: RuleProblem[] } {
  const { effectiveFrom, effectiveUntil } = draft;
  const name = draft.name.trim();
  const audience = audienceOf(draft.groups);
  const target = targetOf(draft);
  const earliest = saved?.due.kind === "fixed" && saved.due.on < today ? saved.due.on : today;
  const due = dueOf(draft, earliest);
  const isUntilWrong = effectiveUntil !== "" && effectiveUntil < effectiveFrom;
  if (name.length >= 3 && audience && target && typeof due === "object" && effectiveFrom !== "" && !isUntilWrong)
    return {
      rule: { name, audience, target, due: counted(due, draft), effectiveFrom, ...(effectiveUntil !== "" && { effectiveUntil }) },
    };
  const problems: (RuleProblem | false)[] = [
    name.length < 3 && "name",
    !audience && "who",
    !target && "target",
    typeof due === "string" && due,
    effectiveFrom === "" && "from",
    isUntilWrong && "until",
  ];
  return { problems: problems.filter((problem) => problem !== false) };
}

/** How days are counted. Before a certificate runs out is the one case in which they are counted back. */
function counted(due: Due, { anchor, unit }: RuleDraft): Due {
  if (due.kind !== "relative") return due;
  return {
    ...due,
    days: anchor === "certificateExpiry" ? -due.days : due.days,
    ...(anchor !== "start" && { anchor }),
    ...(unit === "contractDays" && { unit }),
  };
}

import type { Context } from "../platform/context.ts";
import { type Granted, grant } from "../platform/grant.ts";
import { type Reaction, staffIn } from "../platform/reaction.ts";
import { applyRule, applyRulesAtSchool } from "./actions/apply-rules-to-many.ts";
import { applyRulesToPerson } from "./actions/apply-rules-to-person.ts";

const granted = (ctx: Context): Granted<"assignment:write"> => grant(ctx, "assignment:write", { kind: "district" });

/** A person's roles, status or seats on teams changed: the rules are applied to them anew. */
const person: Reaction = {
  name: "rules-to-person",
  job: "assignment",
  concerns: (row) => (row.at === "PROFILE" || row.at.startsWith("SEAT#") ? staffIn(row) : undefined),
  run: async (ctx, staffId) => void (await applyRulesToPerson(granted(ctx), staffId)),
};

/** A rule was saved: it is applied to everyone it is for, and taken back from those it was for. */
const rule: Reaction = {
  name: "rule-to-people",
  job: "assignment",
  concerns: ({ of, at }) => (of === "RULE" ? at : undefined),
  run: (ctx, ruleId) => applyRule(granted(ctx), ruleId),
};

/** A school changed, perhaps its level. */
const school: Reaction = {
  name: "rules-to-school",
  job: "assignment",
  concerns: ({ of, at }) => (of === "" ? /^S#([^#]+)$/.exec(at)?.[1] : undefined),
  run: (ctx, schoolId) => applyRulesAtSchool(granted(ctx), schoolId),
};

export const assignmentReactions: readonly Reaction[] = [person, rule, school];

import type { Context } from "../platform/context.ts";
import { type Granted, grant } from "../platform/grant.ts";
import { type Reaction, staffIn } from "../platform/reaction.ts";
import type { TaskKind } from "../platform/task.ts";
import { applyRulesAtSchool } from "./actions/apply-rules-at-school.ts";
import { applyRulesToPerson } from "./actions/apply-rules-to-person.ts";
import { moveRequests } from "./actions/move-requests.ts";

const granted = (ctx: Context): Granted<"assignment:write"> => grant(ctx, "assignment:write", { kind: "district" });

/** A person's roles, status or seats on teams changed: the rules are applied to them anew, at once. */
const person: Reaction = {
  name: "rules-to-person",
  job: "assignment",
  concerns: (row) => (row.at === "PROFILE" || row.at.startsWith("SEAT#") ? staffIn(row) : undefined),
  async run(ctx, staffId) {
    await applyRulesToPerson(granted(ctx), staffId);
    await moveRequests(granted(ctx), staffId);
  },
};

/** A school changed, perhaps its level, or it was closed. A saved rule brings its own work with it and needs no reaction. */
const school: Reaction = {
  name: "rules-to-school",
  job: "assignment",
  concerns: ({ of, at }) => (of === "" ? /^S#([^#]+)$/.exec(at)?.[1] : undefined),
  run: (ctx, schoolId) => applyRulesAtSchool(granted(ctx), schoolId),
};

/** An import was previewed: what it would ask people to learn is worked out. The kind of work is composed elsewhere. */
export const importEffectsReaction = (kind: TaskKind<{ importId: string; plannedAt: string }>): Reaction => ({
  name: "import-effects",
  job: "assignment",
  concerns: ({ of, at }) => (of === "IMP" ? at : undefined),
  async run(ctx, importId) {
    const { askForEffects } = await import("./actions/ask-for-effects.ts");
    await askForEffects(granted(ctx), kind, importId);
  },
});

export const assignmentReactions: readonly Reaction[] = [person, school];

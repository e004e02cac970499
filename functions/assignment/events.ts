import type { Context } from "../platform/context.ts";
import { type Granted, grant } from "../platform/grant.ts";
import { type Reaction, staffIn } from "../platform/reaction.ts";
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

export const assignmentReactions: readonly Reaction[] = [person, school];

import { readCatalog } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { AppError, type FieldError } from "../platform/errors.ts";
import { listEverySchool } from "../roster/queries.ts";
import type { AssignRequest, RuleInput } from "./contract.ts";
import { modulesOf } from "./due-rules.ts";

type What = Pick<AssignRequest, "target" | "due">;

/** Refuses what cannot be assigned: a target the catalogue does not have, one with nothing in it, a pace without a path. */
async function problemsOf(ctx: Context, { target, due }: What): Promise<FieldError[]> {
  const fields: FieldError[] = [];
  if (modulesOf(target, await readCatalog(ctx)).length === 0)
    fields.push({ path: "json.target.id", message: `Choose a ${target.kind} from the list; this one is not in the catalogue.` });
  if (due.kind === "paced" && target.kind === "module")
    fields.push({ path: "json.due.kind", message: "A single module has no pace of its own. Choose a date or a number of days." });
  return fields;
}

function refuse(fields: FieldError[]): void {
  if (fields.length > 0) throw new AppError("invalid-input", "Correct what is named and send it again. Nothing was saved.", { fields });
}

/** Refuses an assignment that could not be done: see the fields it names. */
export async function requireAssignable(ctx: Context, request: What): Promise<void> {
  const { due } = request;
  const isPast = due.kind === "fixed" && due.on <= ctx.today;
  const fields = await problemsOf(ctx, request);
  if (isPast)
    fields.push({ path: "json.due.on", message: "Choose a date after today, so that nobody is overdue the moment they hear of it." });
  refuse(fields);
}

/** Refuses a rule that could never apply or would assign nothing. */
export async function requireRuleInput(ctx: Context, rule: RuleInput): Promise<void> {
  const fields = await problemsOf(ctx, rule);
  const { schoolIds } = rule.audience;
  if (schoolIds.length > 0) {
    const known = new Set((await listEverySchool(ctx)).map(({ id }) => id));
    if (schoolIds.some((id) => !known.has(id)))
      fields.push({ path: "json.audience.schoolIds", message: "Choose schools from the list; one of these does not exist." });
  }
  if (rule.due.kind === "fixed" && rule.due.on < rule.effectiveFrom)
    fields.push({ path: "json.due.on", message: "Choose a date on or after the day the rule starts." });
  refuse(fields);
}

import { readCatalog } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { AppError, type FieldError } from "../platform/errors.ts";
import { listEverySchool } from "../roster/queries.ts";
import type { AssignRequest } from "./contract.ts";
import { modulesOf } from "./due-rules.ts";
import type { RuleInput } from "./rule-contract.ts";
import { troubleOf } from "./rule-health.ts";

type What = Pick<AssignRequest, "target" | "due">;

/** What is said of a target that is not in the catalogue, as a sentence of its own for each kind. */
export const unknownTarget = {
  module: "Choose a module from the list; this one is not in the catalogue.",
  path: "Choose a path from the list; this one is not in the catalogue.",
};

/** Refuses what cannot be assigned: a target the catalogue does not have, one with nothing in it, a pace without a path. */
async function problemsOf(ctx: Context, { target, due }: What): Promise<FieldError[]> {
  const fields: FieldError[] = [];
  if (modulesOf(target, await readCatalog(ctx)).length === 0) fields.push({ path: "json.target.id", message: unknownTarget[target.kind] });
  if (due.kind === "paced" && target.kind === "module")
    fields.push({ path: "json.due.kind", message: "A single module has no pace of its own. Choose a date or a number of days." });
  if (due.kind === "relative" && due.days < 1 && due.anchor !== "certificateExpiry")
    fields.push({ path: "json.due.days", message: "Choose at least one day. Only a certificate's last day can be counted back from." });
  return fields;
}

/** The refusal of one field, before anything is saved. */
export function invalid(path: string, message: string): AppError {
  return new AppError("invalid-input", "Correct what is named and send it again. Nothing was saved.", { fields: [{ path, message }] });
}

function refuse(fields: FieldError[]): void {
  if (fields.length > 0) throw new AppError("invalid-input", "Correct what is named and send it again. Nothing was saved.", { fields });
}

/** Refuses an assignment that could not be done: see the fields it names. */
export async function requireAssignable(ctx: Context, request: What): Promise<void> {
  const { due } = request;
  const isPast = due.kind === "fixed" && due.on <= ctx.today;
  const fields = await problemsOf(ctx, request);
  if (due.kind === "relative" && due.anchor !== undefined && due.anchor !== "assigned")
    fields.push({ path: "json.due.anchor", message: "What is assigned by hand is counted from the day of assigning." });
  if (isPast)
    fields.push({ path: "json.due.on", message: "Choose a date after today, so that nobody is overdue the moment they hear of it." });
  refuse(fields);
}

/** Refuses a rule that could never apply or would assign nothing. */
export async function requireRuleInput(ctx: Context, rule: RuleInput): Promise<void> {
  const fields = await problemsOf(ctx, rule);
  const schools = new Map((await listEverySchool(ctx)).map((school) => [school.id, school]));
  const around = { catalog: await readCatalog(ctx), schools, certifications: await ctx.certificates.offered() };
  const trouble = troubleOf({ ...rule, isActive: true }, around);
  if (trouble?.because === "schoolGone")
    fields.push({ path: "json.audience", message: "Choose schools from the list; one of these is closed or does not exist." });
  if (trouble?.because === "certificationGone")
    fields.push({ path: "json.audience", message: "Choose a certificate from the list; one of these does not exist." });
  if (rule.effectiveUntil !== undefined && rule.effectiveUntil < rule.effectiveFrom)
    fields.push({ path: "json.effectiveUntil", message: "Choose an end on or after the day the rule starts." });
  if (rule.due.kind === "fixed" && rule.due.on < rule.effectiveFrom)
    fields.push({ path: "json.due.on", message: "Choose a date on or after the day the rule starts." });
  refuse(fields);
}

import { readCatalog } from "../../curriculum/queries.ts";
import { enrollmentsFrom } from "../../learning/queries.ts";
import type { Granted } from "../../platform/grant.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { calendarOf } from "../../roster/calendar-rules.ts";
import { listEverySchool } from "../../roster/queries.ts";
import type { Staff } from "../../roster/records.ts";
import { fullName, schoolsOn } from "../../roster/rules.ts";
import { assigner } from "../assigner.ts";
import { findAudience } from "../audience.ts";
import type { AssignmentInForce, AssignPreview, AssignRequest } from "../contract.ts";
import { onSchoolDay } from "../due-rules.ts";
import { manualSource } from "../manual-rules.ts";
import { assignmentsFrom, decisionsFrom } from "../queries.ts";
import { requireAssignable } from "../requirements.ts";
import { assignmentsInForce } from "../rules.ts";

const width = 16;

type Effect = Pick<AssignPreview["people"][number], "effect" | "dueOn">;

/** Says who would get an assignment, by when, and what it would change for each; writes nothing, mails nobody. */
export async function previewAssignment(ctx: Granted<"assignment:write">, request: AssignRequest): Promise<AssignPreview> {
  await requireAssignable(ctx, request);
  const { people, leftOut } = await findAudience(ctx, request.audience);
  const schoolNames = new Map((await listEverySchool(ctx)).map(({ id, name }) => [id, name]));
  const effects = new Map<Staff, Effect>();
  await sideBySide(people, width, async (staff) => void effects.set(staff, await effectOn(ctx, request, staff)));
  return {
    total: people.length,
    people: people.flatMap((staff) => {
      const effect = effects.get(staff);
      const schools = schoolsOn(staff, ctx.today).map((id) => schoolNames.get(id) ?? "A closed school");
      return effect ? [{ id: staff.id, name: fullName(staff), schoolNames: schools, ...effect }] : [];
    }),
    ...movedDate(ctx, request, people),
    leftOut,
  };
}

/** Says where the one date for everyone goes when it is no school day; people of one group may work when others do not. */
function movedDate(
  { district, today }: Granted<"assignment:write">,
  { due }: AssignRequest,
  people: Staff[],
): Pick<AssignPreview, "moved"> {
  if (due.kind !== "fixed") return {};
  const days = people.map((staff) => onSchoolDay(due.on, calendarOf(staff, district, today)));
  const [first] = days.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const last = days
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1);
  if (!first || last === undefined || last === due.on) return {};
  const { dueOn: to, movedBy: by } = first;
  return { moved: { from: due.on, to, ...(last !== to && { upTo: last }), ...(by !== undefined && { by }) } };
}

/** The difference it makes to one person, and the last date that is then in force for them. */
async function effectOn(ctx: Granted<"assignment:write">, request: AssignRequest, staff: Staff): Promise<Effect> {
  const catalog = await readCatalog(ctx);
  const items = await ctx.table.collection(`U#${staff.id}`);
  const facts = {
    staff,
    enrollments: enrollmentsFrom(items),
    decisions: decisionsFrom(items),
    catalog,
    calendar: calendarOf(staff, ctx.district, ctx.today),
    today: ctx.today,
  };
  const line = manualSource(request, {
    assignmentId: "preview",
    staffId: staff.id,
    by: assigner(ctx),
    today: ctx.today,
    at: ctx.now.toISOString(),
  });
  const asked = assignmentsInForce({ ...facts, sources: [line] });
  const ledger = assignmentsFrom(items);
  const before = assignmentsInForce({ ...facts, sources: ledger });
  const askedIds = new Set(asked.map(({ moduleId }) => moduleId));
  // An earlier date of someone else's stays in force, whatever is asked for now.
  const after = assignmentsInForce({ ...facts, sources: [...ledger, line] }).filter(({ moduleId }) => askedIds.has(moduleId));
  const last = after.findLast(({ state }) => state !== "completed") ?? after.at(-1);
  return { effect: effectOf(asked, before), dueOn: last?.dueOn ?? ctx.today };
}

function effectOf(asked: AssignmentInForce[], before: AssignmentInForce[]): Effect["effect"] {
  const dueBefore = new Map(before.map(({ moduleId, dueOn }) => [moduleId, dueOn]));
  if (asked.length === 0) return "waived";
  const open = asked.filter(({ state }) => state !== "completed");
  if (open.length === 0) return "alreadyCompleted";
  if (open.some(({ moduleId }) => !dueBefore.has(moduleId))) return "new";
  return open.some(({ moduleId, dueOn }) => dueOn < (dueBefore.get(moduleId) ?? dueOn)) ? "earlier" : "alreadyAssigned";
}

import { readCatalog } from "../../curriculum/queries.ts";
import { enrollmentsFrom } from "../../learning/queries.ts";
import { addDays, type LocalDate } from "../../platform/dates.ts";
import { notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { changeContext } from "../../roster/actions/change-person.ts";
import { calendarOf } from "../../roster/calendar-rules.ts";
import { changedStaff } from "../../roster/change-rules.ts";
import type { ChangeNote, PersonChange } from "../../roster/person-contract.ts";
import { findStaff, listCaseload, staffFrom } from "../../roster/queries.ts";
import type { Staff } from "../../roster/records.ts";
import { accessOn, fullName, isOnLeave, rolesOn, schoolsOn, statusOn } from "../../roster/rules.ts";
import { ledgerChanges } from "../membership-rules.ts";
import { ruleFacts } from "./apply-rules-to-person.ts";
import type { ChangePreview } from "../person-contract.ts";
import { pathChanges, withLines } from "../path-change-rules.ts";
import { assignmentsFrom, decisionsFrom } from "../queries.ts";
import type { Source } from "../records.ts";
import { readRuleBook } from "../rule-queries.ts";
import { assignmentsInForce } from "../rules.ts";

/**
 * What a change of a person's record would bring about, on the day it takes hold: what they would be asked to learn and
 * no longer, which dates move, which schools and whose caseload it touches, what they could open. Nothing is written.
 */
export async function previewPersonChange(
  ctx: Granted<"roster:write">,
  { staffId, change }: { staffId: string; change: PersonChange },
): Promise<ChangePreview> {
  const items = await ctx.table.collection(`U#${staffId}`);
  const before = staffFrom(items);
  if (!before) throw notFound("person");
  const after = { ...changedStaff(before, change, await changeContext(ctx)), version: before.version };
  const [book, catalog, caseload, coach] = await Promise.all([
    readRuleBook(ctx),
    readCatalog(ctx),
    listCaseload(ctx, staffId),
    after.coachId === undefined ? undefined : findStaff(ctx, after.coachId),
  ]);
  const day = effectiveDay(change, ctx.today);
  const ledger = assignmentsFrom(items);
  const { rules, schools: bySchool } = book;
  const input = { facts: ruleFacts(ctx, after, items), rules, ledger, schools: bySchool, today: day, at: ctx.now.toISOString() };
  // A rule that cannot be worked out asks for nothing, then as now.
  const next = withLines(
    ledger,
    ledgerChanges(input, () => {}),
  );
  const enrollments = enrollmentsFrom(items);
  const decisions = decisionsFrom(items);
  const inForce = (staff: Staff, sources: readonly Source[]) =>
    statusOn(staff, day) === "left"
      ? []
      : assignmentsInForce({ sources, decisions, catalog, enrollments, staff, calendar: calendarOf(staff, ctx.district, day), today: day });
  const nameOf = (id: string): string => bySchool.get(id)?.name ?? "A closed school";
  const at = (staff: Staff): Set<string> => new Set(statusOn(staff, day) === "left" ? [] : schoolsOn(staff, day));
  return {
    on: day,
    ...pathChanges(inForce(before, ledger), inForce(after, next)),
    joins: [...at(after).difference(at(before))].map(nameOf),
    leaves: [...at(before).difference(at(after))].map(nameOf),
    caseload: caseload.length,
    ...(coach && { coach: fullName(coach) }),
    completions: enrollments.filter(({ completedAt }) => completedAt !== undefined).length,
    notes: notesOn(before, after, { day, caseload: caseload.length, coach }),
  };
}

/** The day on which a change takes hold: from then on the two are compared. */
function effectiveDay(change: PersonChange, today: LocalDate): LocalDate {
  const on = change.kind === "leave" ? change.from : "on" in change ? change.on : firstDay(change, today);
  const day = change.kind === "end" ? addDays(on, 1) : on;
  return day > today ? day : today;
}

/** Roles may begin one after another; what the last of them asks for is what the change amounts to. */
function firstDay(change: PersonChange, today: LocalDate): LocalDate {
  if (change.kind !== "roles") return today;
  return change.roles.map(({ beginOn }) => beginOn).reduce((last, day) => (day > last ? day : last), today);
}

function notesOn(before: Staff, after: Staff, at: { day: LocalDate; caseload: number; coach: Staff | undefined }): ChangeNote[] {
  const { day, caseload, coach } = at;
  const notes: ChangeNote[] = [];
  const shares = rolesOn(after, day).flatMap(({ share }) => share ?? []);
  const isPartial = shares.length > 0 && shares.length === rolesOn(after, day).length;
  if (isPartial && Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) > 0.001) notes.push("sharesNotWhole");
  const schools = new Set(schoolsOn(after, day));
  if (coach && schools.size > 0 && !schoolsOn(coach, day).some((id) => schools.has(id))) notes.push("coachElsewhere");
  const held = (staff: Staff) => new Set(accessOn(staff, day).map(({ role }) => role));
  const lost = held(before).difference(held(after));
  if (caseload > 0 && (lost.has("coach") || isOnLeave(after, day))) notes.push("coachesOthers");
  if (lost.has("schoolLeader") || lost.has("districtLeader")) notes.push("losesLeadership");
  if (lost.has("districtAdministrator")) notes.push("losesAdministration");
  return notes;
}

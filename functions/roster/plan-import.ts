import { isDeepStrictEqual } from "node:util";
import type { Context } from "../platform/context.ts";
import { schoolYearStart } from "../platform/contract-days.ts";
import type { LocalDate } from "../platform/dates.ts";
import { sideBySide } from "../platform/side-by-side.ts";
import { findClaim } from "./claims.ts";
import type { ImportCount, ImportHold, PreviewKind, PreviewPerson, RosterDiagnostic, StaffCount } from "./import-contract.ts";
import { type RosterEffect, rosterEffectOf } from "./effect-rules.ts";
import type { KeptBundle, PlannedPerson } from "./import-files.ts";
import { hashOf, type MergeOptions, departed, schoolIdOf, staffIdOf } from "./import-rules.ts";
import { endedHere, keptByHand, notKnown, noAdministrator } from "./import-words.ts";
import { keepPlan } from "./keep-plan.ts";
import { decide } from "./landing-rules.ts";
import type { ParsedPerson } from "./one-roster/read-people.ts";
import { isKeptByHand } from "./pin-rules.ts";
import { isTooMany, previewOf } from "./preview-rules.ts";
import { findStaff, listEverySchool, listMembers } from "./queries.ts";
import { readStandings, type Standing } from "./read-standings.ts";
import type { School, Staff } from "./records.ts";
import { type SchoolChanges, schoolChanges } from "./school-changes.ts";

const width = 32;

/** What an import would do, worked out against the roster as it is: counts, why it is held, and how many steps it takes. */
export type Plan = {
  schools: ImportCount;
  staff: StaffCount;
  covered: number;
  hold: ImportHold | undefined;
  options: MergeOptions;
  diagnostics: RosterDiagnostic[];
  /** Chunks of people, then people one after the other, then those who end. */
  chunks: number;
  people: number;
  ends: number;
};

/**
 * Works out what a bundle changes and keeps it in the import's files: whom it adds, changes, moves and ends, by name, and
 * the order in which that is done. It writes no row; done again, it replaces what it kept.
 */
export async function planImport(ctx: Context, input: { importId: string; bundle: KeptBundle; today: LocalDate }): Promise<Plan> {
  const { importId, bundle, today } = input;
  const everySchool = await listEverySchool(ctx);
  const standings = await readStandings(ctx, everySchool);
  const options = optionsFor(ctx, bundle, { today, isFirstImport: everySchool.length === 0 });
  const work = newWork(bundle, everySchool, options);
  const isEmpty = standings.size === 0 && everySchool.length === 0;
  await sideBySide(bundle.people, width, (person) => classify(ctx, work, person, standings, isEmpty));
  const ends: string[] = [];
  await sideBySide(endsOf(work, bundle, standings), width, async (staffId) => {
    const before = await findStaff(ctx, staffId);
    if (!before || before.status === "left" || isKeptByHand(before)) return;
    ends.push(staffId);
    note(work, before, departed(before, today));
  });
  ends.sort();
  const atSchools = schoolChanges(bundle, everySchool, options.districtId);
  await noteSchoolsOfOtherLevels(ctx, work, atSchools);
  const ended = work.previews.ended.length;
  const hold = holdOf(work, standings, ended);
  if (!bundle.isDelta && bundle.source === undefined && !bundle.people.some(({ isDistrictAdministrator }) => isDistrictAdministrator))
    work.diagnostics.push(noAdministrator(bundle));
  const chunks = await keepPlan(ctx, importId, { ...work, ends, schools: atSchools.changed });
  const { added, changed, moved } = work.previews;
  const people = work.landing.length + work.shared.length;
  // Whoever would be left without a job ends, and is in the file all the same.
  const counted = added.length + changed.length + moved.length + (ended - ends.length);
  return {
    schools: atSchools.count,
    staff: {
      added: added.length,
      changed: changed.length,
      moved: moved.length,
      ended,
      unchanged: bundle.people.length - counted - work.covered - work.unknown,
    },
    covered: work.covered,
    hold,
    options,
    diagnostics: work.diagnostics,
    chunks,
    people,
    ends: ends.length,
  };
}

function optionsFor(
  ctx: Context,
  bundle: KeptBundle,
  { today, isFirstImport }: { today: LocalDate; isFirstImport: boolean },
): MergeOptions {
  const isSupplement = bundle.source !== undefined;
  return {
    districtId: ctx.district.id,
    today,
    yearStartsOn: schoolYearStart(today, ctx.district.calendar),
    isFirstImport,
    isComplete: bundle.endsRoles,
    keepsAdministrators: isSupplement || !bundle.people.some(({ isDistrictAdministrator }) => isDistrictAdministrator),
    ...(bundle.source !== undefined && { source: bundle.source }),
  };
}

type Work = {
  options: MergeOptions;
  schools: ReadonlyMap<string, Pick<School, "name">>;
  landing: PlannedPerson[];
  shared: ParsedPerson[];
  previews: Record<PreviewKind, PreviewPerson[]>;
  effects: RosterEffect[];
  administratorsLost: { id: string; name: string }[];
  diagnostics: RosterDiagnostic[];
  present: Set<string>;
  covered: number;
  unknown: number;
  bundle: KeptBundle;
};

function newWork(bundle: KeptBundle, everySchool: readonly School[], options: MergeOptions): Work {
  const { districtId } = options;
  const schools = new Map<string, Pick<School, "name">>(everySchool.map((school) => [school.id, school]));
  for (const { sourcedId, name } of bundle.schools) schools.set(schoolIdOf(districtId, sourcedId), { name });
  return {
    options,
    schools,
    landing: [],
    shared: [],
    previews: { added: [], changed: [], moved: [], ended: [] },
    effects: [],
    administratorsLost: [],
    diagnostics: [],
    present: new Set([...bundle.keptBackIds, ...bundle.people.map(({ sourcedId }) => staffIdOf(districtId, sourcedId))]),
    covered: 0,
    unknown: 0,
    bundle,
  };
}

async function classify(
  ctx: Context,
  work: Work,
  person: ParsedPerson,
  standings: ReadonlyMap<string, Standing>,
  isEmpty: boolean,
): Promise<void> {
  const staffId = staffIdOf(work.options.districtId, person.sourcedId);
  const standing = standings.get(staffId);
  if (!person.patch && standing?.rosterHash === hashOf(person)) return;
  const before = isEmpty ? undefined : await findStaff(ctx, staffId);
  if (!before && work.bundle.source !== undefined && (await isCovered(ctx, person, staffId))) return void work.covered++;
  const decision = decide(before, person, work.options);
  if (decision.outcome === "unchanged") return;
  if (decision.outcome === "stays") return void work.diagnostics.push(endedHere(work.bundle, person));
  if (decision.outcome === "merged") return void work.present.add(decision.into);
  if (decision.outcome !== "lands") {
    work.unknown++;
    return void work.diagnostics.push(notKnown(work.bundle, person));
  }
  const { staff, kept } = decision;
  if (kept.length > 0) work.diagnostics.push(keptByHand(work.bundle, person, kept));
  if (before && isSame(before, staff) && (person.patch || before.rosterHash !== undefined)) return;
  note(work, before, staff);
  if (person.isEmailShared) work.shared.push(person);
  else work.landing.push({ person, isNew: !before });
}

/** Someone of an HR file who comes with the roster already, by their address: the roster is the better source. */
async function isCovered(ctx: Context, { email }: ParsedPerson, staffId: string): Promise<boolean> {
  const claim = email === "" ? undefined : await findClaim(ctx, email);
  return claim !== undefined && claim.staffId !== staffId;
}

/** Whether two records of a person say the same, whatever row they come from. */
function isSame(before: Staff, after: Staff): boolean {
  const essence = ({ rosterHash: _, version: __, ...staff }: Staff & { version?: number }): unknown => staff;
  return isDeepStrictEqual(essence(before), essence(after));
}

function note(work: Work, before: Staff | undefined, after: Staff): void {
  const { today } = work.options;
  const { kind, person } = previewOf(before, after, { schools: work.schools, today });
  if (kind !== "unchanged") work.previews[kind].push(person);
  const isLost = before?.isDistrictAdministrator === true && before.status === "active";
  if (isLost && (after.status === "left" || !after.isDistrictAdministrator))
    work.administratorsLost.push({ id: after.id, name: person.name });
  const effect = rosterEffectOf(before, after, person);
  if (effect) work.effects.push(effect);
}

/** Whoever works at a school whose level changes may be asked for something else, with nothing about themselves changed. */
async function noteSchoolsOfOtherLevels(ctx: Context, work: Work, { ofOtherLevel }: SchoolChanges): Promise<void> {
  if (ofOtherLevel.length === 0) return;
  const { today } = work.options;
  const noted = new Set(work.effects.map(({ staffId }) => staffId));
  for (const schoolId of ofOtherLevel) {
    await sideBySide(await listMembers(ctx, schoolId), width, async ({ staffId }) => {
      const staff = noted.has(staffId) ? undefined : await findStaff(ctx, staffId);
      if (!staff || noted.has(staffId)) return;
      noted.add(staffId);
      const effect = rosterEffectOf(undefined, staff, previewOf(undefined, staff, { schools: work.schools, today }).person);
      if (effect) work.effects.push({ ...effect, isNew: false });
    });
  }
}

function endsOf({ present }: Work, bundle: KeptBundle, standings: ReadonlyMap<string, Standing>): string[] {
  const gone = new Set(bundle.goneIds);
  return [...standings]
    .filter(([staffId, { source }]) => source === bundle.source && (gone.has(staffId) || (bundle.endsAbsent && !present.has(staffId))))
    .map(([staffId]) => staffId);
}

/** Measured against those who come from the same place: half of a short personnel file is few of a whole roster. */
function holdOf({ administratorsLost, bundle }: Work, standings: ReadonlyMap<string, Standing>, ended: number): ImportHold | undefined {
  const active = [...standings.values()].filter(({ source }) => source === bundle.source).length;
  const isMany = isTooMany(ended, active);
  if (!isMany && administratorsLost.length === 0) return undefined;
  const administrators = administratorsLost.toSorted((a, b) => a.name.localeCompare(b.name));
  return { active, ended, isTooMany: isMany, administrators };
}

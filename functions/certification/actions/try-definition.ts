import * as z from "zod";
import { readCatalog } from "../../curriculum/queries.ts";
import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { log } from "../../platform/log.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { newTask, readTask, taskKind } from "../../platform/task.ts";
import { listEverySchool, staffFrom } from "../../roster/queries.ts";
import { fullName, isWorking, schoolsOn } from "../../roster/rules.ts";
import { walkMembers, WalkPlace } from "../../roster/walk-members.ts";
import { definitionProblems } from "../choice-rules.ts";
import { DefinitionChoices } from "../definition-contract.ts";
import type { CertificationDefinition } from "../ladder-rules.ts";
import { type Candidate, candidateFrom, standingOf } from "../queries.ts";
import { findDefinition } from "../read-definitions.ts";
import { certificationProgress } from "../rules.ts";
import { nextTerm } from "../term-rules.ts";
import { DefinitionTrial, type DefinitionTrialStarted, namedInTrial } from "../trial-contract.ts";
import { requirementWords } from "../words.ts";

/** Reads alone, a few at a time. */
const width = 8;
const peopleInAStep = 300;

const Input = z.object({ certificationId: z.string(), choices: DefinitionChoices });
type Input = z.infer<typeof Input>;
const Checkpoint = DefinitionTrial.extend(WalkPlace.shape);
type Checkpoint = z.infer<typeof Checkpoint>;

const begin: Checkpoint = { school: 0, added: { total: 0, people: [] }, removed: { total: 0, people: [] }, both: 0, failed: 0 };

type Reader = Granted<"certificate:issue">;
type Where = { saved: CertificationDefinition; tried: CertificationDefinition; catalog: Awaited<ReturnType<typeof readCatalog>> };
type Found = "none" | "both" | "failed" | { group: "added" | "removed"; person: { staffId: string; name: string } };

/** Tries a certification's choices out on everyone: who would be ready for it then, beside who is now. Saves nothing. */
export const tryDefinitionTask = taskKind<"certification", "certificate:issue", Input, Checkpoint, DefinitionTrial>({
  name: "try-certification",
  job: "certification",
  permission: "certificate:issue",
  input: Input,
  checkpoint: Checkpoint,
  step: async (ctx, { input, checkpoint = begin }) => {
    const [saved, catalog, schools] = await Promise.all([
      findDefinition(ctx, input.certificationId),
      readCatalog(ctx),
      listEverySchool(ctx),
    ]);
    if (!saved) throw notFound("certification");
    const where = { saved, tried: { ...saved, ...input.choices }, catalog };
    const { met, next } = await walkMembers(ctx, schools.map(({ id }) => id).toSorted(), checkpoint, { limit: peopleInAStep });
    const found: Found[] = [];
    await sideBySide(met, width, async (one) => void found.push(await lookAt(ctx, one, where)));
    const { after: _, ...sum } = found.reduce(withFound, checkpoint);
    if (!next) return { outcome: outcomeOf(sum) };
    return { checkpoint: { ...sum, ...next }, done: next.school, total: schools.length };
  },
});

function outcomeOf({ added, removed, both, failed }: DefinitionTrial): DefinitionTrial {
  const byName = (group: DefinitionTrial["added"]) => ({
    ...group,
    people: group.people.toSorted((a, b) => a.name.localeCompare(b.name)),
  });
  return { added: byName(added), removed: byName(removed), both, failed };
}

function withFound(sum: Checkpoint, one: Found): Checkpoint {
  if (one === "none") return sum;
  if (typeof one === "string") return { ...sum, [one]: sum[one] + 1 };
  const { total, people } = sum[one.group];
  return { ...sum, [one.group]: { total: total + 1, people: people.length < namedInTrial ? [...people, one.person] : people } };
}

/** One person; one whose rows cannot be read does not keep the others from being looked at. */
async function lookAt(ctx: Reader, { staffId, schoolId }: { staffId: string; schoolId: string }, where: Where): Promise<Found> {
  try {
    const items = await ctx.table.collection(`U#${staffId}`);
    const staff = staffFrom(items);
    // Who works at several schools is counted at the first of them.
    if (!staff || !isWorking(staff, ctx.today) || schoolsOn(staff, ctx.today).toSorted()[0] !== schoolId) return "none";
    const candidate = candidateFrom(ctx, { staff, items, catalog: where.catalog });
    const [before, after] = [isReady(ctx, candidate, where.saved), isReady(ctx, candidate, where.tried)];
    if (before === after) return before ? "both" : "none";
    return { group: after ? "added" : "removed", person: { staffId, name: fullName(staff) } };
  } catch (error) {
    if (error instanceof AppError) throw error;
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log("error", "a certification could not be tried out on a person", { districtId: ctx.district.id, staffId, error: text });
    return "failed";
  }
}

/** Whether a person has everything for their next term of it, and could be given it. */
function isReady(ctx: Reader, candidate: Candidate, definition: CertificationDefinition): boolean {
  const term = nextTerm(candidate.held, definition, ctx.today);
  if (!term || (!definition.isOffered && term.isRenewal !== true)) return false;
  return certificationProgress(definition, standingOf(ctx, candidate), term, requirementWords.en).isReady;
}

/** Begins trying a certification's choices out; what could not be saved is not tried either. */
export async function tryDefinition(ctx: Granted<"certification:write">, input: Input): Promise<DefinitionTrialStarted> {
  const [definition, catalog] = await Promise.all([findDefinition(ctx, input.certificationId), readCatalog(ctx)]);
  if (!definition) throw notFound("certification");
  const fields = definitionProblems(input.certificationId, input.choices, catalog);
  if (fields.length > 0) throw new AppError("invalid-input", "Put right what is marked and look again. Nothing was saved.", { fields });
  const { write, view } = newTask(ctx, tryDefinitionTask, { input });
  const subject = `certification:${input.certificationId}`;
  return commit(ctx, { action: "certification.tried", subject, writes: [write], after: input, result: { taskId: view.id } });
}

/** What trying it out found; `not-ready` while it is at it. */
export async function readTrial(ctx: Granted<"certification:write">, taskId: string): Promise<DefinitionTrial> {
  const task = await readTask(ctx, taskId);
  if (task.kind !== tryDefinitionTask.name) throw notFound("task");
  if (task.state !== "done") throw new AppError("not-ready", "This is still being worked out. Look again in a moment.");
  return DefinitionTrial.parse(task.outcome);
}

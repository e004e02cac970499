import { type Adoption, adoption, type AdoptionWorld } from "../platform/adoption.ts";
import { mergedEnrollment } from "./merge-rules.ts";
import { attempts, enrollments, evidenceRecords, moduleEvaluations, uploads } from "./records.ts";

/** What counted in a module before the other account's enrollment was merged into the kept one: theirs count on from there. */
function before<Value>(world: AdoptionWorld<Value>, moduleId: string): { attempts: number; submissions: number } {
  const replaced = world.replaced(enrollments, (one) => one.moduleId === moduleId);
  return { attempts: replaced?.check.attempts ?? 0, submissions: replaced?.practice.submissions ?? 0 };
}

/** The number itself where it is free, or else the next one after all. */
function freeNumber(wanted: number, taken: readonly number[]): number {
  return taken.includes(wanted) ? Math.max(...taken) + 1 : wanted;
}

/**
 * A person's learning, as it becomes another person's when their accounts are one: in this order, so that an enrollment
 * says how far to count before its attempts and its evidence follow. Files stay where they lie.
 */
export const learningAdoption: readonly Adoption[] = [
  adoption(enrollments, {
    group: ({ moduleId }) => `learning:${moduleId}`,
    adopt(other, { keptId, mine }) {
      const kept = mine.find(({ moduleId }) => moduleId === other.moduleId);
      return kept ? mergedEnrollment(kept, other) : { ...other, staffId: keptId };
    },
  }),
  adoption(attempts, {
    group: ({ moduleId }) => `learning:${moduleId}`,
    adopt(attempt, world) {
      const taken = world.mine.filter(({ moduleId }) => moduleId === attempt.moduleId).map(({ number }) => number);
      return { ...attempt, staffId: world.keptId, number: freeNumber(before(world, attempt.moduleId).attempts + attempt.number, taken) };
    },
  }),
  adoption(evidenceRecords, {
    group: ({ moduleId }) => `learning:${moduleId}`,
    adopt(evidence, world) {
      const taken = world.mine.filter(({ moduleId }) => moduleId === evidence.moduleId).map(({ submission }) => submission);
      const submission = freeNumber(before(world, evidence.moduleId).submissions + evidence.submission, taken);
      const { file, staffId } = evidence;
      return { ...evidence, staffId: world.keptId, submission, ...(file && { file: { ...file, heldBy: file.heldBy ?? staffId } }) };
    },
  }),
  adoption(moduleEvaluations, {
    // With its completion: whoever has not completed a module says nothing of it.
    group: ({ moduleId }) => `learning:${moduleId}`,
    // A person says it once: where both accounts did, the kept one's word stays.
    adopt: (one, { keptId, mine }) => mine.find(({ moduleId }) => moduleId === one.moduleId) ?? { ...one, staffId: keptId },
    // It goes back whatever else stays: what one person said is never counted for two.
    takeBack: ({ staffId }, current) => ({ ...current, staffId }),
  }),
  adoption(uploads, {
    group: ({ id }) => `upload:${id}`,
    adopt: (upload, { keptId }) => ({ ...upload, staffId: keptId, heldBy: upload.heldBy ?? upload.staffId }),
  }),
];

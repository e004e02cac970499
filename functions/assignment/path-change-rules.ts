import type { AssignmentInForce } from "./contract.ts";
import type { ChangePreview, PreviewedModule } from "./person-contract.ts";
import type { Source } from "./records.ts";

/** What becomes of a person's path: asked anew, asked no more, asked by another date. */
export type PathChanges = Pick<ChangePreview, "assigned" | "removed" | "redated">;

/** Compares a person's path with what it becomes. A module that is done has no date that could move. */
export function pathChanges(before: readonly AssignmentInForce[], after: readonly AssignmentInForce[]): PathChanges {
  const view = ({ moduleId, title, dueOn, state }: AssignmentInForce): PreviewedModule => ({
    moduleId,
    title,
    dueOn,
    isDone: state === "completed",
  });
  const dueBefore = new Map(before.map((one) => [one.moduleId, one.dueOn]));
  const stays = new Set(after.map(({ moduleId }) => moduleId));
  return {
    assigned: after.filter(({ moduleId }) => !dueBefore.has(moduleId)).map(view),
    removed: before.filter(({ moduleId }) => !stays.has(moduleId)).map(view),
    redated: after.flatMap((one) => {
      const from = dueBefore.get(one.moduleId);
      return from === undefined || from === one.dueOn || one.state === "completed" ? [] : [{ ...view(one), from }];
    }),
  };
}

/** A ledger with lines written into it: each takes the place of the one with its id. */
export function withLines(ledger: readonly Source[], lines: readonly Source[]): Source[] {
  const written = new Set(lines.map(({ id }) => id));
  return [...ledger.filter(({ id }) => !written.has(id)), ...lines];
}

import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import { readTimelineRow } from "../read-timeline.ts";
import { Staff } from "../records.ts";
import { isUndoable } from "../timeline-facts.ts";
import { saveStaff } from "./change-person.ts";

const Part = Staff.partial();
const Row = z.object({ before: Part.optional(), after: Part.optional() });

/**
 * Takes one change of a person's record back: everything it changed is as it was before, and the timeline says so. A
 * `conflict` when something of the same has been changed since: that would be undone as well, without a word.
 */
export async function undoChange(ctx: Granted<"roster:write">, input: { staffId: string; entryId: string }): Promise<Staff & Versioned> {
  const row = await readTimelineRow(ctx, input.staffId, input.entryId);
  if (!isUndoable(row)) throw new AppError("not-ready", "This step cannot be taken back by itself. Nothing was changed.");
  const { before = {}, after = {} } = Row.parse({ before: row.before, after: row.after });
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => name in Staff.shape) as (keyof Staff)[];
  const isOneself = ctx.actor.kind === "person" && ctx.actor.staffId === input.staffId;
  if (isOneself && before.status !== undefined && before.status !== "active")
    throw new AppError("not-allowed", "This would end your own access. Ask another administrator to do it.");
  return saveStaff(ctx, { staffId: input.staffId, action: "change.undone", about: { kind: "undo", action: row.action } }, async (now) => {
    if (fields.every((name) => isDeepStrictEqual(now[name], before[name]))) return now;
    if (!fields.every((name) => isDeepStrictEqual(now[name], after[name])))
      throw new AppError("conflict", "Something of this was changed again since, so it was not undone. Look at what holds now.");
    const kept = Object.fromEntries(Object.entries(now).filter(([name]) => !fields.some((field) => field === name)));
    return Staff.parse({ ...kept, ...before });
  });
}

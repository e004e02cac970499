import { isDeepStrictEqual } from "node:util";
import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Context } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { isRepeat } from "../../platform/idempotency.ts";
import type { Versioned } from "../../platform/record.ts";
import { GuardFailed } from "../../platform/table.ts";
import { claimWrites } from "../claims.ts";
import { changedStaff } from "../change-rules.ts";
import { membershipWrites } from "../memberships.ts";
import type { PersonChange } from "../person-contract.ts";
import { listEverySchool, readStaff } from "../queries.ts";
import { type Staff, staffRecords } from "../records.ts";
import { fullName } from "../rules.ts";

/** What each change is called in the audit, in the past tense. */
const actionOf: Record<PersonChange["kind"], string> = {
  edit: "person.edited",
  roles: "roles.changed",
  transfer: "person.transferred",
  leave: "leave.recorded",
  return: "leave.ended",
  suspend: "person.suspended",
  lift: "suspension.lifted",
  end: "employment.ended",
  rehire: "person.rehired",
  unpin: "edit.let-go",
};

/**
 * Changes a person's record, the schools' lists and the claim to their address in one transaction, for good and for the
 * next sync. With `version`, a record that someone else has changed since is a `conflict`. What is so already is not
 * written. Nobody suspends or ends themselves: they could not undo it.
 */
export async function changePerson(
  ctx: Granted<"roster:write">,
  input: { staffId: string; change: PersonChange; version?: number | undefined },
): Promise<Staff & Versioned> {
  const { staffId, change, version } = input;
  const isOneself = ctx.actor.kind === "person" && ctx.actor.staffId === staffId;
  if (isOneself && (change.kind === "suspend" || change.kind === "end"))
    throw new AppError("not-allowed", "This would end your own access. Ask another administrator to do it.");
  return saveStaff(ctx, { staffId, version, action: actionOf[change.kind], about: change }, async (before) =>
    changedStaff(before, change, await changeContext(ctx)),
  );
}

/** Who makes a change, when, and the schools there are. */
export async function changeContext(ctx: Context) {
  const schools = new Map((await listEverySchool(ctx)).map((school) => [school.id, school]));
  return { by: ctx.actor.name, at: ctx.now.toISOString(), today: ctx.today, schools };
}

/** Reads a person, works out what they become and commits it with their lists, their address and the audit row. */
export async function saveStaff(
  ctx: Granted<"roster:write">,
  what: { staffId: string; version?: number | undefined; action: string; about: unknown },
  next: (before: Staff & Versioned) => Promise<Staff>,
): Promise<Staff & Versioned> {
  const { staffId, version, action, about } = what;
  const save = async (): Promise<Staff & Versioned> => {
    const before = await readStaff(ctx, staffId);
    if (version !== undefined && before.version !== version) throw changedSince(before);
    const after = { ...(await next(before)), version: before.version };
    if (isDeepStrictEqual(before, after)) return before;
    const claim = await claimWrites(ctx, before, after);
    if (claim.isTaken && after.email !== before.email)
      throw new AppError("invalid-input", "Someone else has this e-mail address. Nothing was changed.", {
        fields: [{ path: "json.change.email", message: "Someone else has this e-mail address." }],
      });
    const fields = differing(before, after);
    return commit(ctx, {
      action,
      subject: `staff:${staffId}`,
      writes: [staffRecords.put(after), ...(await membershipWrites(ctx, before, after)), ...claim.writes],
      before: fields(before),
      after: { ...fields(after), about },
      result: { ...after, version: before.version + 1 },
    });
  };
  if (version === undefined) return retryOnConflict(save);
  try {
    return await save();
  } catch (error) {
    if (!(error instanceof GuardFailed) || isRepeat(error)) throw error;
    throw changedSince(await readStaff(ctx, staffId));
  }
}

function changedSince(staff: Staff): AppError {
  return new AppError("conflict", `The record of ${fullName(staff)} was changed meanwhile. Look at it again; nothing was changed by you.`);
}

/** The parts of the record that differ, of either side. */
function differing(before: Staff, after: Staff): (staff: Staff) => Partial<Staff> {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Staff)[];
  const changed = names.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  return (staff) => Object.fromEntries(changed.flatMap((name) => (staff[name] === undefined ? [] : [[name, staff[name]]])));
}

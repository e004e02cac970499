import { observationForm } from "../../functions/portfolio/forms.ts";
import type { ObservationInput, PieceDecision } from "../../functions/portfolio/contract.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import type { Permission } from "../../functions/platform/permissions.ts";
import { commit } from "../../functions/platform/commit.ts";
import { type Staff, staffRecords } from "../../functions/roster/records.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { personOf } from "../learning/world.ts";
import { openMemoryStore } from "../support/store.ts";

/** An observation with every item seen in full, unless told otherwise. */
export function observed(change: Partial<ObservationInput> = {}): ObservationInput {
  const kind = change.kind ?? "practice";
  const form = observationForm(kind);
  const scores = Object.fromEntries(form.parts.flatMap(({ items }) => items.map(({ id }) => [id, 2 as const])));
  return { kind, formVersion: form.version, observedOn: "2026-10-01", scores, comment: "Clear steps.", hasNoStake: true, ...change };
}

/** A piece's first words, and a reviewer's. */
export const work = { title: "A cycle", doneOn: "2026-10-01", text: "Two visits and a plan.", noStudentData: true as const };
/** A review of the piece as it was first handed in. */
export const word: PieceDecision = { version: 1, decision: "accept", comment: "", hasNoConflict: true };

/** A store with a teacher, their coach, another coach and a district leader. */
export async function openPortfolioWorld() {
  const store = await openMemoryStore({});
  const put = async (staff: Staff): Promise<Staff> => {
    const ctx = store.job("setup", "roster:write");
    const writes = [staffRecords.put({ ...staff, version: 0 })];
    await commit(ctx, { action: "staff.added", subject: `staff:${staff.id}`, writes, result: null });
    return staff;
  };
  const teacher = await put(personOf("stf_teacher"));
  for (const id of ["stf_coach", "stf_other", "stf_leader"]) await put(personOf(id, { coachId: "stf_nobody" }));
  const coaching: AccessGrant[] = [{ role: "staff" }, { role: "coach" }];
  const asked =
    <P extends Permission>(permission: P) =>
    (staffId: string, grants: AccessGrant[] = coaching, about: Staff = teacher) =>
      store.as(permission, { staffId, grants }, subjectOf(about, "2026-11-02"));
  return {
    ...store,
    put,
    teacher,
    coaching,
    owner: (staffId = teacher.id, idempotencyKey?: string) =>
      store.as("portfolio:write", { staffId, ...(idempotencyKey !== undefined && { idempotencyKey }) }),
    observer: asked("observation:record"),
    takesBack: asked("observation:takeBack"),
    reviewer: asked("piece:review"),
    queueOf: (staffId: string, grants: AccessGrant[] = coaching) => store.as("piece:review", { staffId, grants }, { kind: "district" }),
    reader: () => store.contextOf({ kind: "job", name: "certification" }),
  };
}

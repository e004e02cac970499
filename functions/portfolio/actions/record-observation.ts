import { commit } from "../../platform/commit.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue } from "../../platform/outbox.ts";
import { readStaff } from "../../roster/queries.ts";
import { ownIds } from "../../roster/read-merges.ts";
import type { Staff } from "../../roster/records.ts";
import { fullName, isWorking, schoolsOn } from "../../roster/rules.ts";
import type { ObservationInput, ObservationView } from "../contract.ts";
import { observationForm } from "../forms.ts";
import { portfolioMail } from "../mail-words.ts";
import { findObservation, observationView } from "../queries.ts";
import { type Observation, observations } from "../records.ts";
import { observationProblems, partPercents } from "../rules.ts";

/**
 * Records what one person saw of another at work, scored on the form, with the message that tells them. Refuses whoever
 * leads a school of theirs, since leaders evaluate, and whoever does not say that they have no stake in it.
 */
export async function recordObservation(
  ctx: Granted<"observation:record">,
  input: ObservationInput & { staffId: string },
): Promise<ObservationView> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw new Error("people are observed by people");
  const staff = await readStaff(ctx, input.staffId);
  const schools = schoolsOn(staff, ctx.today);
  if (actor.grants.some((held) => held.role === "schoolLeader" && held.schoolIds.some((id) => schools.includes(id))))
    throw new AppError("not-allowed", "You lead a school where this person works, and leaders evaluate. Ask a coach to observe.");
  const form = observationForm(input.kind);
  const fields = observationProblems(form, input, { hiredOn: staff.hiredOn, today: ctx.today });
  if (fields.length > 0) throw new AppError("invalid-input", "Complete the observation and send it again. Nothing was saved.", { fields });
  const { staffId, kind, observedOn, formVersion, scores, comment } = input;
  const observation: Observation = {
    id: ctx.newId("obs"),
    staffId,
    kind,
    observedOn,
    observerId: actor.staffId,
    observerName: actor.name,
    formVersion,
    scores,
    parts: partPercents(form, scores),
    comment,
    recordedAt: ctx.now.toISOString(),
  };
  return commit(ctx, {
    action: "observation.recorded",
    subject: `staff:${staffId}`,
    writes: [
      observations.put({ ...observation, version: 0 }),
      ...(isWorking(staff, ctx.today) ? [enqueue(ctx, messageOf(ctx, staff, observation))] : []),
    ],
    after: { observationId: observation.id, kind, observedOn, parts: observation.parts },
    result: observationView(ctx, observation),
  });
}

/** Takes an observation back, with the reason; it stays to be read and counts for nothing. Its observer may, and administrators. */
export async function takeBackObservation(
  ctx: Granted<"observation:takeBack">,
  { staffId, observationId, reason }: { staffId: string; observationId: string; reason: string },
): Promise<ObservationView> {
  const { actor } = ctx;
  if (actor.kind !== "person") throw new Error("observations are taken back by people");
  const observation = await findObservation(ctx, staffId, observationId);
  if (!observation) throw notFound("observation");
  const isAdministrator = actor.grants.some(({ role }) => role === "districtAdministrator");
  if (!isAdministrator && !(await ownIds(ctx, actor.staffId)).includes(observation.observerId))
    throw new AppError("not-allowed", "An observation is taken back by whoever recorded it, or by an administrator.");
  if (observation.takenBack) throw new AppError("conflict", "This observation was taken back already. Reload to see why.");
  const takenBack = { by: actor.staffId, at: ctx.now.toISOString(), reason };
  const after = { ...observation, takenBack };
  return commit(ctx, {
    action: "observation.taken-back",
    subject: `staff:${staffId}`,
    writes: [observations.put(after)],
    after: { observationId, kind: observation.kind, observedOn: observation.observedOn },
    result: observationView(ctx, after),
  });
}

function messageOf(ctx: Granted<"observation:record">, staff: Staff, { id, observerName }: Observation) {
  return {
    key: `observation-recorded:${id}`,
    staffId: staff.id,
    toName: fullName(staff),
    toEmail: staff.email,
    says: portfolioMail.observed({ givenName: staff.givenName, observer: observerName, address: `${ctx.origin}/portfolio` }),
  };
}

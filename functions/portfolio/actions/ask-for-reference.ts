import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom } from "../../platform/ids.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { Staff } from "../../roster/records.ts";
import { findStaff, readStaff } from "../../roster/queries.ts";
import { fullName } from "../../roster/rules.ts";
import { portfolioMail } from "../mail-words.ts";
import type { ReferenceRequest, ReferenceView } from "../reference-contract.ts";
import { areColleagues, mostAsked, refereeProblem } from "../reference-rules.ts";
import { listReferences, referenceView } from "../read-references.ts";
import { type Reference, references } from "../records.ts";

/** Asks a colleague for a recommendation, with the message that tells them. Asking twice is asking once. */
export async function askForReference(ctx: Granted<"reference:ask">, { refereeId, note }: ReferenceRequest): Promise<ReferenceView> {
  const [asker, referee] = await Promise.all([readStaff(ctx, signedInStaffId(ctx)), findStaff(ctx, refereeId)]);
  // Who works elsewhere is nobody this person may know of.
  if (!referee || (referee.id !== asker.id && !areColleagues(asker, referee, ctx.today))) throw notFound("colleague");
  const problem = refereeProblem(asker, referee, ctx.today);
  if (problem !== undefined) throw new AppError("not-ready", problem);
  const all = await listReferences(ctx, asker.id);
  const ofThem = all.filter((one) => one.refereeId === refereeId);
  const waiting = ofThem.find(({ state }) => state === "asked");
  if (waiting) return referenceView(waiting);
  if (all.filter(({ state }) => state === "asked").length >= mostAsked)
    throw new AppError("not-ready", "Three colleagues have your request already. Take one back before you ask another.");
  const reference: Reference = {
    id: freeId(ctx, { askerId: asker.id, refereeId, known: all.map(({ id }) => id) }),
    staffId: asker.id,
    staffName: fullName(asker),
    refereeId,
    refereeName: fullName(referee),
    state: "asked",
    askedAt: ctx.now.toISOString(),
    note,
  };
  return commit(ctx, {
    action: "reference.asked",
    subject: `staff:${asker.id}`,
    writes: [references.put({ ...reference, version: 0 }), enqueue(ctx, requestMessage(ctx, asker, referee, reference))],
    after: { referenceId: reference.id, refereeId },
    result: referenceView(reference),
  });
}

/** The first id of this pair that is free: asked twice at once, the second meets the first; a merge that was taken back left gaps. */
function freeId(
  ctx: Granted<"reference:ask">,
  { askerId, refereeId, known }: { askerId: string; refereeId: string; known: string[] },
): string {
  for (let n = 0; ; n++) {
    const id = idFrom("ref", ctx.district.id, askerId, refereeId, String(n));
    if (!known.includes(id)) return id;
  }
}

/** Takes back what one asked for, while it is not answered; the colleague sees it no more. */
export async function withdrawReference(ctx: Granted<"reference:ask">, referenceId: string): Promise<ReferenceView> {
  const staffId = signedInStaffId(ctx);
  const before = await ctx.table.get(references, { of: `U#${staffId}`, at: `REF#${referenceId}` });
  if (!before) throw notFound("recommendation");
  if (before.state === "withdrawn") return referenceView(before);
  if (before.state !== "asked") throw new AppError("conflict", "Your colleague has answered meanwhile. Reload to see the answer.");
  const after = { ...before, state: "withdrawn" as const };
  return commit(ctx, {
    action: "reference.withdrawn",
    subject: `staff:${staffId}`,
    writes: [references.put(after)],
    after: { referenceId, refereeId: before.refereeId },
    result: referenceView(after),
  });
}

function requestMessage(ctx: Granted<"reference:ask">, asker: Staff, referee: Staff, { id, note }: Reference) {
  return {
    key: `reference-asked:${id}`,
    staffId: referee.id,
    toName: fullName(referee),
    toEmail: referee.email,
    says: portfolioMail.referenceAsked({
      givenName: referee.givenName,
      asker: fullName(asker),
      askerGivenName: asker.givenName,
      note,
      address: `${ctx.origin}/recommendations/${id}`,
    }),
  };
}

import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import { enqueue } from "../../platform/outbox.ts";
import type { Permission } from "../../platform/permissions.ts";
import { isWorking } from "../../roster/rules.ts";
import type { ExceptionInput, RevokeInput, SharingInput } from "../decision-contract.ts";
import { certificationMail } from "../mail-words.ts";
import { changedWrites, newCertificate, relyingWrites, writesOf } from "../new-certificate.ts";
import { type Candidate, readCandidate } from "../queries.ts";
import { readDefinitions } from "../read-definitions.ts";
import type { Certificate } from "../records.ts";
import { certificateStatus } from "../status-rules.ts";
import { nextTerm } from "../term-rules.ts";

type Writer = Granted<"certification:write">;
type Found = { candidate: Candidate; certificate: Certificate & { version: number } };

async function read(
  ctx: Granted<Permission>,
  staffId: string,
  { certificationId, cycle }: { certificationId: string; cycle: number },
): Promise<Found> {
  const candidate = await readCandidate(ctx, staffId);
  const certificate = candidate?.held.find((one) => one.certificationId === certificationId && one.cycle === cycle);
  if (!candidate || !certificate) throw notFound("certificate");
  return { candidate, certificate };
}

/**
 * Takes a certificate out of force for good, with the reason; its holder is told, and how to appeal. Nothing of it is
 * erased, and it can be earned again.
 */
export async function revokeCertificate(ctx: Writer, { staffId, reason, ...which }: RevokeInput & { staffId: string }): Promise<void> {
  const { candidate, certificate } = await read(ctx, staffId, which);
  if (certificate.revokedOn === undefined) {
    const { actor } = ctx;
    const { suspendedOn: _, suspendedBecause: __, ...kept } = certificate;
    const after = {
      ...kept,
      revokedOn: ctx.today,
      revokedBecause: reason,
      revokedBy: actor.kind === "person" ? actor.staffId : actor.name,
    };
    await commit(ctx, {
      action: "certificate.revoked",
      subject: `staff:${staffId}`,
      writes: [...(await changedWrites(ctx, after)), ...told(ctx, candidate, certificate)],
      before: { status: certificateStatus(certificate, ctx.today) },
      after: { id: certificate.id, certificationId: certificate.certificationId, cycle: certificate.cycle, reason },
      result: null,
    });
  }
}

function told(ctx: Writer, { staff }: Candidate, { id, title, holderName }: Certificate) {
  if (!isWorking(staff, ctx.today)) return [];
  return [
    enqueue(ctx, {
      // An appeal may put it back in force on the same day, and another decision revoke it again.
      key: `certificate-revoked:${id}:${ctx.now.toISOString()}`,
      staffId: staff.id,
      toName: holderName,
      toEmail: staff.email,
      says: certificationMail.revoked({ givenName: staff.givenName, title, address: `${ctx.origin}/certificates` }),
    }),
  ];
}

/** Puts a certificate on hold while a question about it is looked into, with the reason. */
export async function suspendCertificate(ctx: Writer, { staffId, reason, ...which }: RevokeInput & { staffId: string }): Promise<void> {
  const { certificate } = await read(ctx, staffId, which);
  const status = certificateStatus(certificate, ctx.today);
  if (status !== "active" && status !== "renewalDue") {
    if (status === "suspended") return;
    throw new AppError("not-ready", "Only a certificate that is in force can be suspended. Nothing was changed.");
  }
  const after = { ...certificate, suspendedOn: ctx.today, suspendedBecause: reason };
  await commit(ctx, {
    action: "certificate.suspended",
    subject: `staff:${staffId}`,
    writes: await changedWrites(ctx, after),
    before: { status },
    after: { id: certificate.id, certificationId: certificate.certificationId, cycle: certificate.cycle, reason },
    result: null,
  });
}

/** Ends a suspension: the certificate holds again, with the dates it had. */
export async function liftSuspension(ctx: Writer, { staffId, reason, ...which }: RevokeInput & { staffId: string }): Promise<void> {
  const { certificate } = await read(ctx, staffId, which);
  if (certificate.suspendedOn !== undefined) {
    const { suspendedOn: _, suspendedBecause: __, ...after } = certificate;
    await commit(ctx, {
      action: "certificate.reinstated",
      subject: `staff:${staffId}`,
      writes: await changedWrites(ctx, after),
      before: { suspendedOn: certificate.suspendedOn },
      after: { id: certificate.id, certificationId: certificate.certificationId, cycle: certificate.cycle, reason },
      result: null,
    });
  }
}

/** Issues a certificate that was not earned here, with the reason; it says of itself that it is an exception. */
export async function issueByException(
  ctx: Writer,
  { staffId, certificationId, reason }: ExceptionInput & { staffId: string },
): Promise<void> {
  const [candidate, definitions] = await Promise.all([readCandidate(ctx, staffId), readDefinitions(ctx)]);
  const definition = definitions.find(({ id }) => id === certificationId);
  if (!candidate || !definition) throw notFound("certification");
  if (!isWorking(candidate.staff, ctx.today)) throw new AppError("not-ready", "This person is on leave or has left. Nothing was issued.");
  const term = nextTerm(candidate.held, definition, ctx.today);
  if (!term) throw new AppError("not-ready", "They hold this certificate, and it is not to be renewed yet. Nothing was issued.");
  const certificate = newCertificate(ctx, candidate, { definition, term, origin: "exception" });
  await commit(ctx, {
    action: "certificate.issuedByException",
    subject: `staff:${staffId}`,
    writes: [...writesOf(ctx, candidate.staff, certificate), ...relyingWrites(candidate, definition)],
    after: { id: certificate.id, certificationId, cycle: certificate.cycle, reason },
    result: null,
  });
}

/** Whether strangers with the link see one's certificate; kept to oneself, its address looks like any without one. */
export async function shareCertificate(ctx: Granted<"certificate:apply">, { isShared, ...which }: SharingInput): Promise<void> {
  const staffId = signedInStaffId(ctx);
  const { certificate } = await read(ctx, staffId, which);
  if ((certificate.isWithheld !== true) !== isShared) {
    const { isWithheld: _, ...kept } = certificate;
    await commit(ctx, {
      action: isShared ? "certificate.shared" : "certificate.withheld",
      subject: `staff:${staffId}`,
      writes: await changedWrites(ctx, isShared ? kept : { ...kept, isWithheld: true }),
      after: { id: certificate.id, certificationId: certificate.certificationId, cycle: certificate.cycle },
      result: null,
    });
  }
}

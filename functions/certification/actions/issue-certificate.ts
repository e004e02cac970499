import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { idFrom, publicId } from "../../platform/ids.ts";
import { enqueue } from "../../platform/outbox.ts";
import { writtenDate } from "../../platform/dates.ts";
import { fullName } from "../../roster/rules.ts";
import type { CertificateView } from "../contract.ts";
import { certifications, districtIssued } from "../definitions.ts";
import { type Candidate, certificateView, isReadyOn, readCandidate, standingOf } from "../queries.ts";
import { type Certificate, certificates, publicCertificates } from "../records.ts";
import { clockHours, creditedMinutes, nextTerm } from "../rules.ts";

/** The certificate of the current term and whether this call made it; no certificate when the person has none and is not ready. */
export type Issued = { isNew: boolean; certificate?: CertificateView };

/**
 * Issues a certification's next certificate to a person who has all it asks for, with its public row and the one
 * message that tells them, in one commit. Once for each person, certification and cycle: a second call, at the same
 * moment or later, answers the first certificate. Never to someone who is suspended, on leave or has left.
 */
export async function issueCertificate(
  ctx: Granted<"certificate:issue">,
  input: { staffId: string; certificationId: string },
): Promise<Issued> {
  const definition = certifications.find(({ id }) => id === input.certificationId);
  if (!definition) throw new Error(`there is no certification ${input.certificationId}`);
  return retryOnConflict(async () => {
    const candidate = await readCandidate(ctx, input.staffId);
    if (!candidate) return { isNew: false };
    const held = candidate.held.filter(({ certificationId }) => certificationId === definition.id);
    const latest = held.toSorted((a, b) => b.cycle - a.cycle)[0];
    const asItStands: Issued = { isNew: false, ...(latest && { certificate: certificateView(latest, ctx) }) };
    const term = nextTerm(held, definition, ctx.today);
    if (!term || !(await isReadyOn(ctx, candidate, definition, ctx.today))) return asItStands;
    const standing = await standingOf(ctx, candidate, definition);
    const done = new Map(candidate.enrollments.map((enrollment) => [enrollment.moduleId, enrollment]));
    const { cycle, issuedOn, renewalOpensOn, expiresOn } = term;
    const certificate: Certificate = {
      id: idFrom("crt", ctx.district.id, input.staffId, definition.id, String(cycle)),
      publicId: publicId(),
      staffId: input.staffId,
      certificationId: definition.id,
      cycle,
      title: definition.title,
      holderName: fullName(candidate.staff),
      districtName: ctx.district.name,
      issuedOn,
      issuedAt: ctx.now.toISOString(),
      renewalOpensOn,
      expiresOn,
      clockHours: clockHours(creditedMinutes(standing, held)),
      modules: Object.fromEntries(standing.modules.map(({ id, hash }) => [id, done.get(id)?.hash ?? hash])),
      practice: candidate.enrollments.filter(({ practice }) => practice.state === "accepted").map(({ moduleId }) => moduleId),
    };
    return save(ctx, candidate, certificate);
  });
}

async function save(ctx: Granted<"certificate:issue">, { staff }: Candidate, certificate: Certificate): Promise<Issued> {
  const {
    id,
    staffId,
    certificationId,
    cycle,
    publicId: shared,
    title,
    holderName,
    districtName,
    issuedOn,
    renewalOpensOn,
    expiresOn,
  } = certificate;
  const { zone, slug } = ctx.district;
  const view = certificateView(certificate, ctx);
  const message = {
    key: `certificate-issued:${id}`,
    staffId,
    toName: holderName,
    toEmail: staff.email,
    subject: cycle === 1 ? `You have earned ${title}` : `You have renewed ${title}`,
    body: [
      `Hello ${staff.givenName},`,
      `${districtName} has issued your ${title} certificate. It is in force until ${writtenDate(expiresOn)} and can be renewed from ${writtenDate(renewalOpensOn)}.`,
      `See and print it: ${ctx.origin}/certificates`,
      `Anyone you give this address can check that it is real: ${view.verifyUrl}`,
      districtIssued,
    ].join("\n\n"),
  };
  return commit(ctx, {
    action: "certificate.issued",
    subject: `staff:${staffId}`,
    writes: [
      certificates.put({ ...certificate, version: 0 }),
      publicCertificates.put({
        version: 0,
        publicId: shared,
        title,
        holderName,
        districtName,
        zone,
        slug,
        issuedOn,
        renewalOpensOn,
        expiresOn,
      }),
      enqueue(ctx, message),
    ],
    after: { id, certificationId, cycle, issuedOn, expiresOn, modules: certificate.modules },
    result: { isNew: true, certificate: view },
  });
}

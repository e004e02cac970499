import { commit, retryOnConflict } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { isWorking } from "../../roster/rules.ts";
import type { CertificateView } from "../contract.ts";
import type { CertificationDefinition } from "../ladder-rules.ts";
import { latestTerm } from "../latest-term-rules.ts";
import { newCertificate, relyingWrites, writesOf } from "../new-certificate.ts";
import { certificateView, readCandidate, readyTermOn } from "../queries.ts";
import { readDefinitions } from "../read-definitions.ts";

/** The certificate of the current term and whether this call made it; no certificate when the person has none and is not ready. */
export type Issued = { isNew: boolean; certificate?: CertificateView };

/**
 * Issues everything that a person has earned and that needs no reviewer, with its public row and the one message that
 * tells them, in one commit each. Once for each person, certification and cycle: a second call, at the same moment or
 * later, issues nothing. Never to someone who is suspended, on leave or has left.
 */
export async function issueReady(ctx: Granted<"certificate:issue">, staffId: string): Promise<{ issued: number }> {
  const candidate = await readCandidate(ctx, staffId);
  if (!candidate || !isWorking(candidate.staff, ctx.today)) return { issued: 0 };
  const automatic = (await readDefinitions(ctx)).filter(({ reviewers }) => reviewers === 0);
  let issued = 0;
  for (const definition of automatic)
    if (readyTermOn(ctx, candidate, definition, ctx.today) && (await issueOne(ctx, staffId, definition)).isNew) issued++;
  return { issued };
}

/** Issues one certification's next certificate to a person who has all it asks for; the same guarantees as `issueReady`. */
export async function issueCertificate(
  ctx: Granted<"certificate:issue">,
  { staffId, certificationId }: { staffId: string; certificationId: string },
): Promise<Issued> {
  const definition = (await readDefinitions(ctx)).find(({ id }) => id === certificationId);
  if (!definition) throw new Error(`there is no certification ${certificationId}`);
  return issueOne(ctx, staffId, definition);
}

async function issueOne(ctx: Granted<"certificate:issue">, staffId: string, definition: CertificationDefinition): Promise<Issued> {
  return retryOnConflict(async () => {
    const candidate = await readCandidate(ctx, staffId);
    if (!candidate) return { isNew: false };
    const term = readyTermOn(ctx, candidate, definition, ctx.today);
    if (!term) {
      const latest = latestTerm(candidate.held.filter(({ certificationId }) => certificationId === definition.id));
      return { isNew: false, ...(latest && { certificate: certificateView(ctx, latest, candidate) }) };
    }
    const certificate = newCertificate(ctx, candidate, { definition, term });
    const { id, certificationId, cycle, issuedOn, expiresOn, modules } = certificate;
    return commit(ctx, {
      action: "certificate.issued",
      subject: `staff:${staffId}`,
      writes: [...writesOf(ctx, candidate.staff, certificate), ...relyingWrites(candidate, definition)],
      after: { id, certificationId, cycle, issuedOn, expiresOn, modules },
      result: { isNew: true, certificate: certificateView(ctx, certificate, { ...candidate, held: [...candidate.held, certificate] }) },
    });
  });
}

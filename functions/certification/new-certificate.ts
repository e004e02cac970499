import type { Context } from "../platform/context.ts";
import type { Granted } from "../platform/grant.ts";
import { idFrom, publicId } from "../platform/ids.ts";
import { enqueue } from "../platform/outbox.ts";
import type { Permission } from "../platform/permissions.ts";
import type { RecordWrite, Versioned } from "../platform/record.ts";
import type { Staff } from "../roster/records.ts";
import { fullName } from "../roster/rules.ts";
import type { CertificationDefinition } from "./ladder-rules.ts";
import { couldGo } from "./history-undo-rules.ts";
import { certificationMail } from "./mail-words.ts";
import { type Candidate, standingOf, verifyUrl } from "./queries.ts";
import { type Certificate, certificates, type PublicCertificate, publicCertificateAddress, publicCertificates } from "./records.ts";
import { changedModules, learnedModules } from "./requirement-rules.ts";
import { clockHours, creditedMinutes } from "./rules.ts";
import type { NextTerm } from "./term-rules.ts";

/** The certificate of a term, with everything it says frozen: dates, hours, the modules it rests on and their versions. */
export function newCertificate(
  ctx: Context,
  candidate: Candidate,
  { definition, term, origin }: { definition: CertificationDefinition; term: NextTerm; origin?: Certificate["origin"] },
): Certificate {
  const { staff, enrollments, held } = candidate;
  const standing = standingOf(ctx, candidate);
  const asked = learnedModules(definition.requirements, standing);
  // A renewal rests on what the last term rested on, with the part that was done anew.
  const again = new Set(changedModules(term.rests, standing).map(({ id }) => id));
  const done = new Map(enrollments.map((enrollment) => [enrollment.moduleId, enrollment]));
  const rests = asked.map(({ id, hash }): [string, string] => {
    const before = term.rests[id];
    return [id, before !== undefined && !again.has(id) ? (standing.refreshed[id] ?? before) : (done.get(id)?.hash ?? hash)];
  });
  return {
    id: idFrom("crt", ctx.district.id, staff.id, definition.id, String(term.cycle)),
    publicId: publicId(),
    staffId: staff.id,
    certificationId: definition.id,
    cycle: term.cycle,
    title: definition.title,
    holderName: fullName(staff),
    districtName: ctx.district.name,
    issuedOn: term.issuedOn,
    issuedAt: ctx.now.toISOString(),
    renewalOpensOn: term.renewalOpensOn,
    expiresOn: term.expiresOn,
    graceEndsOn: term.graceEndsOn,
    anchorDay: term.anchorDay,
    definitionVersion: definition.version,
    ...(origin !== undefined && { origin }),
    clockHours: clockHours(creditedMinutes({ enrollments, moduleIds: asked.map(({ id }) => id) }, held)),
    modules: Object.fromEntries(rests),
    practice: enrollments.filter(({ practice }) => practice.acceptedAt !== undefined).map(({ moduleId }) => moduleId),
  };
}

/** What the public row of a certificate says of it, as it stands now. */
function publicRowOf(ctx: Context, certificate: Certificate): PublicCertificate {
  const { publicId: id, title, holderName, districtName, issuedOn, renewalOpensOn, expiresOn } = certificate;
  const { graceEndsOn, isWithheld, suspendedOn, revokedOn, origin, definitionVersion } = certificate;
  return {
    publicId: id,
    title,
    holderName,
    districtName,
    zone: ctx.district.zone,
    slug: ctx.district.slug,
    issuedOn,
    renewalOpensOn,
    expiresOn,
    ...(graceEndsOn !== undefined && { graceEndsOn }),
    ...(isWithheld === true && { isWithheld }),
    ...(suspendedOn !== undefined && { suspendedOn }),
    ...(revokedOn !== undefined && { revokedOn }),
    ...(origin !== undefined && { origin }),
    ...(definitionVersion !== undefined && { definitionVersion }),
  };
}

/** The rows that issuing a certificate writes: its own, the public one, and one message to its holder unless nobody is to be told. */
export function writesOf(
  ctx: Granted<Permission>,
  staff: Staff,
  certificate: Certificate,
  { isTold = true }: { isTold?: boolean } = {},
): RecordWrite<"fact">[] {
  return [
    certificates.put({ ...certificate, version: 0 }),
    publicCertificates.put({ ...publicRowOf(ctx, certificate), version: 0 }),
    ...(isTold ? [enqueue(ctx, messageOf(ctx, staff, certificate))] : []),
  ];
}

/**
 * The writes that put down that something comes to rest on past certificates that could still go with their import: a next term, or a
 * certificate that asks for them. From then on they stay; and where the import is taken back at the same moment, one of the two fails.
 */
export function relyingWrites(
  { held }: Pick<Candidate, "held">,
  { id, requirements, renewal }: Pick<CertificationDefinition, "id" | "requirements" | "renewal">,
): RecordWrite<"fact">[] {
  const asked = [...requirements, ...renewal].flatMap((rule) => (rule.kind === "holds" ? rule.certificationIds : []));
  return held
    .filter((one) => couldGo(one) && (one.certificationId === id || asked.includes(one.certificationId)))
    .map((one) => certificates.put({ ...one, isReliedOn: true }));
}

/** The rows that a change of a certificate writes: its own at the version it was read, and the public one beside it. */
export async function changedWrites(ctx: Context, certificate: Certificate & Versioned): Promise<RecordWrite<"fact">[]> {
  const row = await ctx.table.get(publicCertificates, publicCertificateAddress(certificate.publicId));
  return [certificates.put(certificate), publicCertificates.put({ ...publicRowOf(ctx, certificate), version: row?.version ?? 0 })];
}

function messageOf(ctx: Context, staff: Staff, { id, staffId, cycle, title, holderName, districtName, ...certificate }: Certificate) {
  return {
    key: `certificate-issued:${id}`,
    staffId,
    toName: holderName,
    toEmail: staff.email,
    says: certificationMail.issued({
      givenName: staff.givenName,
      title,
      isRenewal: cycle > 1,
      district: districtName,
      expiresOn: certificate.expiresOn,
      renewalOpensOn: certificate.renewalOpensOn,
      address: `${ctx.origin}/certificates`,
      verifyAddress: verifyUrl(ctx, certificate.publicId),
    }),
  };
}

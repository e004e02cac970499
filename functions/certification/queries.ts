import { readCatalog } from "../curriculum/queries.ts";
import type { Enrollment } from "../learning/records.ts";
import { enrollmentsFrom } from "../learning/queries.ts";
import { totalCreditMinutes } from "../learning/rules.ts";
import type { Context } from "../platform/context.ts";
import type { LocalDate } from "../platform/dates.ts";
import { rowsOf } from "../platform/district-table.ts";
import { notFound } from "../platform/errors.ts";
import { log } from "../platform/log.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item, Table } from "../platform/table.ts";
import { staffFrom } from "../roster/queries.ts";
import type { Staff } from "../roster/records.ts";
import { fullName, isWorking, jobRolesOn } from "../roster/rules.ts";
import type { CertificatesPage, CertificateView } from "./contract.ts";
import { type CertificationDefinition, certifications, inLanguage } from "./definitions.ts";
import { type Certificate, certificates, type PublicCertificate, publicCertificateAddress, publicCertificates } from "./records.ts";
import { certificateStatus, certificationProgress, coreModules, nextTerm, type Standing } from "./rules.ts";
import { requirementWords } from "./words.ts";

/** The certificates among the rows of a person's partition. */
export function certificatesFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): (Certificate & Versioned)[] {
  return rowsOf(certificates, items, onBad);
}

/** A certificate as pages show it, on a day. */
export function certificateView(certificate: Certificate, { origin, today }: { origin: string; today: LocalDate }): CertificateView {
  const { id, publicId, certificationId, title, cycle, holderName, districtName, issuedOn, expiresOn, clockHours } = certificate;
  return {
    id,
    publicId,
    certificationId,
    title,
    cycle,
    holderName,
    districtName,
    issuedOn,
    expiresOn,
    status: certificateStatus(certificate, today),
    clockHours,
    verifyUrl: `${origin}/verify/${publicId}`,
  };
}

/** All that certification needs of one person. */
export type Candidate = { staff: Staff; enrollments: Enrollment[]; held: Certificate[] };

/**
 * Reads a person in one strongly consistent query; undefined when there is no such person. An enrollment that cannot
 * be read counts as not begun; a certificate that cannot be read fails, because a second one might follow.
 */
export async function readCandidate(ctx: Context, staffId: string): Promise<Candidate | undefined> {
  const items = await ctx.table.collection(`U#${staffId}`);
  const staff = staffFrom(items);
  if (!staff) return undefined;
  const onBad = ({ SK }: Item): void =>
    log("warn", "an enrollment cannot be read", { districtId: ctx.district.id, row: `U#${staffId} / ${SK}` });
  return { staff, enrollments: enrollmentsFrom(items, onBad), held: certificatesFrom(items) };
}

/** What a certification looks at: the modules that the person's roles ask for, and what they did in them. */
export async function standingOf(
  ctx: Context,
  { staff, enrollments }: Candidate,
  definition: CertificationDefinition,
  on = ctx.today,
): Promise<Standing> {
  const modules = coreModules(definition, await readCatalog(ctx), jobRolesOn(staff, on));
  return { enrollments, modules, zone: ctx.district.zone };
}

/** Whether a person's next certificate of a certification would be issued on a day, as they are or as a change would leave them. */
export async function isReadyOn(ctx: Context, candidate: Candidate, definition: CertificationDefinition, on: LocalDate): Promise<boolean> {
  const term = nextTerm(candidate.held, definition, on);
  if (!term || !isWorking(candidate.staff, on)) return false;
  return certificationProgress(definition, await standingOf(ctx, candidate, definition, on), term).isReady;
}

/** A person's certificates, the latest first, and how far they are to each certification that can be earned or renewed now. */
export async function certificatesPage(ctx: Context, staffId: string): Promise<CertificatesPage> {
  const candidate = await readCandidate(ctx, staffId);
  if (!candidate) throw notFound("person");
  const { staff, enrollments, held } = candidate;
  // While a certificate is in force and not yet to be renewed, there is nothing to be on the way to.
  const progress = certifications.flatMap((definition) => {
    const term = nextTerm(held, definition, ctx.today);
    if (!term) return [];
    const spoken = inLanguage(definition, ctx.language);
    return [
      standingOf(ctx, candidate, spoken).then((standing) => certificationProgress(spoken, standing, term, requirementWords[ctx.language])),
    ];
  });
  return {
    personName: fullName(staff),
    certificates: held.toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1)).map((one) => certificateView(one, ctx)),
    progress: await Promise.all(progress),
    creditMinutes: totalCreditMinutes(enrollments),
  };
}

/** What the public may know of the certificate with this id; undefined for every other text, and for one that its holder withholds. */
export async function findPublicCertificate(table: Table, id: string): Promise<PublicCertificate | undefined> {
  // The shape of our ids: nothing else is even looked up.
  if (!/^[0-9a-hjkmnp-tv-z]{32}$/.test(id)) return undefined;
  const { of, at } = publicCertificateAddress(id);
  const item = await table.get({ PK: of, SK: at });
  const found = item?.type === publicCertificates.type ? publicCertificates.parse(item) : undefined;
  return found?.isWithheld ? undefined : found;
}

import type { Waiver } from "../assignment/decision-records.ts";
import { activeWaivers } from "../assignment/decision-rules.ts";
import { decisionsFrom } from "../assignment/queries.ts";
import { readCatalog } from "../curriculum/queries.ts";
import type { Catalog } from "../curriculum/content.ts";
import type { Enrollment } from "../learning/records.ts";
import { enrollmentsFrom } from "../learning/queries.ts";
import { totalCreditMinutes } from "../learning/rules.ts";
import type { Context } from "../platform/context.ts";
import { addDays, type LocalDate } from "../platform/dates.ts";
import { type OnBad, rowsOf } from "../platform/district-table.ts";
import { notFound } from "../platform/errors.ts";
import { log } from "../platform/log.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item, Table } from "../platform/table.ts";
import { portfolioFrom, withRefereesToday } from "../portfolio/queries.ts";
import type { PortfolioFacts } from "../portfolio/rules.ts";
import { staffFrom } from "../roster/queries.ts";
import type { Staff } from "../roster/records.ts";
import { fullName, isWorking, jobRolesOn } from "../roster/rules.ts";
import { appealDays, appealsOf, appealView, applicationView, currentApplication } from "./application-rules.ts";
import type { CertificatesPage, CertificateView } from "./contract.ts";
import { inLanguage } from "./definitions.ts";
import { type CertificationDefinition, certificationOf } from "./ladder-rules.ts";
import { heldElsewhereFrom, heldElsewhereViews } from "./elsewhere-queries.ts";
import type { HeldElsewhere } from "./elsewhere-records.ts";
import { readDefinitions } from "./read-definitions.ts";
import {
  type Appeal,
  appeals,
  type Application,
  applications,
  type Certificate,
  certificates,
  type PublicCertificate,
  publicCertificateAddress,
  publicCertificates,
  type Refresh,
  refreshes,
} from "./records.ts";
import { refreshedModules, refreshOf } from "./refresh-rules.ts";
import type { Standing } from "./requirement-rules.ts";
import { certificateStatus } from "./status-rules.ts";
import { certificationProgress } from "./rules.ts";
import { latestTerm } from "./latest-term-rules.ts";
import { type NextTerm, nextTerm } from "./term-rules.ts";
import { requirementWords } from "./words.ts";

/** The certificates among the rows of a person's partition. */
export function certificatesFrom(items: Item[], onBad?: (item: Item, error: unknown) => void): (Certificate & Versioned)[] {
  return rowsOf(certificates, items, onBad);
}

/** The applications among the rows of a person's partition. */
export const applicationsFrom = (items: Item[], onBad?: OnBad): Application[] => rowsOf(applications, items, onBad);

/** The address at which anyone can check a certificate. */
export const verifyUrl = ({ origin }: Pick<Context, "origin">, publicId: string): string => `${origin}/verify/${publicId}`;

/** The address of a certificate's badge (`badgePage` of functions/badges/addresses.ts, which stands to the right of this). */
export const badgeUrl = ({ origin, district }: Pick<Context, "origin" | "district">, publicId: string): string =>
  `${origin}/badges/${district.slug}/credentials/${publicId}`;

/** All that certification needs of one person. */
export type Candidate = {
  staff: Staff;
  enrollments: Enrollment[];
  held: (Certificate & Versioned)[];
  elsewhere: (HeldElsewhere & Versioned)[];
  portfolio: PortfolioFacts;
  applications: (Application & Versioned)[];
  appeals: (Appeal & Versioned)[];
  refreshes: (Refresh & Versioned)[];
  /** What they are exempt from today. */
  waivers: Waiver[];
  catalog: Catalog;
};

/**
 * Reads a person in one strongly consistent query; undefined when there is no such person. An enrollment or a piece that
 * cannot be read counts as not done; a certificate that cannot be read fails, because a second one might follow.
 */
export async function readCandidate(ctx: Context, staffId: string): Promise<Candidate | undefined> {
  const [items, catalog] = await Promise.all([ctx.table.collection(`U#${staffId}`), readCatalog(ctx)]);
  const staff = staffFrom(items);
  const candidate = staff && candidateFrom(ctx, { staff, items, catalog });
  return candidate && { ...candidate, portfolio: await withRefereesToday(ctx, candidate.portfolio) };
}

/** The same from rows that were read already, for a person as they are or as a change would leave them. */
export function candidateFrom(ctx: Context, { staff, items, catalog }: { staff: Staff; items: Item[]; catalog: Catalog }): Candidate {
  const onBad = ({ PK, SK }: Item): void =>
    log("warn", "a row of someone's learning cannot be read", { districtId: ctx.district.id, row: `${PK} / ${SK}` });
  return {
    staff,
    enrollments: enrollmentsFrom(items, onBad),
    held: certificatesFrom(items),
    elsewhere: heldElsewhereFrom(items, onBad),
    portfolio: portfolioFrom(staff.id, items, onBad),
    applications: rowsOf(applications, items),
    appeals: rowsOf(appeals, items),
    refreshes: rowsOf(refreshes, items, onBad),
    waivers: activeWaivers(decisionsFrom(items, onBad), ctx.today),
    catalog,
  };
}

/** A person as certification looks at them today. */
export function standingOf(
  ctx: Pick<Context, "today" | "district">,
  { staff, enrollments, held, elsewhere, portfolio, catalog, refreshes: asked }: Candidate,
): Standing {
  const refreshed = refreshedModules(asked, { catalog, enrollments });
  const [roles, { zone }] = [jobRolesOn(staff, ctx.today), ctx.district];
  return { enrollments, held, elsewhere, portfolio, catalog, refreshed, roles, zone, today: ctx.today };
}

/** Whether a person's next certificate would be issued by itself on a day, as they are or as a change would leave them. */
export function readyTermOn(
  ctx: Pick<Context, "district">,
  candidate: Candidate,
  definition: CertificationDefinition,
  on: LocalDate,
): NextTerm | undefined {
  const term = definition.reviewers === 0 ? nextTerm(candidate.held, definition, on) : undefined;
  // One that is offered no more can still be renewed by whoever holds it.
  if (!term || (!definition.isOffered && term.isRenewal !== true) || !isWorking(candidate.staff, on)) return undefined;
  const standing = standingOf({ today: on, district: ctx.district }, candidate);
  return certificationProgress(definition, standing, term, requirementWords.en).isReady ? term : undefined;
}

/** A certificate as pages show it, on a day; `of` holds the person's others and what was appealed. */
export function certificateView(
  ctx: Pick<Context, "today" | "origin" | "district">,
  certificate: Certificate,
  of: { held: readonly Certificate[]; appeals: readonly Appeal[] },
): CertificateView {
  const { id, publicId, certificationId, title, cycle, holderName, districtName, issuedOn, renewalOpensOn, expiresOn, clockHours } =
    certificate;
  const { graceEndsOn, revokedOn, revokedBecause, suspendedOn } = certificate;
  const appeal = appealsOf(of.appeals, { of: "revocation", certificationId, cycle }).at(-1);
  return {
    id,
    publicId,
    certificationId,
    title,
    level: certificationOf(certificationId)?.level ?? "foundations",
    cycle,
    holderName,
    districtName,
    issuedOn,
    renewalOpensOn,
    expiresOn,
    ...(graceEndsOn !== undefined && { graceEndsOn }),
    status: certificateStatus(certificate, ctx.today),
    origin: certificate.origin ?? "earned",
    clockHours,
    verifyUrl: verifyUrl(ctx, publicId),
    badgeUrl: badgeUrl(ctx, publicId),
    isShared: certificate.isWithheld !== true,
    isLatest: latestTerm(of.held.filter((one) => one.certificationId === certificationId))?.id === id,
    isReplaced: of.held.some((one) => one.certificationId === certificationId && one.expiresOn > expiresOn && one.revokedOn === undefined),
    ...(revokedOn !== undefined && { revokedOn, appealBy: addDays(revokedOn, appealDays) }),
    ...(revokedBecause !== undefined && { revokedBecause }),
    ...(suspendedOn !== undefined && { suspendedOn }),
    ...(appeal && { appeal: appealView(appeal) }),
  };
}

/**
 * A person's certificates, the latest first, and how far they are to each certification that can be earned or renewed
 * now: of other roles' only what they have begun.
 */
export async function certificatesPage(ctx: Context, staffId: string): Promise<CertificatesPage> {
  const [candidate, definitions] = await Promise.all([readCandidate(ctx, staffId), readDefinitions(ctx)]);
  if (!candidate) throw notFound("person");
  const { staff, enrollments, held } = candidate;
  const standing = standingOf(ctx, candidate);
  // While a certificate is in force and not yet to be renewed, there is nothing to be on the way to.
  const progress = definitions.flatMap((definition) => {
    const term = nextTerm(held, definition, ctx.today);
    if (!term || (!definition.isOffered && !term.isRenewal)) return [];
    const isTheirs = definition.role === undefined || standing.roles.includes(definition.role);
    if (!isTheirs && held.every(({ certificationId }) => certificationId !== definition.id)) return [];
    const way = certificationProgress(inLanguage(definition, ctx.language), standing, term, requirementWords[ctx.language]);
    const application = currentApplication(candidate.applications, { held, certificationId: definition.id });
    return [{ ...way, ...(application && { application: applicationView(application, definition.title, candidate.appeals) }) }];
  });
  return {
    personName: fullName(staff),
    certificates: held
      .toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))
      .map((one) => {
        const refresh = refreshOf(one, candidate, standing, requirementWords[ctx.language]);
        const view = certificateView(ctx, one, candidate);
        return refresh ? { ...view, refresh } : view;
      }),
    elsewhere: heldElsewhereViews(candidate.elsewhere, ctx.today),
    progress,
    creditMinutes: totalCreditMinutes(enrollments),
  };
}

/** Whether there is a certificate with this public id, shown or kept to its holder. */
export async function isCertificate(ctx: Context, id: string): Promise<boolean> {
  return (await ctx.table.get(publicCertificates, publicCertificateAddress(id))) !== undefined;
}

/** What the public may know of the certificate with this id; undefined for every other text, and for one whose holder keeps it to themselves. */
export async function findPublicCertificate(table: Table, id: string): Promise<PublicCertificate | undefined> {
  // The shape of our ids: nothing else is even looked up.
  if (!/^[0-9a-hjkmnp-tv-z]{32}$/.test(id)) return undefined;
  const { of, at } = publicCertificateAddress(id);
  const item = await table.get({ PK: of, SK: at });
  const found = item?.type === publicCertificates.type ? publicCertificates.parse(item) : undefined;
  return found?.isWithheld === true ? undefined : found;
}

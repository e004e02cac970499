import * as z from "zod";
import { ruleFacts } from "../assignment/actions/apply-rules-to-person.ts";
import { ledgerChanges } from "../assignment/membership-rules.ts";
import { assignmentsFrom, decisionsFrom } from "../assignment/queries.ts";
import { readRuleBook } from "../assignment/rule-queries.ts";
import { assignmentsInForce } from "../assignment/rules.ts";
import { certificatesFrom } from "../certification/queries.ts";
import { type Certificate, publicCertificateAddress, publicCertificates } from "../certification/records.ts";
import { readCatalog } from "../curriculum/queries.ts";
import { readPersonFacts } from "../engagement/person-facts.ts";
import { dayTicks, staffSummaries, summaryPointers } from "../engagement/records.ts";
import { summariesOf } from "../engagement/summary.ts";
import { enrollmentsFrom } from "../learning/queries.ts";
import type { Context } from "../platform/context.ts";
import { dayNumber, localDate } from "../platform/dates.ts";
import { rowsOf } from "../platform/district-table.ts";
import { instantOf } from "../platform/ids.ts";
import type { Item } from "../platform/table.ts";
import { staffFrom } from "../roster/queries.ts";
import { emailClaims, emailHash, identities, members, merges, type Staff, staffPartition, staffRecords } from "../roster/records.ts";
import { membershipsOf, statusOn } from "../roster/rules.ts";
import { checkBadges } from "./check-badges.ts";
import { checkOutsideBadges } from "./check-outside-badges.ts";
import { checkPortfolio } from "./check-portfolio.ts";
import type { Finding } from "./contract.ts";
import { difference } from "./difference.ts";
import { withCollection } from "./reading.ts";

/** One person's partition as it was read, with what the check of them works from. */
type Person = { ctx: Context; staff: Staff; items: Item[]; alsoAt: readonly string[] };

/**
 * Everything that follows from one person's facts, worked out anew and compared with what stands: their rows in the
 * figures, the schools' lists, their address and identity, their certificates, what the rules ask of them. `alsoAt`
 * names schools at which a row of theirs was seen.
 */
export async function checkPerson(ctx: Context, staffId: string, items: Item[], alsoAt: readonly string[] = []): Promise<Finding[]> {
  const ignore = (): void => undefined;
  const staff = staffFrom(items, ignore);
  const row = `${staffPartition(staffId)} / PROFILE`;
  if (!staff) {
    const isThere = items.some(({ SK }) => SK === "PROFILE");
    return isThere || items.length === 0
      ? []
      : [{ kind: "orphanRow", row, expected: "the person whose rows these are", found: `${items.length} rows without one` }];
  }
  const person: Person = { ctx: withCollection(ctx, staffPartition(staffId), items), staff, items, alsoAt };
  const checks = [
    checkSummaries,
    checkMemberships,
    checkClaim,
    checkIdentity,
    checkCertificates,
    checkBadgesOf,
    checkOutsideBadgesOf,
    checkPortfolioOf,
    checkLedger,
  ];
  return (await Promise.all(checks.map((check) => unlessUnreadable(() => check(person))))).flat();
}

/** What cannot be read is a finding by itself; what should follow from it is not known. */
async function unlessUnreadable(check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof z.ZodError) return [];
    throw error;
  }
}

async function checkSummaries({ ctx, staff, items, alsoAt }: Person): Promise<Finding[]> {
  const { person, isUnreadable } = await readPersonFacts(ctx, staff.id);
  if (isUnreadable || !person) return [];
  const wanted = new Map(summariesOf(person, { today: ctx.today, zone: ctx.district.zone }).map((one) => [one.schoolId, one]));
  const [pointer] = rowsOf(summaryPointers, items, () => undefined);
  const tick = await readable(() => ctx.table.get(dayTicks, { of: "", at: "TICK#engagement" }));
  const isTicked = tick !== undefined && tick !== "unreadable" && tick.day >= ctx.today;
  const schoolIds = [...new Set([...wanted.keys(), ...(pointer?.schoolIds ?? []), ...alsoAt])];
  const repair = { kind: "summary" as const, staffId: staff.id, schoolIds };
  const found = await Promise.all(
    schoolIds.map(async (schoolId): Promise<Finding[]> => {
      const stored = await readable(() => ctx.table.get(staffSummaries, { of: `S#${schoolId}`, at: `STAFF#${staff.id}` }));
      if (stored === "unreadable") return [];
      // What a date alone changes waits for the night.
      const isWaiting = stored?.recheckOn !== undefined && stored.recheckOn <= dayNumber(ctx.today) && !isTicked;
      const differs = isWaiting ? undefined : difference(wanted.get(schoolId), stored);
      return differs ? [{ kind: "summaryDiffers", row: `S#${schoolId} / STAFF#${staff.id}`, ...differs, repair }] : [];
    }),
  );
  const pointed = difference({ schoolIds: [...wanted.keys()] }, { schoolIds: pointer?.schoolIds ?? [] });
  const isBehind = found.flat().length === 0 && pointed !== undefined && isTicked;
  return [
    ...found.flat(),
    ...(isBehind ? [{ kind: "summaryDiffers" as const, row: `${staffPartition(staff.id)} / SUM`, ...pointed, repair }] : []),
  ];
}

/** The lists are written with the person, so they may still say what was true on the day of that write. */
async function checkMemberships({ ctx, staff, items, alsoAt }: Person): Promise<Finding[]> {
  const profile = items.find(({ SK }) => SK === "PROFILE");
  const writtenOn = typeof profile?.auditId === "string" ? localDate(instantOf(profile.auditId), ctx.district.zone) : ctx.today;
  const [today, then] = [ctx.today, writtenOn].map((day) => new Map(membershipsOf(staff, day).map((one) => [one.schoolId, one])));
  const schoolIds = new Set([...(today?.keys() ?? []), ...(then?.keys() ?? []), ...alsoAt]);
  const found = await Promise.all(
    [...schoolIds].map(async (schoolId): Promise<Finding[]> => {
      const stored = await readable(() => ctx.table.get(members, { of: `S#${schoolId}`, at: `MEMBER#${staff.id}` }));
      if (stored === "unreadable") return [];
      const differs = difference(today?.get(schoolId), stored);
      if (!differs || !difference(then?.get(schoolId), stored)) return [];
      return [{ kind: "membershipDiffers", row: `S#${schoolId} / MEMBER#${staff.id}`, ...differs }];
    }),
  );
  return found.flat();
}

async function checkClaim({ ctx, staff }: Person): Promise<Finding[]> {
  if (staff.status === "left" || statusOn(staff, ctx.today) === "left" || staff.email === "") return [];
  const hash = emailHash(staff.email);
  const claim = await readable(() => ctx.table.get(emailClaims, { of: `EMAIL#${hash}`, at: "U" }));
  if (claim === "unreadable" || claim?.staffId === staff.id) return [];
  const other = claim && (await readable(() => ctx.table.get(staffRecords, { of: staffPartition(claim.staffId), at: "PROFILE" })));
  // An address that two rows of the roster name is the first one's; the import has said so.
  if (other && other !== "unreadable" && emailHash(other.email) === hash) return [];
  const found = claim ? `it is claimed for ${claim.staffId}` : "nobody's claim";
  return [{ kind: "claimDiffers", row: `EMAIL#${hash} / U`, expected: `the address claimed for ${staff.id}`, found }];
}

async function checkIdentity({ ctx, staff }: Person): Promise<Finding[]> {
  if (!staff.identity) return [];
  const { issuerHash, subject } = staff.identity;
  const of = `IDENT#${issuerHash}#${subject}`;
  const stored = await readable(() => ctx.table.get(identities, { of, at: "ID" }));
  if (stored === "unreadable" || (stored?.staffId === staff.id && stored.districtId === ctx.district.id)) return [];
  const found = stored ? `bound to ${stored.staffId} of ${stored.districtId}` : "bound to nobody";
  return [{ kind: "identityDiffers", row: `${of} / ID`, expected: `bound to ${staff.id} of ${ctx.district.id}`, found }];
}

/**
 * One certificate for each cycle, cycles from 1 without a gap, no term begun before the last one could be renewed, each with its
 * public row. Past ones come with days of their own and may go again, and of two accounts that became one each keeps its terms.
 */
async function checkCertificates({ ctx, staff, items }: Person): Promise<Finding[]> {
  const held = certificatesFrom(items, () => undefined);
  const findings: Finding[] = [];
  const say = ({ certificationId, cycle }: Certificate, expected: string, found: string): void => {
    const at = `CERT#${certificationId}#${String(cycle).padStart(4, "0")}`;
    findings.push({ kind: "certificateDiffers", row: `${staffPartition(staff.id)} / ${at}`, expected, found });
  };
  const wasMerged = items.some(({ type }) => type === merges.type);
  for (const [, terms] of wasMerged ? [] : Map.groupBy(held, ({ certificationId }) => certificationId)) {
    const earned = terms.filter(({ origin }) => origin !== "history");
    const isPlain = earned.length === terms.length;
    const ordered = earned.toSorted((a, b) => a.cycle - b.cycle);
    for (const [i, term] of ordered.entries()) {
      if (isPlain && term.cycle !== i + 1) say(term, `cycle ${i + 1}, after ${i} before it`, `cycle ${term.cycle}`);
      const before = ordered[i - 1];
      const opensOn = before && [before.renewalOpensOn, before.revokedOn ?? before.renewalOpensOn].toSorted()[0];
      if (opensOn !== undefined && term.issuedOn < opensOn)
        say(term, `issued on ${opensOn} or later: one certificate for each term`, `issued on ${term.issuedOn}`);
    }
  }
  for (const one of held) {
    const shown = await readable(() => ctx.table.get(publicCertificates, publicCertificateAddress(one.publicId)));
    if (shown === "unreadable") continue;
    const { publicId, title, issuedOn, renewalOpensOn, expiresOn, revokedOn } = one;
    const wanted = { publicId, title, issuedOn, renewalOpensOn, expiresOn, revokedOn };
    const differs = difference(wanted, shown && pick(shown, Object.keys(wanted)));
    if (differs) say(one, `a public row that says the same: ${differs.expected}`, differs.found);
  }
  return findings;
}

const checkBadgesOf = ({ ctx, items }: Person): Promise<Finding[]> => checkBadges(ctx, items);

const checkOutsideBadgesOf = ({ ctx, staff, items }: Person): Promise<Finding[]> => checkOutsideBadges(ctx, staff.id, items);

const checkPortfolioOf = async ({ staff, items }: Person): Promise<Finding[]> => checkPortfolio(staff.id, items);

/** What is in force for the person is what the rules ask today: a line that waits to be written changes nothing they see. */
async function checkLedger({ ctx, staff, items }: Person): Promise<Finding[]> {
  const [{ rules, schools }, catalog] = await Promise.all([readRuleBook(ctx), readCatalog(ctx)]);
  const ledger = assignmentsFrom(items, () => undefined);
  const facts = ruleFacts(ctx, staff, items);
  // A rule that cannot be worked out is stopped when it is next applied, and changes nothing.
  const changes = ledgerChanges({ facts, rules, ledger, schools, today: ctx.today, at: ctx.now.toISOString() }, () => {});
  if (changes.length === 0) return [];
  const enrollments = enrollmentsFrom(items, () => undefined);
  const decisions = decisionsFrom(items, () => undefined);
  const { calendar } = facts;
  const inForce = (sources: typeof ledger) =>
    assignmentsInForce({ sources, decisions, catalog, enrollments, staff, calendar, today: ctx.today }).map(
      ({ moduleId, dueOn, reasons }) =>
        `${moduleId} by ${dueOn} because of ${reasons
          .map(({ sourceId }) => sourceId)
          .toSorted()
          .join(" and ")}`,
    );
  const changed = new Map(changes.map((line) => [line.id, line]));
  const after = [
    ...ledger.map((line) => changed.get(line.id) ?? line),
    ...changes.filter(({ id }) => !ledger.some((line) => line.id === id)),
  ];
  const [wanted, there] = [inForce(after), inForce(ledger)];
  const missing = wanted.filter((one) => !there.includes(one));
  const extra = there.filter((one) => !wanted.includes(one));
  if (missing.length === 0 && extra.length === 0) return [];
  const row = `${staffPartition(staff.id)} / A#${changes[0]?.id ?? ""}`;
  return [{ kind: "ledgerDiffers", row, expected: missing.join("; ") || "nothing more", found: extra.join("; ") || "nothing of it" }];
}

/** A row of its own that cannot be read is a finding already. */
async function readable<T>(read: () => Promise<T>): Promise<T | "unreadable"> {
  try {
    return await read();
  } catch {
    return "unreadable";
  }
}

const pick = (value: object, names: string[]): object => Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)));

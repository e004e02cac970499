import { latestTerm } from "../../certification/latest-term-rules.ts";
import { certificateStatus } from "../../certification/status-rules.ts";
import type { HeldElsewhere } from "../../certification/elsewhere-records.ts";
import { countsElsewhere } from "../../certification/requirement-rules.ts";
import { addDays, type LocalDate } from "../../platform/dates.ts";
import { type PersonNow, reminderKind } from "./kind.ts";

/** What stands before a certification's id where a line is about what has changed rather than about a renewal. */
export const changePrefix = "refresh.";

/** In the last week before its day a change is told of once more; so long after it was asked for, no sooner; and once after its day, no later. */
const lastWeek = 7;
const quietDays = 7;
const lateDays = 30;

/**
 * A certificate can be renewed: told when its window opens and so many calendar days before its last day. Each term is
 * a cycle of its own, so a renewed certificate tells again in its own time; one that lapsed or was revoked tells nothing. One of another
 * district that counts here is renewed there: told so many days before it counts no more, as one line for each badge.
 * So does what its holder is asked to look at because it has changed: as many days before its own day, in the last week,
 * and once when the day has passed. That it was asked for was mailed then; each time something is added is a cycle of its own.
 */
export const renewal = reminderKind({
  id: "renewal",
  numbers: { beforeEnd: { usual: 30, least: 3, most: 80 } },
  occasions(person, { beforeEnd }) {
    const terms = Map.groupBy(person.certificates, ({ certificationId }) => certificationId);
    const elsewhere = endingElsewhere(person).map(({ badgeId: item, until }) => ({
      kind: "renewal" as const,
      item,
      cycle: until,
      step: 1,
      on: addDays(until, -beforeEnd),
      hearer: "self" as const,
    }));
    const changes = person.refreshes.flatMap(({ certificationId, cycle, askedOn, dueOn }) => {
      if (addDays(dueOn, lateDays) < person.today) return [];
      // Numbered in the order of their days, which is another where a district chooses fewer days than the last week has.
      const steps = [
        { step: beforeEnd > lastWeek ? 1 : 3, on: addDays(dueOn, -beforeEnd) },
        { step: 2, on: addDays(dueOn, -lastWeek) },
        { step: 4, on: addDays(dueOn, 1) },
      ].filter(({ on }) => on > dueOn || on >= addDays(askedOn, quietDays));
      return steps.map(({ step, on }) => ({
        kind: "renewal" as const,
        item: `${changePrefix}${certificationId}`,
        cycle,
        step,
        on,
        hearer: "self" as const,
      }));
    });
    const ours = [...terms.values()].flatMap((all) => {
      const certificate = latestTerm(all);
      if (!certificate) return [];
      const status = certificateStatus(certificate, person.today);
      if (status !== "active" && status !== "renewalDue") return [];
      const { certificationId: item, cycle, renewalOpensOn, expiresOn, enteredOn = "" } = certificate;
      // Nothing can be renewed before its window opens, however many days a district chose: there the two steps are one.
      const beforeLast = addDays(expiresOn, -beforeEnd);
      const steps = [renewalOpensOn, beforeLast > renewalOpensOn ? beforeLast : renewalOpensOn].map((on, i) => ({
        kind: "renewal" as const,
        item,
        cycle: String(cycle),
        step: i + 1,
        on,
        hearer: "self" as const,
      }));
      // Entering history says nothing of days that were over by then.
      return steps.filter(({ on }) => on > enteredOn);
    });
    return [...ours, ...elsewhere, ...changes];
  },
});

type Ending = HeldElsewhere & { until: LocalDate };

/**
 * The certificates of other districts that count until a day, the one that ends first of each badge, however many of ours it counts as.
 * Of what another one counts for longer nothing is to be said: its holder has renewed it already.
 */
export function endingElsewhere({ elsewhere, today }: Pick<PersonNow, "elsewhere" | "today">): Ending[] {
  const counting = elsewhere.filter((one) => countsElsewhere(one, today));
  const isReplaced = ({ certificationId, until }: Ending): boolean =>
    counting.some((one) => one.certificationId === certificationId && (one.until === undefined || one.until > until));
  const ending = counting
    .flatMap((one) => (one.until === undefined ? [] : [{ ...one, until: one.until }]))
    .filter((one) => !isReplaced(one))
    .toSorted((a, b) => a.until.localeCompare(b.until));
  return [...Map.groupBy(ending, ({ badgeId }) => badgeId).values()].flatMap(([first]) => (first ? [first] : []));
}

import { latestTerm } from "../../certification/latest-term-rules.ts";
import { certificateStatus } from "../../certification/status-rules.ts";
import { addDays } from "../../platform/dates.ts";
import { reminderKind } from "./kind.ts";

/** What stands before a certification's id where a line is about what has changed rather than about a renewal. */
export const changePrefix = "refresh.";

/** In the last week before its day a change is told of once more; so long after it was asked for, no sooner; and once after its day, no later. */
const lastWeek = 7;
const quietDays = 7;
const lateDays = 30;

/**
 * A certificate can be renewed: told when its window opens and so many calendar days before its last day. Each term is
 * a cycle of its own, so a renewed certificate tells again in its own time; one that lapsed or was revoked tells nothing. One of another
 * district that counts here is renewed there: told so many days before it counts no more.
 * So does what its holder is asked to look at because it has changed: as many days before its own day, in the last week,
 * and once when the day has passed. That it was asked for was mailed then; each time something is added is a cycle of its own.
 */
export const renewal = reminderKind({
  id: "renewal",
  numbers: { beforeEnd: { usual: 30, least: 3, most: 80 } },
  occasions(person, { beforeEnd }) {
    const terms = Map.groupBy(person.certificates, ({ certificationId }) => certificationId);
    const elsewhere = person.elsewhere.flatMap(({ id: item, until, revoked }) =>
      until === undefined || until < person.today || revoked !== undefined
        ? []
        : [{ kind: "renewal" as const, item, cycle: until, step: 1, on: addDays(until, -beforeEnd), hearer: "self" as const }],
    );
    const changes = person.refreshes.flatMap(({ certificationId, cycle, askedOn, dueOn }) => {
      const before = [addDays(dueOn, -beforeEnd), addDays(dueOn, -lastWeek)].filter((on) => on >= addDays(askedOn, quietDays));
      const isPast = addDays(dueOn, lateDays) < person.today;
      const days = isPast ? [] : [...before, addDays(dueOn, 1)].toSorted();
      return days.map((on) => ({
        kind: "renewal" as const,
        item: `${changePrefix}${certificationId}`,
        cycle,
        // By how near it is: a step keeps its number when another falls away.
        step: on > dueOn ? 3 : on === addDays(dueOn, -lastWeek) ? 2 : 1,
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
      const steps = [renewalOpensOn, addDays(expiresOn, -beforeEnd)].map((on, i) => ({
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

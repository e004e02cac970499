import { latestTerm } from "../../certification/latest-term-rules.ts";
import { certificateStatus } from "../../certification/status-rules.ts";
import { addDays } from "../../platform/dates.ts";
import { reminderKind } from "./kind.ts";

/**
 * A certificate can be renewed: told when its window opens and so many calendar days before its last day. Each term is
 * a cycle of its own, so a renewed certificate tells again in its own time; one that lapsed or was revoked tells nothing. One of another
 * district that counts here is renewed there: told so many days before it counts no more.
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
    return [...ours, ...elsewhere];
  },
});

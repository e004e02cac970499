import { type Adoption, adoption } from "../platform/adoption.ts";
import { currentApplication, joinedApplication, nextApplicationNumber } from "./application-rules.ts";
import { heldElsewhere } from "./elsewhere-records.ts";
import { appeals, applications, certificates, refreshes } from "./records.ts";

/**
 * A person's certificates, as they become another person's when their accounts are one. Each stays the certificate it is,
 * with its id, its holder's name and its public page; where both have one of the same term, the moved one takes the next
 * number, and its dates say what it was.
 */
export const certificationAdoption: readonly Adoption[] = [
  adoption(certificates, {
    group: ({ id }) => `certificate:${id}`,
    adopt(certificate, { keptId, mine }) {
      const taken = mine.filter(({ certificationId }) => certificationId === certificate.certificationId).map(({ cycle }) => cycle);
      const cycle = taken.includes(certificate.cycle) ? Math.max(...taken) + 1 : certificate.cycle;
      return { ...certificate, staffId: keptId, cycle };
    },
    // Revoked meanwhile, it goes back revoked.
    takeBack: (source, current) => ({ ...current, staffId: source.staffId, cycle: source.cycle }),
  }),
  // What was handed in goes with its person. Where both handed in for the next term it is one application, with all that was
  // handed in and said for either: nobody decides twice on one person, and nothing of theirs is lost.
  adoption(applications, {
    group: ({ id }) => `application:${id}`,
    adopt(application, world) {
      const { keptId, mine, untouched } = world;
      const of = { held: world.rows(certificates), certificationId: application.certificationId };
      const isCurrent = currentApplication([application], of) !== undefined;
      const own = isCurrent ? currentApplication(untouched, of) : undefined;
      if (own) return joinedApplication(own, application);
      const isTaken = mine.some((one) => one.certificationId === application.certificationId && one.cycle === application.cycle);
      // The number that the kept person would hand in under at the same moment: only one of the two can.
      const cycle = isCurrent || isTaken ? nextApplicationNumber(mine, of) : application.cycle;
      return { ...application, staffId: keptId, cycle };
    },
    // Accepted meanwhile, it stays with the certificate that it led to.
    takeBack: (source, current) =>
      current.state === "accepted" && source.state !== "accepted"
        ? undefined
        : { ...current, id: source.id, staffId: source.staffId, cycle: source.cycle },
  }),
  // What is asked of a certificate goes with it: it is known by the certificate's id, which stays.
  adoption(refreshes, {
    group: ({ certificateId }) => `refresh:${certificateId}`,
    adopt: (refresh, { keptId }) => ({ ...refresh, staffId: keptId }),
    takeBack: (source, current) => ({ ...current, staffId: source.staffId }),
  }),
  adoption(heldElsewhere, {
    group: ({ badgeId }) => `outside-badge:${badgeId}`,
    adopt: (one, { keptId }) => ({ ...one, staffId: keptId }),
    takeBack: (source, current) => ({ ...current, staffId: source.staffId }),
  }),
  adoption(appeals, {
    group: ({ id }) => `appeal:${id}`,
    // It goes on to be about what it was about, under whatever number that has now.
    adopt(appeal, world) {
      const isMeant = (one: { certificationId: string; cycle: number }): boolean =>
        one.certificationId === appeal.certificationId && one.cycle === appeal.cycle;
      const about = appeal.of === "return" ? world.movedTo(applications, isMeant) : world.movedTo(certificates, isMeant);
      return { ...appeal, staffId: world.keptId, cycle: about?.cycle ?? appeal.cycle };
    },
    // A return that was put right meanwhile led to a certificate, which stays where the application does.
    takeBack: (source, current) =>
      source.of === "return" && source.state === "open" && current.state === "overturned"
        ? undefined
        : { ...current, staffId: source.staffId, cycle: source.cycle },
  }),
];

import { type Adoption, adoption } from "../platform/adoption.ts";
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
  // What was handed in for a term goes with its person; where both handed in for one, the kept person's stands.
  adoption(applications, {
    group: ({ id }) => `application:${id}`,
    adopt(application, { keptId, mine }) {
      const taken = mine.filter(({ certificationId }) => certificationId === application.certificationId).map(({ cycle }) => cycle);
      const cycle = taken.includes(application.cycle) ? Math.max(...taken) + 1 : application.cycle;
      return { ...application, staffId: keptId, cycle };
    },
    takeBack: (source, current) => ({ ...current, staffId: source.staffId, cycle: source.cycle }),
  }),
  // What is asked of a certificate goes with it: it is known by the certificate's id, which stays.
  adoption(refreshes, {
    group: ({ certificateId }) => `refresh:${certificateId}`,
    adopt: (refresh, { keptId }) => ({ ...refresh, staffId: keptId }),
    takeBack: (source, current) => ({ ...current, staffId: source.staffId }),
  }),
  adoption(appeals, {
    group: ({ id }) => `appeal:${id}`,
    adopt: (appeal, { keptId }) => ({ ...appeal, staffId: keptId }),
    takeBack: (source, current) => ({ ...current, staffId: source.staffId }),
  }),
];

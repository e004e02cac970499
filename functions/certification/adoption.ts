import { type Adoption, adoption } from "../platform/adoption.ts";
import { certificates } from "./records.ts";

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
];

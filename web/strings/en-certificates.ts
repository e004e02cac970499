import type { CertificateView } from "../../functions/certification/contract.ts";
import { count, quoted, words } from "./en.ts";
import { localized } from "./language.ts";

const status: Record<CertificateView["status"] | "renewed", string> = {
  active: "In force",
  renewalDue: "Time to renew",
  inGrace: "Over; can still be renewed",
  lapsed: "Lapsed",
  suspended: "Suspended",
  revoked: "Revoked",
  renewed: "Renewed",
};

/** What the certificate pages say. */
export const certificateWords = localized("certificateWords", {
  certificates: {
    title: "Certificates",
    lead: (minutes: number) =>
      minutes > 0
        ? `You have earned ${words.creditHours(minutes)} of credit for completed modules.`
        : "Each completed module adds clock hours, and modules add up to certificates.",
    transcript: "Transcript (PDF)",
    mine: "My certificates",
    noneTitle: "No certificate yet",
    none: "It is issued by itself, on the day the last requirement is met.",
    status,
    valid: (issuedOn: string, expiresOn: string) => `Issued ${words.fullDate(issuedOn)}, valid until ${words.fullDate(expiresOn)}`,
    hours: (hours: number) => count(hours, "clock hour", "clock hours"),
    open: (title: string) => `Open the certificate ${quoted(title)}`,
    toward: (title: string) => `Toward ${quoted(title)}`,
    requirements: (met: number, total: number) => `${met} of ${count(total, "requirement", "requirements")} met`,
    met: "Met",
    notMet: "Open",
    howFar: (done: number, needed: number) => `${words.number(done)} of ${words.number(needed)}`,
    ready: "Everything is met. The certificate is being issued; it appears here in a moment.",
  },

  path: {
    inForce: "Your certificate is in force",
    until: (expiresOn: string) => `Valid until ${words.fullDate(expiresOn)}`,
    lapses: (expiresOn: string) => `Your certificate lapses on ${words.fullDate(expiresOn)}`,
    renewal: "It is in force until then. Renewed before that day, it goes on without a gap.",
    whatToDo: "See what to do",
  },

  certificate: {
    back: "All certificates",
    of: "Certificate",
    certifies: "This certifies that",
    has: "has met every requirement of",
    issued: "Issued",
    expires: "Valid until",
    hours: "Clock hours",
    number: "Number",
    verify: "Check that it is real and in force today",
    disclaimer: "Issued by the district for professional learning. It is not a state license.",
    download: "Download PDF",
    print: "Print this page",
    openVerification: "Open the public verification page",
    statusNote: {
      active: undefined,
      renewalDue: (expiresOn: string, today: string) =>
        `This certificate is in force. To keep it without a gap, renew before ${words.day(expiresOn, today)}.`,
      renewed: (expiresOn: string, today: string) =>
        `This certificate was renewed: the one that follows it is among yours. This one keeps its own dates, until ${words.day(expiresOn, today)}.`,
      lapsed: (expiresOn: string, today: string) =>
        `This certificate ran out on ${words.day(expiresOn, today)}. Your work stays on record; your coach can tell you what renewal asks for.`,
      inGrace: (expiresOn: string, today: string) =>
        `This certificate ran out on ${words.day(expiresOn, today)}. For a short while it can still be renewed rather than earned anew.`,
      suspended: (): string =>
        "This certificate is suspended while a question about it is looked into. Your district administrator can tell you why.",
      revoked: (): string =>
        "This certificate was revoked, and stays on record as that. The reason, and how to appeal within 30 days, stand on your page of certificates.",
    },
  },
});

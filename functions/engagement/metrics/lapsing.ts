import { lapsingDays } from "../standing.ts";
import { excludedEverywhere, type Metric, nothing } from "./metric.ts";

/** What lapses next? Certificates in force that end within 90 days and whose renewal nobody has begun, over those in force. */
export const lapsing: Metric = {
  definition: {
    id: "lapsing",
    title: "Lapsing soon",
    question: "What lapses next?",
    numerator: `Of those, certificates that end within ${lapsingDays} days and towards whose renewal nothing is done yet: no check of the core passed since the renewal window opened`,
    denominator: "Staff with a Foundations certificate that is in force today",
    window: `As of today, looking ${lapsingDays} calendar days ahead`,
    excluded: `${excludedEverywhere}. Staff in their first 45 days are included`,
    missing: "No check passed since the window opened counts as renewal not begun",
    version: 1,
    isHigherBetter: false,
  },
  contribution: ({ isCertified, isLapsing }) => (isCertified ? { numerator: isLapsing ? 1 : 0, denominator: 1 } : nothing),
};

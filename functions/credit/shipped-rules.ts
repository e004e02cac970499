import type { Language } from "../platform/language.ts";
import type { CreditRule, CreditTerms } from "./rule-contract.ts";

const quarterDown = { stepMinutes: 15, direction: "down", of: "sum" } as const;
const quarterNearestEach = { stepMinutes: 15, direction: "nearest", of: "each" } as const;
const both = { modules: true, outside: true };
const hour = { one: "clock hour", many: "clock hours" };

/** What a purpose begins from: approved minutes as hours, rounded down once, an hour at least, kept eight years. */
const usual: Omit<CreditTerms, "name" | "source"> = {
  kind: "license",
  unit: hour,
  minutesPerUnit: 60,
  rounding: quarterDown,
  minimumMinutes: 60,
  cycleYears: 5,
  retentionYears: 8,
  counts: both,
  isOffered: false,
  note: "",
};

/** How far each source carries: its own text in a copy of unknown age, someone who quotes it, or neither. Never an answer from a state. */
const readIn = (text: string): string => `${text}. Read in a stored copy, not asked of whoever decides it`;
const quoted = (text: string): string => `${text}. Others quote it; its own text was not read`;

/** A state's row as a starting point: never in use before someone has checked it with the state. */
const state = (id: string, name: string, unitsPerCycle: number, terms: Partial<CreditTerms> & { source: string }): CreditRule => ({
  id,
  edition: 1,
  terms: { ...usual, name, unitsPerCycle, ...terms },
});

/**
 * The purposes that ship (docs/domain.md, clock hours). Only the district's own hours are in use; no state's row was verified
 * by us, and each says where it is from.
 */
export const shippedRules: readonly CreditRule[] = [
  {
    id: "district-hours",
    edition: 1,
    terms: {
      ...usual,
      name: "District clock hours",
      kind: "other",
      minimumMinutes: 0,
      cycleYears: 1,
      isOffered: true,
      source: "Throughline's own default: approved minutes, 60 to the hour",
    },
  },
  {
    id: "district-pay",
    edition: 1,
    terms: {
      ...usual,
      name: "Salary advancement",
      kind: "districtPay",
      unit: { one: "credit", many: "credits" },
      minutesPerUnit: 900,
      rounding: { stepMinutes: 900, direction: "down", of: "sum" },
      approvedBefore: true,
      source: "15 hours to a semester credit is a common convention; the district's own agreement decides",
      note: "Many agreements pay only for courses that were approved before they were taken; see what yours says.",
    },
  },
  {
    id: "ceu",
    edition: 1,
    terms: {
      ...usual,
      name: "Continuing education units",
      kind: "other",
      unit: { one: "CEU", many: "CEUs" },
      minutesPerUnit: 600,
      rounding: { stepMinutes: 60, direction: "down", of: "sum" },
      source: "10 contact hours of 60 minutes to a unit, as continuing education counts them",
      note: "Only an accredited provider may call them IACET CEUs.",
    },
  },
  state("state-ar", "Arkansas license", 36, {
    cycleYears: 1,
    source: readIn("Arkansas Department of Education, memorandum LIC-25-001 of 13 September 2024"),
    note: "A year runs from 1 July, or from 1 June where the district says so. Some topics come round every fourth year.",
  }),
  state("state-co", "Colorado license", 90, {
    cycleYears: 7,
    shares: [{ topics: ["specialEducation", "behavioralHealth"], units: 10 }],
    source: readIn(
      "Colorado Department of Education, educator professional development requirements; House Bill 21-1104 made five years seven",
    ),
    note: "Teachers need at least one of the ten hours in each of the two topics; others, all ten in special education. Some endorsements ask once for 45 hours on English learners.",
  }),
  state("state-fl", "Florida certificate", 120, {
    unit: { one: "in-service point", many: "in-service points" },
    shares: [{ topics: ["specialEducation"], units: 20 }],
    source: quoted("Section 1012.585, Florida Statutes"),
    note: "Elementary, reading and some other subjects need 40 points in reading besides, school leaders 20 in leadership: add the share that holds for your people.",
  }),
  {
    id: "state-ga",
    edition: 1,
    terms: {
      ...usual,
      name: "Georgia certificate",
      unit: { one: "PLU", many: "PLUs" },
      minutesPerUnit: 600,
      rounding: { stepMinutes: 600, direction: "down", of: "sum" },
      source: quoted("A provider's page: 150 contact hours are 15 professional learning units"),
      note: "Since July 2017 a renewal asks for professional learning goals or a plan (rule 505-2-.36), not for units. Use this only where someone still counts them.",
    },
  },
  state("state-il", "Illinois license", 120, {
    unit: { one: "professional development hour", many: "professional development hours" },
    rounding: quarterNearestEach,
    minimumMinutes: 0,
    retentionYears: 6,
    source: readIn(
      "23 Ill. Adm. Code 25.800 and 25.865 for the cycle and quarter hours; hours and records from regional offices of education",
    ),
    note: "The cycle begins on 1 July after the license was issued. Administrators need 100 hours and an academy each year. One office asks for 120 whatever the degrees, others say 80 or 40 with advanced ones: ask. Providers keep attendance, a summary, evaluations and evidence of completion.",
  }),
  state("state-ma", "Massachusetts license", 150, {
    unit: { one: "PDP", many: "PDPs" },
    minimumMinutes: 600,
    shares: (["languageLearners", "specialEducation", "subjectContent", "pedagogy"] as const).map((topic) => ({
      topics: [topic],
      units: 15,
    })),
    source: readIn("603 CMR 44.06, as amended on 26 June 2018"),
    note: "Fewer than ten points in a topic do not count; the district's modules together are taken for one. 30 points more for each further license.",
  }),
  state("state-mn", "Minnesota license", 125, {
    source: quoted("Minnesota Rules 8710.7200"),
    note: "Tier 4: 125 hours in five years. Tier 3: 75 in three. The local committee approves them, and asks for several topics without a number of hours, suicide prevention with at least one.",
  }),
  state("state-ny", "New York registration", 100, {
    unit: { one: "CTLE hour", many: "CTLE hours" },
    shares: [{ topics: ["languageLearners"], units: 15 }],
    source: readIn("8 NYCRR 80-6.3 for the hours and the share; records from teacher centers quoting the state"),
    note: "Teachers of English to speakers of other languages and holders of a bilingual extension need 50 hours on language acquisition. Sponsor and holder keep records eight years.",
  }),
  state("state-pa", "Pennsylvania Act 48", 180, {
    unit: { one: "Act 48 hour", many: "Act 48 hours" },
    source: readIn("Pennsylvania Department of Education, Act 48 approved provider guidelines, October 2020"),
    note: "Hours have to be related to the certificate or the assignment. Up to 50 that are over may go to the next five years; this is not counted here.",
  }),
  state("state-tx", "Texas certificate", 150, {
    unit: { one: "CPE hour", many: "CPE hours" },
    shares: [{ topics: ["dataUse", "technology", "specialEducation", "languageLearners", "behavioralHealth"], units: 37.5 }],
    source: readIn("19 Tex. Admin. Code 232.11, classroom teachers"),
    note: "The rule names the topics of the share more closely, and asks for each of them. Other classes of certificates need other hours.",
  }),
  state("state-wa", "Washington certificate", 100, {
    retentionYears: 7,
    shares: [{ topics: ["equity"], units: 15 }],
    source: readIn("WAC 181-85-205 for the records, RCW 28A.410.277 for the share; hours from an association of schools"),
    note: "Teachers need 15 hours on equity-based school practices from an approved provider, those with a STEM endorsement 15 on STEM besides. The offering is approved beforehand; its agenda, evaluations and list of registrants stay open to inspection.",
  }),
  state("ncsp", "Nationally Certified School Psychologist", 75, {
    kind: "certificate",
    unit: { one: "CPD hour", many: "CPD hours" },
    cycleYears: 3,
    shares: [
      { topics: ["ethics"], units: 3 },
      { topics: ["equity"], units: 3 },
    ],
    source: readIn("National Association of School Psychologists, guidelines for continuing professional development"),
    note: "At least ten hours from approved providers: this is not counted here.",
  }),
];

/** A purpose as it ships, by its id. */
export function shippedRule(id: string): CreditRule | undefined {
  return shippedRules.find((one) => one.id === id);
}

/** What of the shipped words a reader of Spanish is told; the states' own names stay theirs. */
const hourInSpanish = { one: "hora de formación", many: "horas de formación" };
const inSpanish: Record<string, Pick<CreditTerms, "name" | "unit">> = {
  "district-hours": { name: "Horas de formación del distrito", unit: hourInSpanish },
  "district-pay": { name: "Ascenso salarial", unit: { one: "crédito", many: "créditos" } },
  ceu: { name: "Unidades de educación continua", unit: { one: "CEU", many: "CEU" } },
};

/** A purpose in the reader's language, as far as it is called what we called it. */
export function purposeIn(language: Language, rule: CreditRule): CreditRule {
  const words = inSpanish[rule.id];
  const isOurs = shippedRule(rule.id)?.terms.name === rule.terms.name;
  if (language !== "es") return rule;
  const { terms } = rule;
  // A plain clock hour has a Spanish name wherever it is counted.
  if (!words || !isOurs) return terms.unit.one === hour.one ? { ...rule, terms: { ...terms, unit: hourInSpanish } } : rule;
  return { ...rule, terms: { ...terms, ...words } };
}

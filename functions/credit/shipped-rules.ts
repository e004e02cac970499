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

const secondHand = "a comparison of states by a third party, not the state itself";
const remembered = "general knowledge; no source was read";

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
      source: "15 hours to a semester credit is a common convention; the district's own agreement decides",
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
  state("state-ar", "Arkansas license", 36, { cycleYears: 1, source: secondHand }),
  state("state-co", "Colorado license", 90, { source: secondHand }),
  state("state-fl", "Florida certificate", 120, { unit: { one: "in-service point", many: "in-service points" }, source: secondHand }),
  {
    id: "state-ga",
    edition: 1,
    terms: {
      ...usual,
      name: "Georgia certificate",
      unit: { one: "PLU", many: "PLUs" },
      minutesPerUnit: 600,
      rounding: { stepMinutes: 600, direction: "down", of: "sum" },
      source: "a provider's page: 150 contact hours are 15 professional learning units",
      note: "How many are asked for is not entered: the state decides.",
    },
  },
  state("state-il", "Illinois license", 120, {
    unit: { one: "professional development hour", many: "professional development hours" },
    rounding: quarterNearestEach,
    minimumMinutes: 0,
    source: "a regional office quoting 23 Ill. Adm. Code 25.855; hours per cycle from a comparison of states",
    note: "80 with a master's degree, 40 with two advanced degrees. Providers keep arrival and departure, a summary, evaluations and evidence of completion at least six years.",
  }),
  state("state-ma", "Massachusetts license", 150, { unit: { one: "PDP", many: "PDPs" }, source: remembered }),
  state("state-mn", "Minnesota license", 125, { source: remembered }),
  state("state-ny", "New York registration", 100, {
    unit: { one: "CTLE hour", many: "CTLE hours" },
    source: "teacher centers quoting the state; hours per cycle from a comparison of states",
    note: "A share must be on language acquisition. Sponsor and holder keep records eight years.",
  }),
  state("state-pa", "Pennsylvania Act 48", 180, { unit: { one: "Act 48 hour", many: "Act 48 hours" }, source: secondHand }),
  state("state-tx", "Texas certificate", 150, { unit: { one: "CPE hour", many: "CPE hours" }, source: secondHand }),
  state("state-wa", "Washington certificate", 100, {
    source: "WAC 181-85-205 for the minimum and the records; hours per cycle from general knowledge",
    note: "The offering is approved beforehand; its agenda, evaluations and list of registrants stay open to inspection for seven calendar years.",
  }),
  state("ncsp", "Nationally Certified School Psychologist", 75, {
    kind: "certificate",
    unit: { one: "CPD hour", many: "CPD hours" },
    cycleYears: 3,
    source: "the association's guide to continuing professional development",
    note: "At least ten from approved providers, three on ethics, three on equity: these shares are not counted here.",
  }),
];

/** A purpose as it ships, by its id. */
export function shippedRule(id: string): CreditRule | undefined {
  return shippedRules.find((one) => one.id === id);
}

/** What of the shipped words a reader of Spanish is told; the states' own names stay theirs. */
const inSpanish: Record<string, Pick<CreditTerms, "name" | "unit">> = {
  "district-hours": { name: "Horas de formación del distrito", unit: { one: "hora de formación", many: "horas de formación" } },
  "district-pay": { name: "Ascenso salarial", unit: { one: "crédito", many: "créditos" } },
  ceu: { name: "Unidades de educación continua", unit: { one: "CEU", many: "CEU" } },
};

/** A purpose in the reader's language, as far as it is called what we called it. */
export function purposeIn(language: Language, rule: CreditRule): CreditRule {
  const words = inSpanish[rule.id];
  const isOurs = shippedRule(rule.id)?.terms.name === rule.terms.name;
  return language === "es" && words && isOurs ? { ...rule, terms: { ...rule.terms, ...words } } : rule;
}

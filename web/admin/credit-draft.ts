import type { CreditTerms } from "../../functions/credit/rule-contract.ts";

/** In the place of a purpose's id: one that is yet to be. */
export const newPurpose = "new";

/** What a purpose of the district's own begins from. */
export const emptyTerms: CreditTerms = {
  name: "",
  kind: "districtPay",
  unit: { one: "hour", many: "hours" },
  minutesPerUnit: 60,
  rounding: { stepMinutes: 15, direction: "down", of: "sum" },
  minimumMinutes: 60,
  cycleYears: 5,
  retentionYears: 8,
  counts: { modules: true, outside: true },
  isOffered: false,
  source: "",
  note: "",
};

/** The numbers that every purpose has. */
const numbersOf = ({ minutesPerUnit, minimumMinutes, cycleYears, retentionYears, rounding }: CreditTerms): number[] => [
  minutesPerUnit,
  minimumMinutes,
  cycleYears,
  retentionYears,
  rounding.stepMinutes,
];

/** Whether every number is filled in. */
export const hasNumbers = (terms: CreditTerms): boolean => numbersOf(terms).every((one) => Number.isFinite(one));

/** Whether every share says how much, and of what. */
export const hasShares = ({ shares = [] }: CreditTerms): boolean =>
  shares.every(({ topics, units }) => topics.length > 0 && Number.isFinite(units));

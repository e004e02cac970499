import type { PurposeTotal } from "../../functions/credit/contract.ts";
import { words } from "../strings/en.ts";

/** So many of a purpose's units, by the name that whoever grants it gives them. */
export const amountOf = (units: number, unit: PurposeTotal["unit"]): string =>
  `${words.number(units)} ${units === 1 ? unit.one : unit.many}`;

/** Minutes as the hours of a number field: two places are exact to the minute. */
export const hoursOf = (minutes: number): string => String(Math.round(minutes / 0.6) / 100);

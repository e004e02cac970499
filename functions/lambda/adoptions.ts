import { assignmentAdoption } from "../assignment/adoption.ts";
import { badgeAdoption } from "../badges/adoption.ts";
import { certificationAdoption } from "../certification/adoption.ts";
import { learningAdoption } from "../learning/adoption.ts";
import { creditAdoption } from "../credit/adoption.ts";
import type { Adoption } from "../platform/adoption.ts";
import { portfolioAdoption } from "../portfolio/adoption.ts";

/**
 * All that moves when two accounts of a person become one, in this order. Certificates go first: with what was learned
 * already moved and its certificate not, a second one would be issued. Taking a merge back goes the other way round.
 */
export const adoptions: readonly Adoption[] = [
  ...certificationAdoption,
  ...creditAdoption,
  ...portfolioAdoption,
  ...badgeAdoption,
  ...assignmentAdoption,
  ...learningAdoption,
];

import type { RubricLevel } from "../../functions/learning/contract.ts";
import { localized } from "./language.ts";

const levels: Record<RubricLevel, string> = { notYet: "Not yet", developing: "Developing", meets: "Meets", exemplary: "Exemplary" };

/** What stands around the examples of evidence, for whoever writes it and whoever reads it. */
export const examples = localized("examples", {
  title: "What evidence at each level reads like",
  lead: "Made up, to show the difference. Nobody is asked to write the same.",
  levels,
});

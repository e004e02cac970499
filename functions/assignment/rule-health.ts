import type { Catalog } from "../curriculum/content.ts";
import type { School } from "../roster/records.ts";
import { modulesOf } from "./due-rules.ts";
import type { Rule } from "./records.ts";
import type { RuleTrouble } from "./rule-contract.ts";

/** What a rule can stumble on: everything it names that may be gone tomorrow. */
export type Surroundings = {
  catalog: Catalog;
  schools: ReadonlyMap<string, Pick<School, "name" | "isActive">>;
  certifications: readonly { id: string }[];
};

/** Why a rule cannot do what it says; undefined for one that can. A rule that is switched off is never in trouble. */
export function troubleOf(rule: Pick<Rule, "audience" | "target" | "isActive">, around: Surroundings): RuleTrouble | undefined {
  if (!rule.isActive) return undefined;
  if (modulesOf(rule.target, around.catalog).length === 0) return { because: "targetGone", what: rule.target.id };
  for (const condition of rule.audience.anyOf.flatMap(({ allOf }) => allOf)) {
    if (condition.about === "school") {
      const gone = condition.anyOf.find((id) => !around.schools.get(id)?.isActive);
      if (gone !== undefined) return { because: "schoolGone", what: around.schools.get(gone)?.name ?? gone };
    }
    if (condition.about === "certificate" && !around.certifications.some(({ id }) => id === condition.certificationId))
      return { because: "certificationGone", what: condition.certificationId };
  }
  return undefined;
}

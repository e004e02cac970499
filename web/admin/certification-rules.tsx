import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DefinitionView } from "../../functions/certification/decision-contract.ts";
import type { RequirementRule } from "../../functions/certification/definition-contract.ts";
import { catalogQuery } from "../app/directory.ts";
import { certificationWords } from "../strings/en-certifications.ts";
import { Button } from "../ui/button.tsx";
import { SelectField } from "../ui/field.tsx";
import { addableKinds, newRule, type RuleKind } from "./certification-draft.ts";
import { hasFields, RuleFields } from "./certification-rule-fields.tsx";

const { edit: say, rule: said } = certificationWords;

type Titled = Pick<DefinitionView, "id" | "title">;

/** What a certification asks for, each in words, with all of it to change and a way to leave it out; and adding more, of every kind. */
export function CertificationRules({
  legend,
  rules,
  isRenewal,
  titles,
  before,
  onChange,
}: {
  legend: string;
  rules: readonly RequirementRule[];
  isRenewal: boolean;
  titles: readonly Titled[];
  /** The certificates that come before this one on the ladder. */
  before: readonly Titled[];
  onChange: (rules: RequirementRule[]) => void;
}) {
  const { data: catalog } = useSuspenseQuery(catalogQuery);
  const [kind, setKind] = useState<RuleKind>("practice");
  const inWords = (rule: RequirementRule): string => wordsOf(rule, { titles, modules: catalog.modules });
  const kinds = addableKinds({ isRenewal, isFirst: before.length === 0 });
  const firsts = { moduleId: catalog.modules[0]?.id, certificationId: before[0]?.id };
  return (
    <fieldset className="stack">
      <legend className="visually-hidden">{legend}</legend>
      <ul className="stack">
        {rules.map((rule, index) => {
          const replace = (next: RequirementRule[]) => onChange([...rules.slice(0, index), ...next, ...rules.slice(index + 1)]);
          const text = inWords(rule);
          return (
            // A rule has no name of its own; its place in the list is what it is known by.
            <li key={`${rule.kind} ${index}`} className="card stack">
              <p>{text}</p>
              {hasFields(rule) && (
                <details>
                  <summary>
                    {say.change}
                    <span className="visually-hidden">: {text}</span>
                  </summary>
                  <RuleFields rule={rule} names={{ modules: catalog.modules, before }} onChange={(next) => replace([next])} />
                </details>
              )}
              {rules.length > 1 && (
                <div className="row">
                  <Button kind="quiet" onClick={() => replace([])}>
                    {say.remove}
                    <span className="visually-hidden">: {text}</span>
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <div className="row">
        <SelectField
          label={say.add}
          options={kinds.map((value) => ({ value, label: say.kinds[value] }))}
          value={kind}
          onChange={({ target }) => setKind(kinds.find((one) => one === target.value) ?? "practice")}
        />
        <Button onClick={() => onChange([...rules, newRule(kind, firsts)])}>{say.addAct}</Button>
      </div>
    </fieldset>
  );
}

function wordsOf(rule: RequirementRule, { titles, modules }: { titles: readonly Titled[]; modules: readonly Titled[] }): string {
  const named = (ids: readonly string[], of: readonly Titled[]): string[] => ids.map((id) => of.find((one) => one.id === id)?.title ?? id);
  switch (rule.kind) {
    case "core":
    case "changedModules":
      return said[rule.kind];
    case "path":
      return said.path(rule);
    case "modules":
      return said.modules(named(rule.moduleIds, modules));
    case "practice":
      return said.practice(rule, named(rule.moduleIds ?? [], modules));
    case "holds":
      return said.holds(named(rule.certificationIds, titles), rule.forMonths);
    case "observations":
      return said.observations(rule);
    case "references":
      return said.references(rule);
    case "pieces":
      return said.pieces(rule);
    case "calibration":
      return said.calibration(rule);
  }
}

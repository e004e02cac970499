import type { ContentLanguage, ModuleContent } from "../../functions/curriculum/content.ts";
import type { RubricLevel } from "../../functions/learning/contract.ts";
import { examples as say } from "../strings/en-examples.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import "./evidence-examples.css";

const levels: [RubricLevel, Tone][] = [
  ["notYet", "bad"],
  ["developing", "warn"],
  ["meets", "good"],
  ["exemplary", "good"],
];

type EvidenceExamplesProps = { examples: ModuleContent["practice"]["examples"]; lang?: ContentLanguage | undefined };

/** What handed-in evidence reads like at each level, behind one line: one situation, better from level to level. */
export function EvidenceExamples({ examples, lang }: EvidenceExamplesProps) {
  return (
    <details className="learn-examples">
      <summary>{say.title}</summary>
      <p className="quiet small">{say.lead}</p>
      <dl>
        {levels.map(([level, tone]) => (
          <div key={level}>
            <dt>
              <Badge tone={tone}>{say.levels[level]}</Badge>
            </dt>
            <dd lang={lang}>{examples[level]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

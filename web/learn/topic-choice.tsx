import { useId } from "react";
import type { LearningTopic } from "../../functions/curriculum/alignment-contract.ts";
import { creditWords } from "../strings/en-credit.ts";

const topics = Object.keys(creditWords.topics) as LearningTopic[];

type TopicChoiceProps = { legend: string; hint?: string; value: readonly LearningTopic[]; onChange: (value: LearningTopic[]) => void };

/** Any number of topics, all in sight. */
export function TopicChoice({ legend, hint, value, onChange }: TopicChoiceProps) {
  const id = useId();
  return (
    <fieldset className="field" aria-describedby={hint === undefined ? undefined : id}>
      <legend className="field-label">{legend}</legend>
      {hint !== undefined && (
        <div className="field-hint" id={id}>
          {hint}
        </div>
      )}
      <div className="hours-topics">
        {topics.map((topic) => (
          <label key={topic} className="choice">
            <input
              type="checkbox"
              checked={value.includes(topic)}
              onChange={({ target }) => onChange(target.checked ? [...value, topic] : value.filter((one) => one !== topic))}
            />
            <span>{creditWords.topics[topic]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

import { Fragment, useId } from "react";
import "./number-sentence.css";

/** A number inside a sentence: its full label says what is counted and what is allowed, for whoever hears it by itself. */
export type SentenceNumber = { label: string; value: string; error?: string | undefined; onChange: (value: string) => void };

/**
 * A sentence with whole numbers to fill in where it names them: "Again every {every} contract days". What is wrong with
 * one stands below the sentence and is tied to it.
 */
export function NumberSentence({ sentence, numbers }: { sentence: string; numbers: Record<string, SentenceNumber> }) {
  const id = useId();
  const faults = Object.entries(numbers).filter(([, { error }]) => error !== undefined);
  return (
    <div className="number-sentence">
      <p>
        {partsOf(sentence).map((part, i) => {
          const number = i % 2 === 1 ? numbers[part] : undefined;
          if (!number) return <Fragment key={part}>{part}</Fragment>;
          const { label, value, error, onChange } = number;
          return (
            <span key={part} data-invalid={error !== undefined || undefined}>
              <input
                type="text"
                inputMode="numeric"
                className="input"
                data-kind="inline"
                aria-label={label}
                aria-invalid={error !== undefined || undefined}
                aria-describedby={error === undefined ? undefined : `${id}-${part}`}
                value={value}
                onChange={({ target }) => onChange(target.value)}
              />
            </span>
          );
        })}
      </p>
      {faults.map(([name, { error }]) => (
        <p key={name} className="field-error" id={`${id}-${name}`}>
          {error}
        </p>
      ))}
    </div>
  );
}

/** Words and names of numbers in turns: words stand at the even places, names at the odd ones. */
export const partsOf = (sentence: string): string[] => sentence.split(/\{(\w+)\}/);

import type { CreditShare } from "../../functions/credit/rule-contract.ts";
import { TopicChoice } from "../learn/topic-choice.tsx";
import { creditWords } from "../strings/en-credit.ts";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { Section } from "../ui/page.tsx";
import "../learn/hours-page.css";

const say = creditWords.rule;
const most = 8;

type CreditSharesProps = { shares: readonly CreditShare[]; error: string | undefined; onChange: (shares: CreditShare[]) => void };

/** The shares of a cycle that have to be about something: added, changed and taken away one by one. */
export function CreditShares({ shares, error, onChange }: CreditSharesProps) {
  const change = (i: number, part: Partial<CreditShare>) => onChange(shares.map((one, at) => (at === i ? { ...one, ...part } : one)));
  return (
    <Section title={say.shares}>
      <p className="quiet small">{say.sharesHint}</p>
      <ol className="hours-list">
        {shares.map(({ topics, units }, i) => (
          // Shares have no names of their own; their place is what tells them apart.
          <li key={i} className="card stack" aria-label={say.share(i + 1)}>
            <TextField
              label={say.shareUnits}
              type="number"
              min={0}
              step="any"
              value={Number.isNaN(units) ? "" : units}
              error={i === 0 ? error : undefined}
              onChange={({ target }) => change(i, { units: target.valueAsNumber })}
            />
            <TopicChoice legend={say.shareTopics} value={topics} onChange={(chosen) => change(i, { topics: chosen })} />
            <div className="row">
              <Button kind="quiet" onClick={() => onChange(shares.filter((_, at) => at !== i))}>
                {say.removeShare}
                <span className="visually-hidden">: {say.share(i + 1)}</span>
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {shares.length < most && (
        <div className="row">
          <Button onClick={() => onChange([...shares, { topics: [], units: Number.NaN }])}>{say.addShare}</Button>
        </div>
      )}
    </Section>
  );
}

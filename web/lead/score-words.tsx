import type { CountOnIt } from "../../functions/engagement/contract.ts";
import { lead } from "../strings/en-lead.ts";

const { score: say } = lead;

/** The count-on-it score in words, with its level and its gap, and honest bounds where schools are unknown; never a bare number. */
export function ScoreWords({ countOnIt, isHigherBetter }: { countOnIt: CountOnIt; isHigherBetter: boolean }) {
  const { score, level, gap, known, schools, lower, upper } = countOnIt;
  if (schools < 3) return <p>{say.fewSchools(schools)}</p>;
  if (known === 0) return <p>{say.nothingKnown}</p>;
  return (
    <>
      {score === undefined ? (
        <p>{say.noPoint}</p>
      ) : (
        <>
          <p className="lead-headline-figure">
            <span className="lead-headline-percent">{lead.percent(score)}</span>
          </p>
          <p className="lead-score-sentence">{say.sentence(score, isHigherBetter)}</p>
        </>
      )}
      {level !== undefined && gap !== undefined && (
        <dl className="lead-score-parts">
          <div>
            <dt>{say.level}</dt>
            <dd>
              <strong>{lead.percent(level)}</strong> {say.levelHint}
            </dd>
          </div>
          <div>
            <dt>{say.gap}</dt>
            <dd>
              <strong>{say.gapValue(gap)}</strong> {say.gapHint}
            </dd>
          </div>
        </dl>
      )}
      {lower !== undefined && upper !== undefined && (
        <p className="lead-headline-words">
          {say.known(countOnIt)} {say.bounds(lower, upper)}
        </p>
      )}
    </>
  );
}

import type { CountOnIt, LeftOut, MetricDefinition, Rate, SchoolRate } from "../../functions/engagement/contract.ts";
import { lead } from "../strings/en-lead.ts";
import { ScoreWords } from "./score-words.tsx";

type HeadlineProps = {
  definition: MetricDefinition;
  rate: Rate | SchoolRate;
  leftOut?: LeftOut;
  inReview?: number | undefined;
  countOnIt?: CountOnIt;
  isHidden?: boolean;
};

/** The chosen figure with its count and whom it is without, and beside it what can be counted on at any school. */
export function Headline({ definition, rate, leftOut, inReview, countOnIt, isHidden = false }: HeadlineProps) {
  return (
    <div className="lead-headline" data-parts={countOnIt ? 2 : 1}>
      <section aria-label={definition.title}>
        <h2 className="lead-headline-question">{definition.question}</h2>
        {("isHidden" in rate && rate.isHidden) || rate.percent === undefined ? (
          <p>{isHidden ? lead.headline.hidden : lead.headline.nothing}</p>
        ) : (
          <>
            <p className="lead-headline-figure">
              <span className="lead-headline-percent">{lead.share(rate)}</span> <span>{lead.headline.counted(rate)}</span>
            </p>
            {leftOut && leftOut.people > 0 && <p className="lead-left-out">{lead.leftOut(leftOut)}.</p>}
            <div className="lead-headline-words">
              <p>{definition.numerator}.</p>
              {definition.id === "transfer" && inReview !== undefined && <p>{lead.headline.inReview(inReview)}</p>}
            </div>
          </>
        )}
      </section>
      {countOnIt && (
        <section aria-label={lead.score.title}>
          <h2 className="lead-headline-question">{lead.score.title}</h2>
          <ScoreWords countOnIt={countOnIt} isHigherBetter={definition.isHigherBetter} />
        </section>
      )}
    </div>
  );
}

import { Duration } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

/** Something an operator is told of. A construct says what can go wrong with what it owns; the operations stack listens. */
export type Trouble = {
  /** The heading in docs/runbook.md that says what it means and what to do. */
  heading: string;
  /** Which one of several, where the page is the same for all. */
  of?: string;
  metric: IMetric;
  /** The last value that is still in order. */
  upTo?: number;
  /** The least that is in order, for work that must not fall silent. */
  atLeast?: number;
  /** How many periods in a row, so that one bad minute wakes no one. */
  periods?: number;
};

/** The period of every metric here. */
export const fiveMinutes = Duration.minutes(5);

/** Where a heading of the runbook is found. */
function runbookAddress(heading: string): string {
  return `docs/runbook.md#${heading
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, "")
    .replaceAll(" ", "-")}`;
}

/** One alarm for each trouble, told to the topic; its description names the page that says what to do. */
export class Alarms extends Construct {
  readonly all: Alarm[];

  constructor(scope: Construct, id: string, { troubles, topic }: { troubles: Trouble[]; topic: ITopic }) {
    super(scope, id);
    this.all = troubles.map(({ heading, of, metric, upTo, atLeast, periods = 1 }) => {
      const which = of === undefined ? heading : `${heading} (${of})`;
      const alarm = new Alarm(this, which.replaceAll(/[^A-Za-z0-9]/g, ""), {
        metric,
        alarmDescription: `${which}. What to do: ${runbookAddress(heading)}`,
        threshold: atLeast ?? upTo ?? 0,
        comparisonOperator: atLeast === undefined ? ComparisonOperator.GREATER_THAN_THRESHOLD : ComparisonOperator.LESS_THAN_THRESHOLD,
        evaluationPeriods: periods,
        // Silence is only a trouble for work that must go on.
        treatMissingData: atLeast === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
      return alarm;
    });
  }
}

import { Duration, Stack } from "aws-cdk-lib";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { Schedule, ScheduleExpression, TimeWindow } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { StageConfig } from "../stages.ts";
import { acknowledge, wildcardBelow } from "./acknowledge.ts";
import { fiveMinutes, type Trouble } from "./alarms.ts";
import { BundledFunction } from "./bundled-function.ts";

/**
 * What happens because time passes, each hour: districts whose day has turned, and mail that is still to go. A run that
 * cannot be started, or that fails three times, leaves its event in a queue; the next hour's run does its work as well.
 */
export class ScheduleFunction<Env extends Record<string, string | undefined>> extends Construct {
  readonly function: BundledFunction<Env>;
  readonly failed: Queue;

  constructor(scope: Construct, id: string, { stage, environment }: { stage: StageConfig; environment: Env }) {
    super(scope, id);
    this.failed = new Queue(this, "Failed", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.function = new BundledFunction(this, "Function", {
      name: "schedule",
      stage,
      environment,
      timeoutSeconds: 900,
      reservedConcurrency: stage.reservedConcurrency?.schedule,
      options: { onFailure: new SqsDestination(this.failed), maxEventAge: Duration.minutes(50), retryAttempts: 2 },
    });
    new Schedule(this, "Hourly", {
      description: `Throughline ${stage.name}: the hourly work of every district`,
      schedule: ScheduleExpression.cron({ minute: "2" }),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(this.function.resource, {
        deadLetterQueue: this.failed,
        maxEventAge: Duration.minutes(50),
        retryAttempts: 3,
      }),
    });
    acknowledge(this.failed, "This queue is itself where what failed ends.", "AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy");
    acknowledge(
      this.function,
      "A failed run goes to the queue by the newer way, a failure destination, which also tells why.",
      "Serverless-LambdaDLQ",
    );
    acknowledge(
      Stack.of(this),
      "CDK lets the scheduler call the function and its versions, of which there are none; the function's own role is not touched.",
      wildcardBelow(this.function.resource, ":*"),
    );
  }

  /** A run failed for good, or no run has begun for three hours. */
  troubles(): Trouble[] {
    const waiting = this.failed.metricApproximateNumberOfMessagesVisible({ statistic: "max", period: fiveMinutes });
    const runs = this.function.resource.metricInvocations({ period: Duration.hours(1) });
    return [
      ...this.function.troubles(),
      { heading: "The hourly work failed", metric: waiting, upTo: 0 },
      { heading: "The hourly work has stopped", metric: runs, atLeast: 1, periods: 3 },
    ];
  }
}

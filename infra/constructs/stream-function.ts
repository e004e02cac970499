import { Duration } from "aws-cdk-lib";
import { MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import { EventSourceMapping, FilterCriteria, FilterRule, MetricType, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { S3OnFailureDestination } from "aws-cdk-lib/aws-lambda-event-sources";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { taskPlace } from "../../functions/platform/table-definition.ts";
import type { StageConfig } from "../stages.ts";
import { acknowledge, wildcardBelow } from "./acknowledge.ts";
import { fiveMinutes, type Trouble } from "./alarms.ts";
import { BundledFunction } from "./bundled-function.ts";
import { privateBucket } from "./private-bucket.ts";
import type { Table } from "./table.ts";

/** Which changes a reader of the stream hears of, and how they are handed to it. */
export type Reading = {
  name: "stream" | "work";
  filter: Record<string, unknown>;
  batchSize: number;
  maxBatchingWindowSeconds: number;
  timeoutSeconds: number;
};

/** Everything that changes in a district. Sessions and sign-ins under way lie outside every district; nothing reacts to them. */
export const everyChange: Reading = {
  name: "stream",
  filter: { dynamodb: { Keys: { PK: { S: FilterRule.beginsWith("D#") } } } },
  batchSize: 100,
  maxBatchingWindowSeconds: 1,
  timeoutSeconds: 120,
};

/** Long work alone, a task at a time: the row that a run leaves calls the next run. */
export const longWork: Reading = {
  name: "work",
  filter: { dynamodb: { Keys: { SK: { S: FilterRule.isEqual(taskPlace) } } } },
  batchSize: 1,
  maxBatchingWindowSeconds: 0,
  timeoutSeconds: 300,
};

/**
 * What reacts to changes in the table. A record that fails is tried again on its own; after eight tries or twelve hours
 * it is set aside in a bucket, so that it neither blocks those behind it nor is lost.
 */
export class StreamFunction<Env extends Record<string, string | undefined>> extends Construct {
  readonly function: BundledFunction<Env>;
  readonly setAside: IBucket;
  readonly #mapping: EventSourceMapping;
  readonly #name: Reading["name"];
  /** Long work is meant to take its time; the rest is not. */
  readonly #patienceMs: number;

  constructor(
    scope: Construct,
    id: string,
    {
      stage,
      environment,
      table,
      accessLog,
      reading,
    }: { stage: StageConfig; environment: Env; table: Table; accessLog: IBucket; reading: Reading },
  ) {
    super(scope, id);
    this.#name = reading.name;
    this.#patienceMs = (reading.name === "work" ? 60 : 5) * 60_000;
    this.function = new BundledFunction(this, "Function", {
      name: reading.name,
      stage,
      environment,
      timeoutSeconds: reading.timeoutSeconds,
      reservedConcurrency: stage.reservedConcurrency?.[reading.name],
    });
    this.setAside = privateBucket(this, "SetAside", {
      serverAccessLogsBucket: accessLog,
      serverAccessLogsPrefix: `set-aside-${reading.name}/`,
      lifecycleRules: [{ expiration: Duration.days(400) }],
    });
    table.resource.grantStreamRead(this.function);
    this.#mapping = new EventSourceMapping(this, "Mapping", {
      target: this.function.resource,
      eventSourceArn: table.resource.tableStreamArn ?? "",
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [FilterCriteria.filter(reading.filter)],
      batchSize: reading.batchSize,
      maxBatchingWindow: Duration.seconds(reading.maxBatchingWindowSeconds),
      parallelizationFactor: 4,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 8,
      // Well inside the 24 hours that the stream keeps its records.
      maxRecordAge: Duration.hours(12),
      onFailure: new S3OnFailureDestination(this.setAside),
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    });
    acknowledge(
      this.function,
      "CDK grants an event source mapping its failure bucket with these; the bucket holds nothing but what this function failed on.",
      ...["s3:Abort*", "s3:DeleteObject*", "s3:GetBucket*", "s3:GetObject*", "s3:List*"].map(
        (action) => `AwsSolutions-IAM5[Action::${action}]`,
      ),
      wildcardBelow(this.setAside, "/*"),
    );
    acknowledge(
      this.function,
      "The stream alone calls this function, and the mapping keeps what fails in a bucket.",
      "Serverless-LambdaDLQ",
    );
  }

  /** The stream runs behind, records were set aside, or figures were made without a row that cannot be read. */
  troubles(): Trouble[] {
    const events = (metricName: string) =>
      new Metric({
        namespace: "AWS/Lambda",
        metricName,
        dimensionsMap: { EventSourceMappingUUID: this.#mapping.eventSourceMappingId },
        statistic: "sum",
        period: fiveMinutes,
      });
    const lost = new MathExpression({
      expression: "FILL(delivered, 0) + FILL(dropped, 0)",
      usingMetrics: { delivered: events("OnFailureDestinationDeliveredEventCount"), dropped: events("DroppedEventCount") },
      period: fiveMinutes,
    });
    const mail: Trouble[] =
      this.#name === "stream"
        ? [{ heading: "A message was given up", metric: this.function.countMessages("mail-given-up", "a message was given up"), upTo: 0 }]
        : [];
    return [
      ...this.function.troubles(),
      ...mail,
      { heading: "Changes wait to be worked off", of: this.#name, metric: this.lag(), upTo: this.#patienceMs, periods: 2 },
      { heading: "Changes were set aside", of: this.#name, metric: lost, upTo: 0 },
      {
        heading: "A rule was stopped",
        of: this.#name,
        metric: this.function.countMessages("rules-stopped", "a rule was stopped"),
        upTo: 0,
      },
      this.#name === "stream"
        ? {
            heading: "A row cannot be read",
            metric: this.function.countMessages("unreadable-rows", "a row cannot be read and is left out of the figures"),
            upTo: 0,
          }
        : { heading: "Long work was given up", metric: this.function.countMessages("tasks-given-up", "a task was given up"), upTo: 0 },
    ];
  }

  /** How old the oldest change is that was not worked off, in milliseconds. */
  lag(): Metric {
    return this.function.resource.metric("IteratorAge", { statistic: "max", period: fiveMinutes });
  }
}

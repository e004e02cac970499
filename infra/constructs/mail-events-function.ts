import { Duration } from "aws-cdk-lib";
import { EventBus, Rule } from "aws-cdk-lib/aws-events";
import { LambdaFunction as LambdaTarget } from "aws-cdk-lib/aws-events-targets";
import { ConfigurationSetEventDestination, EmailSendingEvent, EventDestination, type IConfigurationSet } from "aws-cdk-lib/aws-ses";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { StageConfig } from "../stages.ts";
import { acknowledge } from "./acknowledge.ts";
import { fiveMinutes, type Trouble } from "./alarms.ts";
import { BundledFunction } from "./bundled-function.ts";

/** What SES tells of each message, by way of EventBridge, which keeps trying for a day; what fails even then is kept in a queue. */
export class MailEventsFunction<Env extends Record<string, string | undefined>> extends Construct {
  readonly function: BundledFunction<Env>;
  readonly #failed: Queue;

  constructor(
    scope: Construct,
    id: string,
    { stage, environment, configurationSet }: { stage: StageConfig; environment: Env; configurationSet: IConfigurationSet },
  ) {
    super(scope, id);
    this.#failed = new Queue(this, "Failed", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.function = new BundledFunction(this, "Function", { name: "mail-events", stage, environment, timeoutSeconds: 30 });
    // SES delivers to the account's own default bus alone.
    const bus = EventBus.fromEventBusName(this, "Bus", "default");
    new ConfigurationSetEventDestination(this, "Destination", {
      configurationSet,
      destination: EventDestination.eventBus(bus),
      events: [EmailSendingEvent.SEND, EmailSendingEvent.DELIVERY, EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    });
    new Rule(this, "Told", {
      description: `Throughline ${stage.name}: what became of its mail`,
      eventPattern: {
        source: ["aws.ses"],
        detail: { mail: { tags: { "ses:configuration-set": [configurationSet.configurationSetName] } } },
      },
      targets: [
        new LambdaTarget(this.function.resource, { deadLetterQueue: this.#failed, maxEventAge: Duration.hours(24), retryAttempts: 185 }),
      ],
    });
    acknowledge(this.#failed, "This queue is itself where what failed ends.", "AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy");
    acknowledge(this.function, "EventBridge alone calls this function, and keeps what fails in a queue.", "Serverless-LambdaDLQ");
  }

  troubles(): Trouble[] {
    const waiting = this.#failed.metricApproximateNumberOfMessagesVisible({ statistic: "max", period: fiveMinutes });
    return [...this.function.troubles(), { heading: "News of mail was not put down", metric: waiting, upTo: 0 }];
  }
}

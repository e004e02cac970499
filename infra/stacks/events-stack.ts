import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { DeployedMailEnv, DeployedServicesEnv } from "../../functions/lambda/env.ts";
import type { Trouble } from "../constructs/alarms.ts";
import { Mail } from "../constructs/mail.ts";
import { ScheduleFunction } from "../constructs/schedule-function.ts";
import { StreamFunction } from "../constructs/stream-function.ts";
import type { StageConfig } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";

/** Without mail of its own a stage writes its messages where nobody reads them; they stay in the outbox's history. */
type EventsEnv = DeployedServicesEnv & (DeployedMailEnv | { MAIL_FOLDER: "/tmp/mail" });

/** What happens because something changed (the stream) or because time passed (the schedule), and the mail it sends. */
export class EventsStack extends Stack {
  readonly stream: StreamFunction<EventsEnv>;
  readonly schedule: ScheduleFunction<EventsEnv>;
  readonly #mail: Mail | undefined;

  constructor(
    scope: Construct,
    id: string,
    { stage, data, origin, ...props }: StackProps & { stage: StageConfig; data: DataStack; origin: string },
  ) {
    super(scope, id, props);
    this.#mail = stage.mail && new Mail(this, "Mail", stage.mail);
    const environment: EventsEnv = {
      ...data.functionEnvironment(origin),
      ...(stage.mail ? { MAIL_FROM: `Throughline <${stage.mail.fromAddress}>` } : { MAIL_FOLDER: "/tmp/mail" as const }),
    };
    this.stream = new StreamFunction(this, "Stream", { stage, table: data.table, accessLog: data.accessLog, environment });
    this.schedule = new ScheduleFunction(this, "Schedule", { stage, environment });
    for (const one of [this.stream.function, this.schedule.function]) {
      data.table.grantUse(one, ["index1", "index2", "index3"]);
      // The schedule sends what the stream did not.
      this.#mail?.grantSend(one);
    }
    new CfnOutput(this, "StreamFunction", { description: "Reacts to changes", value: this.stream.function.resource.functionName });
    new CfnOutput(this, "ScheduleFunction", { description: "Does the hourly work", value: this.schedule.function.resource.functionName });
    new CfnOutput(this, "SetAside", { description: "Changes that failed for good", value: this.stream.setAside.bucketName });
    new CfnOutput(this, "FailedRuns", { description: "Runs of the hourly work that failed", value: this.schedule.failed.queueUrl });
  }

  troubles(): Trouble[] {
    return [...this.stream.troubles(), ...this.schedule.troubles(), ...(this.#mail?.troubles() ?? [])];
  }
}

import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { DeployedMailEnv, DeployedServicesEnv } from "../../functions/lambda/env.ts";
import { BadgeSigner } from "../constructs/badge-signer.ts";
import type { Trouble } from "../constructs/alarms.ts";
import { Mail } from "../constructs/mail.ts";
import { MailEventsFunction } from "../constructs/mail-events-function.ts";
import { ScheduleFunction } from "../constructs/schedule-function.ts";
import { everyChange, longWork, StreamFunction } from "../constructs/stream-function.ts";
import type { StageConfig } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";

/** Without mail of its own a stage writes its messages where nobody reads them; they stay in the outbox's history. */
type EventsEnv = DeployedServicesEnv & (DeployedMailEnv | { MAIL_FOLDER: "/tmp/mail" }) & { SIGNING_FUNCTION?: string };

/** What happens because something changed (the stream), takes long (work) or because time passed (the schedule), and the mail it sends. */
export class EventsStack extends Stack {
  readonly stream: StreamFunction<EventsEnv>;
  readonly work: StreamFunction<EventsEnv>;
  readonly schedule: ScheduleFunction<EventsEnv>;
  readonly signer: BadgeSigner<DeployedServicesEnv>;
  readonly #mail: Mail | undefined;
  readonly #mailEvents: MailEventsFunction<DeployedServicesEnv> | undefined;

  constructor(
    scope: Construct,
    id: string,
    { stage, data, origin, ...props }: StackProps & { stage: StageConfig; data: DataStack; origin: string },
  ) {
    super(scope, id, props);
    this.#mail = stage.mail && new Mail(this, "Mail", stage.mail);
    this.signer = new BadgeSigner(this, "Sign", { stage, environment: data.functionEnvironment(origin) });
    data.table.grantUse(this.signer.function, []);
    const environment: EventsEnv = {
      ...data.functionEnvironment(origin),
      ...(stage.mail ? { MAIL_FROM: `Throughline <${stage.mail.fromAddress}>` } : { MAIL_FOLDER: "/tmp/mail" as const }),
    };
    const reader = { stage, table: data.table, accessLog: data.accessLog, environment };
    const signing = { SIGNING_FUNCTION: this.signer.function.resource.functionName };
    this.stream = new StreamFunction(this, "Stream", { ...reader, environment: { ...environment, ...signing }, reading: everyChange });
    this.work = new StreamFunction(this, "Work", { ...reader, environment: { ...environment, ...signing }, reading: longWork });
    this.schedule = new ScheduleFunction(this, "Schedule", { stage, environment });
    for (const one of [this.stream.function, this.work.function, this.schedule.function])
      data.table.grantUse(one, ["index1", "index2", "index3"]);
    // What the stream did not send, the schedule sends; what it has not had signed, the look at everyone has.
    for (const one of [this.stream.function, this.schedule.function]) this.#mail?.grantSend(one);
    for (const one of [this.stream.function, this.work.function]) this.signer.grantCall(one);
    if (this.#mail) {
      const { configurationSet } = this.#mail;
      this.#mailEvents = new MailEventsFunction(this, "MailEvents", {
        stage,
        environment: data.functionEnvironment(origin),
        configurationSet,
      });
      data.table.grantUse(this.#mailEvents.function, []);
    }
    // A roster is uploaded through the API and read when it is applied.
    data.files.grantRosterFiles(this.work.function);
    // What is over is emptied, with its files, as long work.
    data.files.grantRemove(this.work.function);
    new CfnOutput(this, "StreamFunction", { description: "Reacts to changes", value: this.stream.function.resource.functionName });
    new CfnOutput(this, "ScheduleFunction", { description: "Does the hourly work", value: this.schedule.function.resource.functionName });
    new CfnOutput(this, "WorkFunction", { description: "Does long work", value: this.work.function.resource.functionName });
    new CfnOutput(this, "SignFunction", { description: "Signs badges", value: this.signer.function.resource.functionName });
    new CfnOutput(this, "SetAside", { description: "Changes that failed for good", value: this.stream.setAside.bucketName });
    new CfnOutput(this, "FailedRuns", { description: "Runs of the hourly work that failed", value: this.schedule.failed.queueUrl });
  }

  troubles(): Trouble[] {
    return [
      ...this.stream.troubles(),
      ...this.work.troubles(),
      ...this.schedule.troubles(),
      ...this.signer.troubles(),
      ...(this.#mail?.troubles() ?? []),
      ...(this.#mailEvents?.troubles() ?? []),
    ];
  }
}

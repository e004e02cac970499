import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { type IGrantable, type IPrincipal, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Architecture,
  Code,
  type FunctionOptions,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from "aws-cdk-lib/aws-lambda";
import { FilterPattern, LogGroup, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { functionFolder, type FunctionName } from "../bundle.ts";
import type { StageConfig } from "../stages.ts";
import { acknowledge } from "./acknowledge.ts";
import { fiveMinutes, type Trouble } from "./alarms.ts";

type Props<Env extends Record<string, string | undefined>> = {
  name: FunctionName;
  stage: StageConfig;
  /** The input of the function's own environment schema: a variable that is missing here does not compile. */
  environment: Env;
  timeoutSeconds: number;
  reservedConcurrency?: number | undefined;
  options?: Pick<FunctionOptions, "onFailure" | "maxEventAge" | "retryAttempts">;
};

/** A function as it is bundled and tested: arm64, Node 24, its own log and a role that begins with no rights at all. */
export class BundledFunction<Env extends Record<string, string | undefined>> extends Construct implements IGrantable {
  readonly resource: LambdaFunction;
  readonly grantPrincipal: IPrincipal;
  readonly role: Role;
  readonly #log: LogGroup;
  readonly #name: FunctionName;

  constructor(scope: Construct, id: string, { name, stage, environment, timeoutSeconds, reservedConcurrency, options }: Props<Env>) {
    super(scope, id);
    this.#name = name;
    this.#log = new LogGroup(this, "Log", { retention: stage.logRetention, removalPolicy: RemovalPolicy.RETAIN });
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    this.#log.grantWrite(this.role);
    this.resource = new LambdaFunction(this, "Resource", {
      description: `Throughline ${stage.name}: functions/lambda/${name}.ts`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: Code.fromAsset(functionFolder(name)),
      role: this.role,
      memorySize: 1024,
      timeout: Duration.seconds(timeoutSeconds),
      tracing: Tracing.ACTIVE,
      logGroup: this.#log,
      loggingFormat: LoggingFormat.JSON,
      environment: Object.fromEntries(Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined)),
      ...(reservedConcurrency !== undefined && { reservedConcurrentExecutions: reservedConcurrency }),
      ...options,
    });
    this.grantPrincipal = this.role;
    acknowledge(
      this.role,
      "Active tracing adds xray:PutTraceSegments and xray:PutTelemetryRecords, which know no resources; the role has no other statement on *.",
      "AwsSolutions-IAM5[Resource::*]",
    );
  }

  /** What can go wrong in any function: it is refused capacity, or it logs an error. */
  troubles(): Trouble[] {
    const errors = this.#count("errors", FilterPattern.stringValue("$.level", "=", "error"));
    return [
      { heading: "A function is throttled", of: this.#name, metric: this.resource.metricThrottles({ period: fiveMinutes }), periods: 2 },
      { heading: "A function logs errors", of: this.#name, metric: errors, upTo: 0 },
    ];
  }

  /** Counts the log lines with this message, as a metric of its own. */
  countMessages(metricName: string, message: string): Metric {
    return this.#count(metricName, FilterPattern.stringValue("$.message", "=", message));
  }

  #count(metricName: string, filterPattern: ReturnType<typeof FilterPattern.stringValue>): Metric {
    const metricNamespace = Stack.of(this).stackName;
    const name = `${this.#name}-${metricName}`;
    new MetricFilter(this, metricName, {
      logGroup: this.#log,
      metricNamespace,
      metricName: name,
      filterPattern,
      metricValue: "1",
      defaultValue: 0,
    });
    return new Metric({ namespace: metricNamespace, metricName: name, statistic: "sum", period: fiveMinutes });
  }
}

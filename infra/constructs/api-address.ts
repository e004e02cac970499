import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { StageConfig } from "../stages.ts";
import { fiveMinutes, type Trouble } from "./alarms.ts";

/**
 * Where the API is reached from CloudFront. It stands apart from the function behind it because the function has to be
 * told the address that people use, which exists only once CloudFront knows where to send them.
 */
export class ApiAddress extends Construct {
  readonly httpApi: HttpApi;

  constructor(scope: Construct, id: string, { stage }: { stage: StageConfig }) {
    super(scope, id);
    this.httpApi = new HttpApi(this, "HttpApi", {
      apiName: `throughline-${stage.name}`,
      createDefaultStage: false,
    });
    const log = new LogGroup(this, "AccessLog", { retention: stage.logRetention, removalPolicy: RemovalPolicy.RETAIN });
    new HttpStage(this, "Stage", {
      httpApi: this.httpApi,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: stage.apiLimits.requestsPerSecond, burstLimit: stage.apiLimits.burst },
      // Paths hold opaque ids alone; no cookie, query or body is written down.
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: "$context.requestId",
            at: "$context.requestTime",
            ip: "$context.identity.sourceIp",
            method: "$context.httpMethod",
            path: "$context.path",
            status: "$context.status",
            bytes: "$context.responseLength",
            latencyMs: "$context.responseLatency",
            error: "$context.integrationErrorMessage",
          }),
        ),
      },
    });
  }

  /** Host name of the API, without https. */
  get hostName(): string {
    const { region, urlSuffix } = Stack.of(this);
    return `${this.httpApi.apiId}.execute-api.${region}.${urlSuffix}`;
  }

  /** Server errors in percent of requests, and the time that one request in a hundred takes longer than. */
  troubles(): Trouble[] {
    const errors = new MathExpression({
      expression: "IF(requests > 20, 100 * errors / requests, 0)",
      usingMetrics: {
        errors: this.httpApi.metricServerError({ statistic: "sum" }),
        requests: this.httpApi.metricCount({ statistic: "sum" }),
      },
      period: fiveMinutes,
    });
    const latency = this.httpApi.metricLatency({ statistic: "p99", period: fiveMinutes });
    return [
      { heading: "The API answers with errors", metric: errors, upTo: 1 },
      { heading: "The API is slow", metric: latency, upTo: 1_500, periods: 3 },
    ];
  }
}

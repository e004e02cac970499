import { type HttpApi, HttpRoute, HttpRouteKey } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Construct } from "constructs";
import type { StageConfig } from "../stages.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Trouble } from "./alarms.ts";
import { BundledFunction } from "./bundled-function.ts";

/** The API: one function behind one address. It knows its routes itself; the gateway passes everything on. */
export class ApiFunction<Env extends Record<string, string | undefined>> extends Construct {
  readonly function: BundledFunction<Env>;

  constructor(scope: Construct, id: string, { stage, environment, httpApi }: { stage: StageConfig; environment: Env; httpApi: HttpApi }) {
    super(scope, id);
    // The gateway gives up after 30 seconds.
    this.function = new BundledFunction(this, "Function", { name: "api", stage, environment, timeoutSeconds: 29 });
    const route = new HttpRoute(this, "Route", {
      httpApi,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration("Api", this.function.resource),
    });
    acknowledge(
      route,
      "The API authorizes every route itself, by session cookie, permission and same-origin checks; a gateway authorizer could not read the session.",
      "AwsSolutions-APIG4",
    );
    acknowledge(
      this.function,
      "The gateway alone calls this function, waits for its answer and tells the caller of a failure.",
      "Serverless-LambdaDLQ",
    );
  }

  troubles(): Trouble[] {
    return this.function.troubles();
  }
}

import type { App, Environment } from "aws-cdk-lib";
import { Tags } from "aws-cdk-lib";
import { fiveMinutes } from "../constructs/alarms.ts";
import type { StageConfig } from "../stages.ts";
import { ApiStack } from "./api-stack.ts";
import { DataStack } from "./data-stack.ts";
import { EdgeStack } from "./edge-stack.ts";
import { EventsStack } from "./events-stack.ts";
import { IdentityStack } from "./identity-stack.ts";
import { OperationsStack } from "./operations-stack.ts";
import { WebStack } from "./web-stack.ts";

/** Where CloudFront's certificate and firewall must be. */
const edgeRegion = "us-east-1";

/** All stacks of one installation, each named `throughline-<stage>-<part>`. */
export function addInstallation(app: App, stage: StageConfig) {
  if (EdgeStack.isNeeded(stage) && stage.region === undefined)
    throw new Error(`The stage "${stage.name}" has a domainName or a firewall, so infra/stages.ts must give its region as well.`);
  const env: Environment = stage.region === undefined ? {} : { region: stage.region };
  const common = { stage, env, crossRegionReferences: EdgeStack.isNeeded(stage) && stage.region !== edgeRegion };
  const name = (part: string) => `throughline-${stage.name}-${part}`;

  const data = new DataStack(app, name("data"), common);
  const edge = EdgeStack.isNeeded(stage) ? new EdgeStack(app, name("edge"), { ...common, env: { region: edgeRegion } }) : undefined;
  const web = new WebStack(app, name("web"), { ...common, data, edge });
  const { origin } = web.web;
  const identity = new IdentityStack(app, name("identity"), { ...common, origin });
  const api = new ApiStack(app, name("api"), { ...common, data, web, identity });
  const events = new EventsStack(app, name("events"), { ...common, data, origin });
  const operations = new OperationsStack(app, name("operations"), {
    ...common,
    troubles: [...web.api.troubles(), ...api.api.troubles(), ...events.troubles(), ...data.troubles()],
    graphs: [
      { title: "Requests", metrics: [web.api.httpApi.metricCount({ statistic: "sum" })] },
      {
        title: "Time to answer (ms)",
        metrics: ["p50", "p99"].map((statistic) => web.api.httpApi.metricLatency({ statistic, label: statistic, period: fiveMinutes })),
      },
      { title: "Age of the oldest change (ms)", metrics: [events.stream.lag()] },
      {
        title: "Table units used",
        metrics: [
          data.table.resource.metricConsumedReadCapacityUnits({ label: "read" }),
          data.table.resource.metricConsumedWriteCapacityUnits({ label: "write" }),
        ],
      },
    ],
  });
  const stacks = [data, ...(edge ? [edge] : []), web, identity, api, events, operations];
  for (const stack of stacks) Tags.of(stack).add("throughline:stage", stage.name);
  return { data, edge, web, identity, api, events, operations, stacks };
}

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { buildAll } from "../../infra/build.ts";
import { addInstallation } from "../../infra/stacks/installation.ts";
import { type StageConfig, stages } from "../../infra/stages.ts";

/** A stage of infra/stages.ts by its name. */
export function stageNamed(name: string): StageConfig {
  const stage = stages.find((one) => one.name === name);
  if (!stage) throw new Error(`infra/stages.ts has no stage ${name}`);
  return stage;
}

/** Synthesizes one stage as `npx cdk synth` does, without the CDK's own process. */
export async function synthesize(stage: StageConfig) {
  await buildAll();
  const { context } = JSON.parse(readFileSync("cdk.json", "utf8")) as { context: Record<string, unknown> };
  const outdir = mkdtempSync(join(tmpdir(), "throughline-cdk-"));
  const app = new App({ context, outdir });
  const installation = addInstallation(app, stage);
  app.synth();
  const templates = new Map(installation.stacks.map((stack) => [stack.stackName, Template.fromStack(stack)] as const));
  return {
    app,
    outdir,
    resources: (type: string) => resourcesOf(templates, type),
    templates,
    close: () => rmSync(outdir, { recursive: true, force: true }),
  };
}

/** One resource as it stands in its template. */
export type Resource = {
  stack: string;
  id: string;
  Properties: Record<string, any>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
};

function resourcesOf(templates: Map<string, Template>, type: string): Resource[] {
  return [...templates].flatMap(([stack, template]) =>
    Object.entries(template.findResources(type)).map(([id, resource]) => ({ stack, id, ...(resource as Omit<Resource, "stack" | "id">) })),
  );
}

/** The statements of every policy that a function of ours carries; CDK's own deployer and the scheduler's role are others'. */
export function statementsOf(
  resources: (type: string) => Resource[],
  id: RegExp,
): { Effect: string; Action: string[]; Resource: unknown[]; Condition?: unknown }[] {
  return [...resources("AWS::IAM::Policy"), ...resources("AWS::IAM::ManagedPolicy")]
    .filter((one) => id.test(one.id))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
    .map((statement) => ({ ...statement, Action: [statement.Action].flat(), Resource: [statement.Resource].flat() }));
}

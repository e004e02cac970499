import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RegoEngine, TemplateFile } from "@aws/cloudformation-validate";
import { App, Stack, Validations } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";
import type { IConstruct } from "constructs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stageNamed, synthesize } from "./synthesized.ts";

/** What cdk-nag finds and nobody has acknowledged. */
function findingsOf(scope: App): string[] {
  return [new AwsSolutionsChecks(), new ServerlessChecks()].flatMap((pack) =>
    pack
      .validateScope(scope)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
      ),
  );
}

/** Every acknowledgement below a construct: the rule, and why. */
function acknowledgementsOf(scope: IConstruct): { id: string; reason: string }[] {
  return scope.node
    .findAll()
    .flatMap(({ node }) =>
      node.metadata
        .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
        .flatMap(({ data }) => Object.entries(data as Record<string, string>).map(([id, reason]) => ({ id, reason }))),
    );
}

it("cdk-nag looks: a bucket without any care is found", () => {
  const app = new App();
  new Bucket(new Stack(app, "careless"), "Bucket");
  expect(findingsOf(app).join()).toContain("AwsSolutions-S10");
});

describe.each([
  ["dev", stageNamed("dev")],
  ["production", stageNamed("production")],
  ["production in a region that is not CloudFront's", { ...stageNamed("production"), region: "us-west-2" }],
])("the stage %s", (_, stage) => {
  let made: Awaited<ReturnType<typeof synthesize>>;
  beforeAll(async () => {
    made = await synthesize(stage);
  });
  afterAll(() => made.close());

  it("leaves cdk-nag nothing to say that is not acknowledged", () => {
    expect(findingsOf(made.app)).toEqual([]);
  });

  it("explains every acknowledgement in a sentence", () => {
    const all = acknowledgementsOf(made.app);
    expect(all.length).toBeGreaterThan(20);
    for (const { reason } of all) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });

  it("is valid CloudFormation without an error", () => {
    const engine = new RegoEngine();
    try {
      for (const file of readdirSync(made.outdir).filter((name) => name.endsWith(".template.json"))) {
        const { status, diagnostics } = engine.validateStandard(new TemplateFile(join(made.outdir, file)), { severityLevel: "ERROR" });
        expect({ file, status, diagnostics }).toEqual({ file, status: "OK", diagnostics: [] });
      }
    } finally {
      engine.free();
    }
  });
});

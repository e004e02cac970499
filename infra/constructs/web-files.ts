import { join } from "node:path";
import { Stack, Token } from "aws-cdk-lib";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import { acknowledge, wildcardBelow } from "./acknowledge.ts";

const folder = join(import.meta.dirname, "../../dist/web");

/**
 * The built web application in its bucket. Files with a hash in their name go first and are kept for ever, so that a page
 * that was open before a deployment still finds its parts; the page itself is asked for anew each time.
 */
export class WebFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket }: { bucket: IBucket }) {
    super(scope, id);
    const common = { destinationBucket: bucket, sources: [Source.asset(folder)], prune: false, memoryLimit: 512 };
    const hashed = new BucketDeployment(this, "Hashed", {
      ...common,
      exclude: ["*"],
      include: ["assets/*"],
      cacheControl: [CacheControl.fromString("public, max-age=31536000, immutable")],
    });
    const pages = new BucketDeployment(this, "Pages", {
      ...common,
      exclude: ["assets/*"],
      cacheControl: [CacheControl.fromString("no-cache")],
    });
    pages.node.addDependency(hashed);
    acknowledgeDeployer(Stack.of(this), bucket);
  }
}

/** CDK's own deployer copies files while a deployment runs, and at no other time. */
function acknowledgeDeployer(stack: Stack, bucket: IBucket): void {
  const deployer = stack.node.children.find(({ node }) => node.id.startsWith("Custom::CDKBucketDeployment"));
  if (!deployer) throw new Error("CDK's bucket deployer is not where its acknowledgements look for it.");
  const isAnywhere = Token.isUnresolved(stack.region);
  const assets = `arn:${isAnywhere ? "<AWS::Partition>" : "aws"}:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${isAnywhere ? "<AWS::Region>" : stack.region}`;
  acknowledge(
    deployer,
    "CDK's own: it copies the web's files while a deployment runs; its code, runtime and rights come with aws-cdk-lib, and only CloudFormation calls it.",
    "AwsSolutions-L1",
    "AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
    ...["Abort", "DeleteObject", "GetBucket", "GetObject", "List"].map((action) => `AwsSolutions-IAM5[Action::s3:${action}*]`),
    `AwsSolutions-IAM5[Resource::${assets}/*]`,
    wildcardBelow(bucket, "/*"),
    "Serverless-LambdaLatestVersion",
    "Serverless-LambdaDLQ",
    "Serverless-LambdaTracing",
  );
}

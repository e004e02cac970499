import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { ApiAddress } from "../constructs/api-address.ts";
import { Web } from "../constructs/web.ts";
import type { StageConfig } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";
import type { EdgeStack } from "./edge-stack.ts";

type Props = StackProps & { stage: StageConfig; data: DataStack; edge: EdgeStack | undefined };

/** The address that people use and what stands behind it: the web application's files, and the way to the API. */
export class WebStack extends Stack {
  readonly api: ApiAddress;
  readonly web: Web;

  constructor(scope: Construct, id: string, { stage, data, edge, ...props }: Props) {
    super(scope, id, props);
    this.api = new ApiAddress(this, "ApiAddress", { stage });
    this.web = new Web(this, "Web", {
      stage,
      apiHostName: this.api.hostName,
      filesHost: data.files.bucket.bucketRegionalDomainName,
      certificate: edge?.certificate,
      firewallArn: edge?.firewall?.arn,
    });
    new CfnOutput(this, "Address", { description: "Where people go", value: this.web.origin });
    new CfnOutput(this, "CloudFrontName", {
      description: "The CNAME record of the district's own name points here",
      value: this.web.distribution.distributionDomainName,
    });
  }
}

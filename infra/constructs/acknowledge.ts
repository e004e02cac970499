import { type CfnResource, Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

/** Accepts a finding of cdk-nag on a construct and all below it, with the reason that a reviewer needs. */
export function acknowledge(construct: IConstruct, reason: string, ...ids: string[]): void {
  Validations.of(construct).acknowledge(...ids.map((id) => ({ id, reason })));
}

/** The finding for a policy on everything below one resource: `AwsSolutions-IAM5[Resource::<LogicalId.Arn>/*]`. */
export function wildcardBelow(resource: IConstruct, suffix: string): string {
  const logicalId = Stack.of(resource).getLogicalId(resource.node.defaultChild as CfnResource);
  return `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>${suffix}]`;
}

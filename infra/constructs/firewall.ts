import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import { Construct } from "constructs";
import type { StageConfig } from "../stages.ts";

/** Refuses known attacks and floods before CloudFront answers. It lives in us-east-1, where CloudFront looks for it. */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, { stage }: { stage: StageConfig }) {
    super(scope, id);
    const { all, signIn, proof } = stage.requestLimits;
    const acl = new CfnWebACL(this, "Rules", {
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      visibilityConfig: visible("all"),
      rules: [
        limit("requests", 1, all),
        limit("sign-in", 2, signIn, "/auth/"),
        limit("certificates", 6, proof, "/verify/"),
        limit("badges", 7, proof, "/badges/"),
        managed("AWSManagedRulesAmazonIpReputationList", 3),
        managed("AWSManagedRulesKnownBadInputsRuleSet", 4),
        // Evidence and rosters are larger than 8 KB, and what teachers write about may look like a script. Bodies are
        // parsed by schema and never shown as HTML, so these two only count.
        managed("AWSManagedRulesCommonRuleSet", 5, ["SizeRestrictions_BODY", "CrossSiteScripting_BODY"]),
      ],
    });
    this.arn = acl.attrArn;
  }
}

function visible(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}

function managed(name: string, priority: number, countOnly: string[] = []): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name,
        ruleActionOverrides: countOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visible(name),
  };
}

/** So many requests in five minutes from one address, below a path where one is given. */
function limit(name: string, priority: number, requests: number, below?: string): CfnWebACL.RuleProperty {
  const scopeDown = below !== undefined && {
    scopeDownStatement: {
      byteMatchStatement: {
        searchString: below,
        fieldToMatch: { uriPath: {} },
        positionalConstraint: "STARTS_WITH",
        textTransformations: [{ priority: 0, type: "NONE" }],
      },
    },
  };
  return {
    name,
    priority,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: { rateBasedStatement: { limit: requests, aggregateKeyType: "IP", evaluationWindowSec: 300, ...scopeDown } },
    visibilityConfig: visible(name),
  };
}

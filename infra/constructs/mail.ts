import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity, SuppressionReasons } from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Trouble } from "./alarms.ts";

/** Mail through SES, signed for the district's domain; addresses that bounced or complained get no more. */
export class Mail extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly #identity: EmailIdentity;
  readonly #from: string;

  constructor(scope: Construct, id: string, { domain, fromAddress }: { domain: string; fromAddress: string }) {
    super(scope, id);
    if (!fromAddress.endsWith(`@${domain}`))
      throw new Error(`mail.fromAddress "${fromAddress}" must be an address in mail.domain "${domain}" (infra/stages.ts).`);
    const configurationSet = new ConfigurationSet(this, "Settings", {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSet = configurationSet;
    this.#from = fromAddress;
    this.#identity = new EmailIdentity(this, "Identity", {
      identity: Identity.domain(domain),
      configurationSet,
      mailFromDomain: `mail.${domain}`,
    });
    for (const [i, { name, value }] of this.#identity.dkimRecords.entries()) {
      new CfnOutput(this, `Dkim${i + 1}`, {
        description: "Create this CNAME record in the district's DNS",
        value: `${name} CNAME ${value}`,
      });
    }
  }

  /** Mail may be sent from the one address; nothing else of SES. */
  grantSend(grantee: IGrantable): void {
    const settings = Stack.of(this).formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: this.configurationSet.configurationSetName,
    });
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ["ses:SendEmail"],
        resources: [this.#identity.emailIdentityArn, settings],
        conditions: { StringEquals: { "ses:FromAddress": this.#from } },
      }),
    );
  }

  /** Rates at which SES reviews an account: 5 % bounces, 0.1 % complaints. These are told well before. */
  troubles(): Trouble[] {
    const rate = (metricName: string) => new Metric({ namespace: "AWS/SES", metricName, statistic: "max", period: Duration.hours(1) });
    return [
      { heading: "Mail bounces", metric: rate("Reputation.BounceRate"), upTo: 0.03 },
      { heading: "Mail is reported as unwanted", metric: rate("Reputation.ComplaintRate"), upTo: 0.0008 },
    ];
  }
}

import { Stack, type StackProps } from "aws-cdk-lib";
import { Certificate, CertificateValidation } from "aws-cdk-lib/aws-certificatemanager";
import type { Construct } from "constructs";
import { Firewall } from "../constructs/firewall.ts";
import type { StageConfig } from "../stages.ts";

/** What CloudFront looks for in us-east-1 alone: the certificate of the district's own name, and the firewall. */
export class EdgeStack extends Stack {
  readonly certificate: Certificate | undefined;
  readonly firewall: Firewall | undefined;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: StageConfig }) {
    super(scope, id, props);
    // Waits until the record that the certificate's page names stands in the district's DNS.
    if (stage.domainName !== undefined)
      this.certificate = new Certificate(this, "Certificate", {
        domainName: stage.domainName,
        validation: CertificateValidation.fromDns(),
      });
    if (stage.hasFirewall) this.firewall = new Firewall(this, "Firewall", { stage });
  }

  /** Whether a stage needs this stack at all. */
  static isNeeded({ domainName, hasFirewall }: StageConfig): boolean {
    return domainName !== undefined || hasFirewall;
  }
}

import { RemovalPolicy } from "aws-cdk-lib";
import type { IGrantable } from "aws-cdk-lib/aws-iam";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Construct } from "constructs";
import type { StageConfig } from "../stages.ts";
import { acknowledge } from "./acknowledge.ts";

/** What the names of an installation's sign-in secrets begin with; a district's `clientSecretName` is the rest, its short name. */
export function signInSecretsPrefix(stage: StageConfig): string {
  return `throughline/${stage.name}/sign-in/`;
}

/** One secret for each district's identity provider. It begins as chance; an operator puts the provider's own value in. */
export class SignInSecrets extends Construct {
  readonly #secrets: Secret[];

  constructor(scope: Construct, id: string, { stage }: { stage: StageConfig }) {
    super(scope, id);
    this.#secrets = stage.districts.map((district) => {
      const secret = new Secret(this, district, {
        secretName: `${signInSecretsPrefix(stage)}${district}`,
        description: `The client secret that Throughline uses with the identity provider of ${district}`,
        removalPolicy: RemovalPolicy.RETAIN,
      });
      acknowledge(
        secret,
        "The district's identity provider makes this value, so only there can it be renewed; docs/operations.md says when and how.",
        "AwsSolutions-SMG4",
      );
      return secret;
    });
  }

  /** These secrets may be read; no others, and none written. */
  grantRead(grantee: IGrantable): void {
    for (const secret of this.#secrets) secret.grantRead(grantee);
  }
}

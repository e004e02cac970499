import { Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { SignInSecrets } from "../constructs/sign-in-secrets.ts";
import { UserPool } from "../constructs/user-pool.ts";
import type { StageConfig } from "../stages.ts";

/** How people sign in: a secret for each district's identity provider, and a user pool where one is needed between. */
export class IdentityStack extends Stack {
  readonly secrets: SignInSecrets;

  constructor(scope: Construct, id: string, { stage, origin, ...props }: StackProps & { stage: StageConfig; origin: string }) {
    super(scope, id, { ...props, terminationProtection: stage.isTerminationProtected });
    this.secrets = new SignInSecrets(this, "SignIn", { stage });
    if (stage.userPool) new UserPool(this, "UserPool", { stage, config: stage.userPool, origin });
  }
}

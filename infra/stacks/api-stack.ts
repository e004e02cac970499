import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type * as z from "zod";
import type { DeployedServicesEnv } from "../../functions/lambda/env.ts";
import type { SecretsEnv } from "../../functions/lambda/secrets.ts";
import { ApiFunction } from "../constructs/api-function.ts";
import { signInSecretsPrefix } from "../constructs/sign-in-secrets.ts";
import type { StageConfig } from "../stages.ts";
import type { DataStack } from "./data-stack.ts";
import type { IdentityStack } from "./identity-stack.ts";
import type { WebStack } from "./web-stack.ts";

type ApiEnv = DeployedServicesEnv & z.input<typeof SecretsEnv>;
type Props = StackProps & { stage: StageConfig; data: DataStack; web: WebStack; identity: IdentityStack };

/** The API's function, with the rights it needs and no others. */
export class ApiStack extends Stack {
  readonly api: ApiFunction<ApiEnv>;

  constructor(scope: Construct, id: string, { stage, data, web, identity, ...props }: Props) {
    super(scope, id, props);
    this.api = new ApiFunction(this, "Api", {
      stage,
      httpApi: web.api.httpApi,
      environment: { ...data.functionEnvironment(web.web.origin), SECRETS_PREFIX: signInSecretsPrefix(stage) },
    });
    new CfnOutput(this, "ApiFunction", { description: "Answers requests", value: this.api.function.resource.functionName });
    data.table.grantUse(this.api.function, ["index1", "index2"]);
    data.files.grantPutAndGet(this.api.function);
    data.files.grantRemove(this.api.function);
    identity.secrets.grantRead(this.api.function);
  }
}

import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { AccountRootPrincipal, type IGrantable, PolicyDocument, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Key, KeySpec, KeyUsage } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { DeployedSigningEnv } from "../../functions/lambda/sign.ts";
import type { StageConfig } from "../stages.ts";
import { acknowledge } from "./acknowledge.ts";
import type { Trouble } from "./alarms.ts";
import { BundledFunction } from "./bundled-function.ts";

/** What the account's administrators may do with a key: everything but signing. The policy is the only one that counts. */
const administration = [
  "kms:Create*",
  "kms:Describe*",
  "kms:Enable*",
  "kms:List*",
  "kms:Put*",
  "kms:Update*",
  "kms:Revoke*",
  "kms:Disable*",
  "kms:Get*",
  "kms:Delete*",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:ScheduleKeyDeletion",
  "kms:CancelKeyDeletion",
];

/**
 * The one function that may sign badges, and its keys in the key service, which never leave it. A new name in front of
 * `badgeKeys` is a new pair of keys, which signs once everyone can know it; the public halves of earlier ones stay published in the table, so that what they signed stays good.
 */
export class BadgeSigner<Env extends Record<string, string | undefined>> extends Construct {
  readonly function: BundledFunction<Env & DeployedSigningEnv>;

  constructor(scope: Construct, id: string, { stage, environment }: { stage: StageConfig; environment: Env }) {
    super(scope, id);
    const pairs = stage.badgeKeys.map((name) => ({
      rs256: this.#key(`Rs256-${name}`, KeySpec.RSA_3072, `Throughline ${stage.name}: signs badges as tokens (${name})`),
      ed25519: this.#key(
        `Ed25519-${name}`,
        KeySpec.ECC_NIST_EDWARDS25519,
        `Throughline ${stage.name}: signs badges' embedded proofs (${name})`,
      ),
    }));
    if (pairs.length === 0) throw new Error(`The stage "${stage.name}" has no badgeKeys (infra/stages.ts): name one.`);
    this.function = new BundledFunction(this, "Function", {
      name: "sign",
      stage,
      environment: {
        ...environment,
        // The earlier ones sign until everyone can know the newest.
        RS256_KEY: pairs.map(({ rs256 }) => rs256.keyArn).join(","),
        ED25519_KEY: pairs.map(({ ed25519 }) => ed25519.keyArn).join(","),
      },
      timeoutSeconds: 30,
    });
    // Said by the keys alone: without a word of them the account's own policies give nobody the right to sign.
    for (const { rs256, ed25519 } of pairs)
      for (const key of [rs256, ed25519])
        key.addToResourcePolicy(
          new PolicyStatement({ principals: [this.function.role], actions: ["kms:Sign", "kms:GetPublicKey"], resources: ["*"] }),
        );
    acknowledge(
      this.function,
      "The stream's function calls this one and waits; what fails is called again from there.",
      "Serverless-LambdaDLQ",
    );
  }

  /** Badges may be handed to this function; nothing else of it. */
  grantCall(grantee: IGrantable): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [this.function.resource.functionArn] }),
    );
  }

  troubles(): Trouble[] {
    return this.function.troubles();
  }

  #key(id: string, keySpec: KeySpec, description: string): Key {
    const own = new PolicyStatement({ principals: [new AccountRootPrincipal()], actions: administration, resources: ["*"] });
    return new Key(this, id, {
      description,
      keySpec,
      keyUsage: KeyUsage.SIGN_VERIFY,
      policy: new PolicyDocument({ statements: [own] }),
      pendingWindow: Duration.days(30),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

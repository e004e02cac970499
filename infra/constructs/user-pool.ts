import { CfnOutput, Duration, RemovalPolicy, SecretValue } from "aws-cdk-lib";
import {
  type AttributeMapping,
  OAuthScope,
  ProviderAttribute,
  StringAttribute,
  UserPool as CognitoUserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolIdentityProviderOidc,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { StageConfig } from "../stages.ts";
import { acknowledge } from "./acknowledge.ts";

type Config = NonNullable<StageConfig["userPool"]>;

/**
 * Joins SAML and several OpenID providers into one that Throughline signs in with. Nobody has a password here: people
 * exist in it because their district's provider vouched for them.
 */
export class UserPool extends Construct {
  constructor(scope: Construct, id: string, { stage, config, origin }: { stage: StageConfig; config: Config; origin: string }) {
    super(scope, id);
    const pool = new CognitoUserPool(this, "Pool", {
      userPoolName: `throughline-${stage.name}`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      customAttributes: { roster_id: new StringAttribute({ mutable: true, maxLen: 255 }) },
      passwordPolicy: { minLength: 14, requireDigits: true, requireLowercase: true, requireUppercase: true, requireSymbols: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const domain = pool.addDomain("Domain", { cognitoDomain: { domainPrefix: config.domainPrefix } });
    const providers = config.federation.map((one) => this.#join(pool, one));
    const client = new UserPoolClient(this, "Client", {
      userPool: pool,
      userPoolClientName: "throughline",
      generateSecret: true,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // Without the scope for changing oneself: nobody can give themselves another roster id.
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: stage.districts.map((district) => `${origin}/auth/callback/${district}`),
        logoutUrls: [`${origin}/sign-in`],
      },
      supportedIdentityProviders: config.federation.map(({ name }) => UserPoolClientIdentityProvider.custom(name)),
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
      preventUserExistenceErrors: true,
    });
    for (const provider of providers) client.node.addDependency(provider);
    new CfnOutput(this, "Issuer", { description: "identityProvider.issuer of the district", value: pool.userPoolProviderUrl });
    new CfnOutput(this, "ClientId", { description: "identityProvider.clientId of the district", value: client.userPoolClientId });
    new CfnOutput(this, "AnswerAddress", {
      description: "Give this to the district's provider (OIDC redirect)",
      value: `${domain.baseUrl()}/oauth2/idpresponse`,
    });
    new CfnOutput(this, "SamlAnswerAddress", {
      description: "Give this to the district's provider (SAML)",
      value: `${domain.baseUrl()}/saml2/idpresponse`,
    });
    acknowledge(
      pool,
      "The pool has no users of its own; the district's provider knows its people and asks them for a second factor.",
      "AwsSolutions-COG2",
    );
    acknowledge(pool, "The plus plan guards passwords; the pool has none, and the plan costs per user and month.", "AwsSolutions-COG8");
  }

  #join(pool: CognitoUserPool, one: Config["federation"][number]): Construct {
    if (one.kind === "saml")
      return new UserPoolIdentityProviderSaml(this, one.name, {
        userPool: pool,
        name: one.name,
        metadata: UserPoolIdentityProviderSamlMetadata.url(one.metadataUrl),
        attributeMapping: attributes(one.emailAttribute, one.rosterIdAttribute),
      });
    return new UserPoolIdentityProviderOidc(this, one.name, {
      userPool: pool,
      name: one.name,
      issuerUrl: one.issuer,
      clientId: one.clientId,
      clientSecret: SecretValue.secretsManager(one.clientSecretName).unsafeUnwrap(),
      scopes: ["openid", "email", "profile"],
      attributeMapping: { ...attributes("email", one.rosterIdClaim), emailVerified: ProviderAttribute.other("email_verified") },
    });
  }
}

function attributes(email: string, rosterId: string | undefined): AttributeMapping {
  return {
    email: ProviderAttribute.other(email),
    ...(rosterId !== undefined && { custom: { "custom:roster_id": ProviderAttribute.other(rosterId) } }),
  };
}

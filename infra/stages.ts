import { RetentionDays } from "aws-cdk-lib/aws-logs";

/** How a district's identity provider is joined to the user pool, when its people do not sign in with it directly. */
type Federation =
  | {
      kind: "oidc";
      /** As it is called on the sign-in page and in addresses: letters and digits. */
      name: string;
      issuer: string;
      clientId: string;
      /** The secret in Secrets Manager that holds this provider's client secret. */
      clientSecretName: string;
      /** The claim that holds the roster's sourcedId, where the provider sends one. */
      rosterIdClaim?: string;
    }
  | {
      kind: "saml";
      name: string;
      /** Where the provider publishes its metadata. */
      metadataUrl: string;
      /** The attribute that holds the person's work e-mail. */
      emailAttribute: string;
      rosterIdAttribute?: string;
    };

/** One installation: everything that differs from another. It holds no account number and no secret. */
export type StageConfig = {
  /** Part of every stack's name: lower-case letters, digits and hyphens. */
  name: string;
  /** The AWS region. Left out: the region of the credentials that deploy. */
  region?: string;
  /** The name people type, such as `mtss.maple.example`. Left out: the name CloudFront gives. */
  domainName?: string;
  /** A web application firewall in front of everything; about 10 USD a month. Needs `region`. */
  hasFirewall: boolean;
  /** Requests per five minutes from one address before the firewall refuses more. A whole district often shares one address. */
  requestLimits: { all: number; signIn: number; proof: number };
  /** Each district's short name; the installation keeps one sign-in secret for each. */
  districts: readonly string[];
  /** A Cognito user pool between Throughline and the district's provider: for SAML, or for several providers at once. */
  userPool?: { domainPrefix: string; federation: readonly Federation[] };
  /** Mail through SES from an address in a domain the district owns. Left out: no mail leaves. */
  mail?: { domain: string; fromAddress: string };
  /**
   * The keys that sign badges, the newest first: letters and digits. To change keys, put a new name in front and deploy. An earlier
   * name may be left out once the new keys have signed; what its keys signed stays good.
   */
  badgeKeys: readonly string[];
  /** Who hears of alarms and of the budget. */
  operatorEmail?: string;
  monthlyBudgetUsd: number;
  /** The most that the table may use per second: a fuse against runaway cost. */
  tableLimits: { readUnitsPerSecond: number; writeUnitsPerSecond: number };
  /** The most that the API takes, from everyone together. */
  apiLimits: { requestsPerSecond: number; burst: number };
  /** Keeps background work from using up the account's concurrency. Only where the account's limit is well above 10, as a new one's is not. */
  reservedConcurrency?: { stream: number; work: number; schedule: number };
  /** How long logs are kept, those of people's requests included. */
  logRetention: RetentionDays;
  /** CloudFormation refuses to delete the stacks that hold data. */
  isTerminationProtected: boolean;
};

const dev: StageConfig = {
  name: "dev",
  hasFirewall: false,
  requestLimits: { all: 10_000, signIn: 1_000, proof: 3_000 },
  districts: ["demo"],
  badgeKeys: ["1"],
  monthlyBudgetUsd: 20,
  tableLimits: { readUnitsPerSecond: 1_000, writeUnitsPerSecond: 500 },
  apiLimits: { requestsPerSecond: 50, burst: 100 },
  logRetention: RetentionDays.ONE_MONTH,
  isTerminationProtected: false,
};

const production: StageConfig = {
  name: "production",
  region: "us-east-1",
  domainName: "mtss.maple.example",
  hasFirewall: true,
  requestLimits: { all: 10_000, signIn: 1_000, proof: 3_000 },
  districts: ["maple"],
  badgeKeys: ["1"],
  userPool: {
    domainPrefix: "throughline-maple",
    federation: [
      {
        kind: "saml",
        name: "MapleDistrict",
        metadataUrl: "https://login.maple.example/metadata.xml",
        emailAttribute: "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
      },
    ],
  },
  mail: { domain: "maple.example", fromAddress: "throughline@maple.example" },
  operatorEmail: "technology@maple.example",
  monthlyBudgetUsd: 100,
  tableLimits: { readUnitsPerSecond: 4_000, writeUnitsPerSecond: 2_000 },
  apiLimits: { requestsPerSecond: 500, burst: 1_000 },
  logRetention: RetentionDays.THIRTEEN_MONTHS,
  isTerminationProtected: true,
};

/** Every installation this checkout can deploy. Copy one, change what differs, deploy it by its name. */
export const stages: readonly StageConfig[] = [dev, production];

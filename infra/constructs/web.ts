import { Duration } from "aws-cdk-lib";
import type { ICertificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import type { StageConfig } from "../stages.ts";
import { acknowledge } from "./acknowledge.ts";
import { privateBucket } from "./private-bucket.ts";
import { securityHeadersPolicy } from "./security-headers-policy.ts";
import { WebFiles } from "./web-files.ts";

/** Addresses that the API answers for each request anew; everything else is a file of the web application or one of its pages. */
const apiPaths = ["/api/*", "/auth/*", "/verify/*", "/stop/*", "/openapi.json", "/docs*"] as const;

/** Addresses whose answers say how long they may be kept: keys, lists of status, badges. */
const keptPaths = "/badges/*";

type Props = {
  stage: StageConfig;
  apiHostName: string;
  filesHost: string;
  certificate?: ICertificate | undefined;
  firewallArn?: string | undefined;
};

/** The one address of everything, as `npm start` has it: CloudFront before the web's files and the API. */
export class Web extends Construct {
  readonly distribution: Distribution;
  /** What people type, without a trailing slash. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { stage, apiHostName, filesHost, certificate, firewallArn }: Props) {
    super(scope, id);
    const log = privateBucket(this, "Log", {
      // CloudFront writes its log as another account's user, which needs access lists.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(stage.logRetention) }],
    });
    const files = privateBucket(this, "Files", { serverAccessLogsBucket: log, serverAccessLogsPrefix: "web-files/" });
    const common = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: securityHeadersPolicy(this, "Headers", { filesHost }),
      compress: true,
    };
    const api: BehaviorOptions = {
      ...common,
      origin: new HttpOrigin(apiHostName, { originSslProtocols: [OriginSslPolicy.TLS_V1_2], readTimeout: Duration.seconds(30) }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    this.distribution = new Distribution(this, "Distribution", {
      comment: `Throughline ${stage.name}`,
      defaultRootObject: "index.html",
      defaultBehavior: {
        ...common,
        // With the right to list, a missing file is a 404 and not a 403. Nothing can be listed: "/" is the page.
        origin: S3BucketOrigin.withOriginAccessControl(files, { originAccessLevels: [AccessLevel.READ, AccessLevel.LIST] }),
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        functionAssociations: [{ function: pagesOfTheApplication(this), eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        ...Object.fromEntries(apiPaths.map((path) => [path, api])),
        [keptPaths]: { ...common, origin: api.origin, allowedMethods: AllowedMethods.ALLOW_GET_HEAD, cachePolicy: asLongAsItSays(this) },
      },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      enableLogging: true,
      logBucket: log,
      logFilePrefix: "cloudfront/",
      ...(stage.domainName !== undefined &&
        certificate && { domainNames: [stage.domainName], certificate, minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021 }),
      ...(firewallArn !== undefined && { webAclId: firewallArn }),
    });
    this.origin = `https://${stage.domainName ?? this.distribution.distributionDomainName}`;
    new WebFiles(this, "Deployed", { bucket: files });
    this.#acknowledge(stage);
  }

  #acknowledge(stage: StageConfig): void {
    const { distribution } = this;
    acknowledge(
      distribution,
      "Staff travel, and anyone may verify a certificate; access is decided by session, not by country.",
      "AwsSolutions-CFR1",
    );
    acknowledge(
      distribution,
      'Nothing can be listed: "/" is the page, and no query reaches the bucket. With the right to list, a missing file is a 404.',
      "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
    );
    if (!stage.hasFirewall)
      acknowledge(distribution, `The stage ${stage.name} has no firewall (infra/stages.ts), to save its cost.`, "AwsSolutions-CFR2");
    if (stage.domainName === undefined)
      acknowledge(
        distribution,
        "Without a name of its own the stage uses CloudFront's certificate, for which CloudFront fixes the protocol.",
        "AwsSolutions-CFR4",
      );
  }
}

/** Keeps an answer as long as it says itself; pages for people are kept by the language they were asked in. */
function asLongAsItSays(scope: Construct): CachePolicy {
  return new CachePolicy(scope, "AsLongAsItSays", {
    comment: "Throughline: what is published about badges",
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.hours(1),
    headerBehavior: CacheHeaderBehavior.allowList("Accept-Language"),
    cookieBehavior: CacheCookieBehavior.allowList("throughline-language"),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
}

/** Sends every address without a file ending to the one page, as the local web server does. */
function pagesOfTheApplication(scope: Construct): EdgeFunction {
  return new EdgeFunction(scope, "Pages", {
    comment: "An address without a file ending is a page of the application",
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(
      `function handler(event) { const request = event.request; if (!/\\.[^/]+$/.test(request.uri)) request.uri = "/index.html"; return request; }`,
    ),
  });
}

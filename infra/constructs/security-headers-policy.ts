import { Duration } from "aws-cdk-lib";
import { HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { contentSecurityPolicy, securityHeaders } from "../../functions/platform/security.ts";

/** Headers that CloudFront takes as settings of their own; it refuses them among the custom ones. */
type Named = "strict-transport-security" | "content-security-policy" | "x-content-type-options" | "referrer-policy";
const named: readonly string[] = [
  "strict-transport-security",
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
] satisfies Named[];

/**
 * The API's own security headers, for the files that no function sees; the application's pages alone may send to the store's host
 * besides. What an answer set itself stays as it is.
 */
export function securityHeadersPolicy(scope: Construct, id: string, { filesHost }: { filesHost: string }): ResponseHeadersPolicy {
  const override = false;
  const transport = securityHeaders["strict-transport-security"];
  const referrer: string = securityHeaders["referrer-policy"];
  if (!isReferrerPolicy(referrer)) throw new Error(`CloudFront knows no referrer policy "${referrer}".`);
  const seconds = /max-age=(\d+)/.exec(transport)?.[1];
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(Number(seconds)),
        includeSubdomains: transport.includes("includeSubDomains"),
        preload: transport.includes("preload"),
        override,
      },
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy(`https://${filesHost}`), override },
      contentTypeOptions: { override },
      referrerPolicy: { referrerPolicy: referrer, override },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(securityHeaders)
        .filter(([name]) => !named.includes(name))
        .map(([header, value]) => ({ header, value, override })),
    },
  });
}

function isReferrerPolicy(value: string): value is HeadersReferrerPolicy {
  return Object.values<string>(HeadersReferrerPolicy).includes(value);
}

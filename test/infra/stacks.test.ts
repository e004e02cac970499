import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MailEnv, ServicesEnv } from "../../functions/lambda/env.ts";
import { SigningEnv } from "../../functions/lambda/sign.ts";
import { SecretsEnv } from "../../functions/lambda/secrets.ts";
import { partitionOf } from "../../functions/platform/record.ts";
import { taskPlace } from "../../functions/platform/table-definition.ts";
import { storedLibraryFileName } from "../../functions/curriculum/records.ts";
import { incomingFileName, storedFileName } from "../../functions/learning/records.ts";
import { securityHeaders } from "../../functions/platform/security.ts";
import { tableDefinition } from "../../functions/platform/table-definition.ts";
import { stageNamed, statementsOf, synthesize } from "./synthesized.ts";

describe.each(["dev", "production"])("the stacks of the stage %s", (name) => {
  let made: Awaited<ReturnType<typeof synthesize>>;
  const stage = stageNamed(name);
  const one = (type: string) => {
    const [found, ...more] = made.resources(type);
    if (!found || more.length > 0) throw new Error(`expected one ${type}`);
    return found.Properties;
  };
  const functionNamed = (file: string) => {
    const found = made
      .resources("AWS::Lambda::Function")
      .find(({ Properties }) => String(Properties.Description).endsWith(`functions/lambda/${file}.ts`));
    if (!found) throw new Error(`no function for ${file}`);
    return found.Properties;
  };
  beforeAll(async () => {
    made = await synthesize(stage);
  });
  afterAll(() => made.close());

  it("know no account and look nothing up", () => {
    const text = JSON.stringify([...made.templates.values()].map((template) => template.toJSON()));
    expect(text).not.toMatch(/arn:aws:[a-z0-9-]+:[a-z0-9-]*:\d{12}:/);
    expect(made.app.synth().manifest.missing ?? []).toEqual([]);
  });

  it("have the one table, with its keys and indexes as the functions know them", () => {
    const table = one("AWS::DynamoDB::GlobalTable");
    const keys = (partition: string, sort: string) => [
      { AttributeName: partition, KeyType: "HASH" },
      { AttributeName: sort, KeyType: "RANGE" },
    ];
    expect(table.KeySchema).toEqual(keys(tableDefinition.partitionKey, tableDefinition.sortKey));
    expect(
      table.GlobalSecondaryIndexes.map((index: { IndexName: string; KeySchema: unknown }) => [index.IndexName, index.KeySchema]),
    ).toEqual(tableDefinition.indexes.map((index) => [index.name, keys(index.partitionKey, index.sortKey)]));
    expect(table.TimeToLiveSpecification).toEqual({ AttributeName: tableDefinition.timeToLive, Enabled: true });
    expect(table.StreamSpecification).toEqual({ StreamViewType: "KEYS_ONLY" });
  });

  it("guard the table: 35 days of history, no deletion by mistake, encryption, and a fuse on its cost", () => {
    const table = one("AWS::DynamoDB::GlobalTable");
    expect(table.BillingMode).toBe("PAY_PER_REQUEST");
    expect(table.Replicas).toEqual([
      expect.objectContaining({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        ContributorInsightsSpecification: { Enabled: true, Mode: "THROTTLED_KEYS" },
        ReadOnDemandThroughputSettings: { MaxReadRequestUnits: stage.tableLimits.readUnitsPerSecond },
      }),
    ]);
    expect(table.WriteOnDemandThroughputSettings).toEqual({ MaxWriteRequestUnits: stage.tableLimits.writeUnitsPerSecond });
    expect(table.SSESpecification).toEqual({ SSEEnabled: true, SSEType: "KMS" });
  });

  it("keep what must not be lost when a stack is deleted", () => {
    const kept = [
      "AWS::DynamoDB::GlobalTable",
      "AWS::S3::Bucket",
      "AWS::SecretsManager::Secret",
      "AWS::Cognito::UserPool",
      "AWS::KMS::Key",
    ].flatMap(made.resources);
    expect(kept.length).toBeGreaterThanOrEqual(6);
    for (const { DeletionPolicy, UpdateReplacePolicy } of kept) expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(["Retain", "Retain"]);
  });

  it("let nothing public into a bucket, and nothing but https", () => {
    const buckets = made.resources("AWS::S3::Bucket");
    const policies = made.resources("AWS::S3::BucketPolicy");
    for (const { id, stack, Properties } of buckets) {
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties.BucketEncryption).toBeDefined();
      const policy = policies.find((candidate) => candidate.stack === stack && candidate.Properties.Bucket.Ref === id);
      expect(JSON.stringify(policy?.Properties.PolicyDocument)).toContain('"aws:SecureTransport":"false"');
    }
  });

  it("run every function on Node 24 and arm64, from its own log and with all its environment names and no others", () => {
    const schemas = {
      api: [ServicesEnv, SecretsEnv],
      stream: [ServicesEnv, MailEnv],
      schedule: [ServicesEnv, MailEnv],
      sign: [ServicesEnv, SigningEnv],
    };
    for (const [file, parts] of Object.entries(schemas)) {
      const { Runtime, Architectures, MemorySize, TracingConfig, LoggingConfig, Environment } = functionNamed(file);
      expect({ Runtime, Architectures, MemorySize, TracingConfig }).toEqual({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        MemorySize: 1024,
        TracingConfig: { Mode: "Active" },
      });
      expect(LoggingConfig.LogGroup).toBeDefined();
      // Names that exist only once deployed are stood in for; what they are made of is CloudFormation's affair.
      const variables = Object.fromEntries(
        Object.entries(Environment.Variables).map(([key, value]) => [
          key,
          typeof value === "string" ? value : key === "ORIGIN" ? "https://stand.in" : "stand-in",
        ]),
      );
      for (const schema of parts) expect(schema.safeParse(variables).error).toBeUndefined();
      expect(Object.keys(variables).filter((key) => !parts.some(({ shape }) => key in shape))).toEqual([]);
    }
    for (const { Properties } of made.resources("AWS::Logs::LogGroup").filter(({ id }) => !id.startsWith("Custom")))
      expect(Properties.RetentionInDays).toBe(stage.logRetention);
  });

  it("allow a function what the thin table does, and never a scan, an update or everything", () => {
    const ours = statementsOf(made.resources, /^(Api|Stream|Work|Schedule)Function|^EvidencePutAndGet/);
    const actions = ours.flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.startsWith("dynamodb:") && !/Stream|Shard|GetRecords/.test(action)).toSorted()).toEqual(
      ["api", "stream", "work", "schedule"]
        .flatMap(() =>
          ["ConditionCheckItem", "DeleteItem", "DeleteItem", "GetItem", "PutItem", "Query", "Query"].map((verb) => `dynamodb:${verb}`),
        )
        .toSorted(),
    );
    expect(actions.filter((action) => /:\*$|^\*$|Scan|UpdateItem|BatchWrite|DeleteTable/.test(action))).toEqual([]);
    const everywhere = ours.filter(({ Resource }) => Resource.includes("*"));
    expect(everywhere.map(({ Action }) => Action.toSorted())).toEqual(
      ["api", "stream", "work", "schedule"].map(() => ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]),
    );
  });

  it("keep the system's queue from the API, and the audit from being deleted by anyone", () => {
    const api = statementsOf(made.resources, /^ApiFunction/);
    const indexes = api.find(({ Action, Resource }) => Action.includes("dynamodb:Query") && JSON.stringify(Resource).includes("/index/"));
    expect(JSON.stringify(indexes?.Resource).match(/index\/\w+/g)).toEqual(["index/index1", "index/index2"]);
    const denied = statementsOf(made.resources, /^(Api|Stream|Work|Schedule)Function/).filter(({ Effect }) => Effect === "Deny");
    expect(denied).toHaveLength(4);
    for (const { Action, Condition } of denied)
      expect({ Action, Condition }).toEqual({
        Action: ["dynamodb:DeleteItem"],
        Condition: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["D#*#AUD#*"] } },
      });
  });

  it("give each of the other rights to those alone who use them", () => {
    const holders = (action: RegExp) =>
      ["Api", "Stream", "Work", "Schedule"].filter((holder) =>
        statementsOf(made.resources, new RegExp(`^${holder}Function`)).some(({ Action }) => Action.some((each) => action.test(each))),
      );
    expect(holders(/^secretsmanager:/)).toEqual(["Api"]);
    expect(holders(/^ses:/)).toEqual(stage.mail ? ["Stream", "Schedule"] : []);
    expect(holders(/^s3:/)).toEqual(["Stream", "Work"]);
    for (const policy of [/^EvidencePutAndGet/, /^EvidenceRosterFiles/])
      expect(statementsOf(made.resources, policy).flatMap(({ Action }) => Action)).toEqual([
        "s3:GetObject",
        "s3:PutObject",
        "s3:ListBucketVersions",
      ]);
    expect(statementsOf(made.resources, /^EvidenceRosterFiles/)[0]?.Resource.map(joined)).toEqual(["<>/exports/dst_*", "<>/imports/dst_*"]);
    const removing = statementsOf(made.resources, /^EvidenceRemove/);
    expect(removing.flatMap(({ Action }) => Action)).toEqual(["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucketVersions"]);
    expect(JSON.stringify(removing.map(({ Resource }) => Resource)).match(/[a-z/]*dst_[^"]*/g)).toEqual([
      "/dst_*/stf_*/fil_*",
      "/incoming/dst_*/stf_*/fil_*",
    ]);
    expect(
      made
        .resources("AWS::IAM::Role")
        .filter(({ Properties }) => JSON.stringify(Properties.ManagedPolicyArns ?? "").includes("Evidence"))
        .map(({ id }) => id),
    ).toEqual([expect.stringMatching(/^ApiFunctionRole/), expect.stringMatching(/^WorkFunctionRole/)]);
  });

  it("let whoever reads a file learn that it is not there, whatever kind of file it is", () => {
    const names = {
      library: storedLibraryFileName("dst_1", "lbf_1"),
      evidence: storedFileName("dst_1", "stf_1", "fil_1"),
      incoming: incomingFileName("dst_1", "stf_1", "fil_1"),
      imports: "imports/dst_1/imp_1/plan-1.gz",
      exports: "exports/dst_1/tsk_1/piece-0.bin",
    };
    const fits = (pattern: string, file: string) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(file);
    const readAndListed = (policy: RegExp) => {
      const statements = statementsOf(made.resources, policy);
      const ofAction = (action: string) => statements.filter(({ Action }) => Action.includes(action));
      const read = ofAction("s3:GetObject").flatMap(({ Resource }) => Resource.map(joined));
      const listed = ofAction("s3:ListBucketVersions").flatMap(({ Condition }) => {
        const { StringLike } = Condition as { StringLike: { "s3:prefix": string | string[] } };
        return [StringLike["s3:prefix"]].flat();
      });
      const kinds = (patterns: string[]) =>
        Object.entries(names).flatMap(([kind, file]) => (patterns.some((pattern) => fits(pattern, file)) ? [kind] : []));
      return { read: kinds(read.map((pattern) => pattern.replace("<>/", ""))), listed: kinds(listed) };
    };
    expect(readAndListed(/^EvidencePutAndGet/)).toEqual({ read: Object.keys(names), listed: Object.keys(names) });
    expect(readAndListed(/^EvidenceRosterFiles/)).toEqual({ read: ["imports", "exports"], listed: ["imports", "exports"] });
  });

  it("work the stream off from its beginning, split a failing batch, and set aside whole what fails for good", () => {
    const [stream, work] = made.resources("AWS::Lambda::EventSourceMapping");
    expect(work?.Properties).toMatchObject({
      StartingPosition: "TRIM_HORIZON",
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { SK: { S: [taskPlace] } } } }) }] },
      BatchSize: 1,
      DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/^WorkSetAside/), "Arn"] } } },
    });
    expect(stream?.Properties).toMatchObject({
      StartingPosition: "TRIM_HORIZON",
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify({ dynamodb: { Keys: { PK: { S: [{ prefix: partitionOf("", "") }] } } } }) }] },
      BatchSize: 100,
      MaximumBatchingWindowInSeconds: 1,
      ParallelizationFactor: 4,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      MaximumRetryAttempts: 8,
      MaximumRecordAgeInSeconds: 12 * 3600,
      DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/^StreamSetAside/), "Arn"] } } },
    });
  });

  it("hear from SES what became of each message, keep trying for a day, and keep what could not be put down", () => {
    const rules = made.resources("AWS::Events::Rule");
    if (!stage.mail) return expect(rules).toEqual([]);
    const [told] = rules;
    expect(told?.Properties.EventPattern).toMatchObject({ source: ["aws.ses"], detail: { mail: { tags: expect.anything() } } });
    expect(told?.Properties.Targets).toEqual([
      expect.objectContaining({
        DeadLetterConfig: expect.anything(),
        RetryPolicy: expect.objectContaining({ MaximumEventAgeInSeconds: 86_400 }),
      }),
    ]);
    const { EventDestination } = one("AWS::SES::ConfigurationSetEventDestination");
    expect(EventDestination.MatchingEventTypes.toSorted()).toEqual(["bounce", "complaint", "delivery", "send"]);
    const rights = statementsOf(made.resources, /^MailEventsFunction/).flatMap(({ Action }) => Action);
    expect(rights.filter((action) => /^(ses|s3|secretsmanager):/.test(action))).toEqual([]);
  });

  it("let one function alone sign badges, with keys that stay, and have it called by those alone who have something signed", () => {
    const keys = made.resources("AWS::KMS::Key");
    const kinds: string[] = keys.map(({ Properties }) => `${Properties.KeySpec} ${Properties.KeyUsage}`);
    expect(kinds.toSorted()).toEqual(
      stage.badgeKeys.flatMap(() => ["ECC_NIST_EDWARDS25519 SIGN_VERIFY", "RSA_3072 SIGN_VERIFY"]).toSorted(),
    );
    const signer = made.resources("AWS::IAM::Role").filter(({ id }) => id.startsWith("SignFunctionRole"));
    expect(signer).toHaveLength(1);
    for (const { Properties } of keys) {
      const statements: { Effect: string; Action: string | string[]; Principal: unknown }[] = Properties.KeyPolicy.Statement;
      const signing = statements.filter(({ Action }) => [Action].flat().some((action) => /^kms:(Sign|\*)$/.test(action)));
      expect(signing).toEqual([expect.objectContaining({ Effect: "Allow", Principal: { AWS: { "Fn::GetAtt": [signer[0]?.id, "Arn"] } } })]);
    }
    // Nobody else is given the right by a policy of their own, which would not count either.
    expect(
      statementsOf(made.resources, /./)
        .flatMap(({ Action }) => Action)
        .filter((action) => action.startsWith("kms:")),
    ).toEqual([]);
    const callers = ["Api", "Stream", "Work", "Schedule", "Sign", "MailEvents"].filter((holder) =>
      statementsOf(made.resources, new RegExp(`^${holder}Function`)).some(({ Action }) => Action.includes("lambda:InvokeFunction")),
    );
    expect(callers).toEqual(["Stream", "Work"]);
    const [called] = statementsOf(made.resources, /^StreamFunction/).filter(({ Action }) => Action.includes("lambda:InvokeFunction"));
    expect(called?.Resource).toEqual([{ "Fn::GetAtt": [expect.stringMatching(/^SignFunction/), "Arn"] }]);
  });

  it("run the schedule every hour, and keep a run that failed", () => {
    const { ScheduleExpression, Target } = one("AWS::Scheduler::Schedule");
    expect(ScheduleExpression).toBe("cron(2 * * * ? *)");
    expect(Target.DeadLetterConfig.Arn).toEqual(one("AWS::Lambda::EventInvokeConfig").DestinationConfig.OnFailure.Destination);
  });

  it("send the API's paths to the API and everything else to the web's files, by TLS alone", () => {
    const { DistributionConfig } = one("AWS::CloudFront::Distribution");
    const paths = DistributionConfig.CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern);
    expect(paths).toEqual(["/api/*", "/auth/*", "/verify/*", "/stop/*", "/openapi.json", "/docs*", "/badges/*"]);
    const [files, api] = DistributionConfig.Origins;
    expect(files.OriginAccessControlId).toBeDefined();
    expect(api.CustomOriginConfig).toMatchObject({ OriginProtocolPolicy: "https-only", OriginSSLProtocols: ["TLSv1.2"] });
    for (const behaviour of [DistributionConfig.DefaultCacheBehavior, ...DistributionConfig.CacheBehaviors])
      expect(behaviour.ViewerProtocolPolicy).toBe("redirect-to-https");
    expect(DistributionConfig.ViewerCertificate?.MinimumProtocolVersion).toBe(stage.domainName === undefined ? undefined : "TLSv1.2_2021");
    expect(DistributionConfig.WebACLId !== undefined).toBe(stage.hasFirewall);
  });

  it("keep what is published about badges near to whoever asks for it, as long as it says and no longer, and nothing else of the API", () => {
    const { DistributionConfig } = one("AWS::CloudFront::Distribution");
    const [kept, ...others] = DistributionConfig.CacheBehaviors.toReversed();
    const { CachePolicyConfig } = one("AWS::CloudFront::CachePolicy");
    expect(kept.CachePolicyId).toEqual({ Ref: made.resources("AWS::CloudFront::CachePolicy")[0]?.id });
    expect(CachePolicyConfig).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: "whitelist", Cookies: ["throughline-language"] },
        HeadersConfig: { HeaderBehavior: "whitelist", Headers: ["Accept-Language"] },
      },
    });
    // AWS's own policy that keeps nothing.
    for (const { CachePolicyId } of others) expect(CachePolicyId).toBe("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
  });

  it("answer for the web's files with the very headers that the API sends", () => {
    const { SecurityHeadersConfig: named, CustomHeadersConfig: custom } = one(
      "AWS::CloudFront::ResponseHeadersPolicy",
    ).ResponseHeadersPolicyConfig;
    const { StrictTransportSecurity: transport } = named;
    const sent = {
      "strict-transport-security": `max-age=${transport.AccessControlMaxAgeSec}${transport.IncludeSubdomains ? "; includeSubDomains" : ""}${transport.Preload ? "; preload" : ""}`,
      "content-security-policy": named.ContentSecurityPolicy.ContentSecurityPolicy,
      "x-content-type-options": named.ContentTypeOptions ? "nosniff" : "",
      "referrer-policy": named.ReferrerPolicy.ReferrerPolicy,
      ...Object.fromEntries(custom.Items.map(({ Header, Value }: { Header: string; Value: string }) => [Header, Value])),
    };
    const policy = securityHeaders["content-security-policy"];
    const [before = "", after = ""] = policy.split("connect-src 'self'");
    const [given = "", ...more] = joined(named.ContentSecurityPolicy.ContentSecurityPolicy).split("connect-src 'self' https://");
    expect([given, more]).toEqual([before, [`<>${after}`]]);
    expect({ ...sent, "content-security-policy": policy }).toEqual(securityHeaders);
  });

  it("take a file from the application's own pages alone, into a place that empties itself", () => {
    const { CorsConfiguration, LifecycleConfiguration } = made
      .resources("AWS::S3::Bucket")
      .find(({ id }) => id.startsWith("EvidenceBucket"))!.Properties;
    expect(CorsConfiguration.CorsRules).toEqual([
      {
        AllowedMethods: ["PUT"],
        AllowedOrigins: [`https://${stage.domainName ?? "*.cloudfront.net"}`],
        AllowedHeaders: ["content-type", "x-amz-checksum-sha256"],
        MaxAge: 3600,
      },
    ]);
    expect(LifecycleConfiguration.Rules).toContainEqual(
      expect.objectContaining({ Prefix: "incoming/", ExpirationInDays: 1, NoncurrentVersionExpiration: { NoncurrentDays: 1 } }),
    );
  });

  it("name in every alarm a page of the runbook that exists, and tell someone", () => {
    const alarms = made.resources("AWS::CloudWatch::Alarm");
    expect(alarms.length).toBeGreaterThanOrEqual(14);
    for (const { Properties } of alarms) {
      expect(runbookHeadings()).toContain(headingOf(Properties.AlarmDescription));
      expect(Properties.AlarmActions).toHaveLength(1);
    }
  });
});

it("every page of the runbook has its alarm", async () => {
  const made = await synthesize(stageNamed("production"));
  made.close();
  const told = new Set(made.resources("AWS::CloudWatch::Alarm").map(({ Properties }) => headingOf(Properties.AlarmDescription)));
  expect(runbookHeadings().filter((heading) => !heading.startsWith("How ") && !told.has(heading))).toEqual([]);
});

/** A text with `<>` for each part that is known only once it is deployed. */
function joined(value: unknown): string {
  if (typeof value === "string") return value;
  const [separator, parts] = (value as { "Fn::Join": [string, unknown[]] })["Fn::Join"];
  return parts.map((part) => (typeof part === "string" ? part : "<>")).join(separator);
}

/** The page that an alarm's description names. */
function headingOf(description: string): string {
  return description.replace(/( \([\w-]+\))?\. What to do: .*/, "");
}

/** The pages of the runbook: one for each alarm, and a few that say how something is done. */
function runbookHeadings(): string[] {
  return [...readFileSync("docs/runbook.md", "utf8").matchAll(/^## (.+)$/gm)].map(([, heading = ""]) => heading);
}

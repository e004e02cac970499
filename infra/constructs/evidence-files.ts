import { Duration } from "aws-cdk-lib";
import { ManagedPolicy, PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import { HttpMethods, type IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { acknowledge, wildcardBelow } from "./acknowledge.ts";
import { privateBucket } from "./private-bucket.ts";

/** The names of evidence files (`storedFileName` of learning): district, person, file. */
const evidence = "dst_*/stf_*/fil_*";
/** Where they lie until the API has looked at them (`incomingFileName`). */
const incoming = `incoming/${evidence}`;
/** The files of a district's own library (`storedLibraryFileName` of curriculum). */
const library = "dst_*/library/lbf_*";
/** What is read of roster files, and what is made of everyone's rows. */
const rosterFiles = ["imports/dst_*", "exports/dst_*"];

/**
 * The files people hand in as evidence: an overwritten or deleted one can be brought back for 90 days. Beside them, in folders of
 * their own, what browsers put there and nobody has looked at yet, and what was read of roster files; both go by themselves.
 */
export class EvidenceFiles extends Construct {
  readonly bucket: IBucket;
  readonly #putAndGet: ManagedPolicy;
  readonly #rosterFiles: ManagedPolicy;
  readonly #remove: ManagedPolicy;

  constructor(scope: Construct, id: string, { accessLog, origin }: { accessLog: IBucket; origin: string }) {
    super(scope, id);
    this.bucket = privateBucket(this, "Bucket", {
      versioned: true,
      serverAccessLogsBucket: accessLog,
      serverAccessLogsPrefix: "evidence/",
      // A browser puts a file at an address that the API signed; it reads none by script.
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [origin],
          allowedHeaders: ["content-type", "x-amz-checksum-sha256"],
          maxAge: 3_600,
        },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1), noncurrentVersionExpiration: Duration.days(90) },
        // What a roster file says of people, one that came or one that was made, does not stay (docs/privacy.md, retention), and cannot be brought back.
        { id: "incoming", prefix: "incoming/", expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
        { id: "exports", prefix: "exports/", expiration: Duration.days(7), noncurrentVersionExpiration: Duration.days(1) },
        { id: "imports", prefix: "imports/", expiration: Duration.days(90), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    this.#putAndGet = this.#use("PutAndGet", {
      description: "Put and get files, and know that one is not there; not delete",
      names: [evidence, incoming, library, ...rosterFiles],
      reason: "Each file has a name of its own, made when it is handed in; the API decides by person and permission which one may be read.",
    });
    this.#rosterFiles = this.#use("RosterFiles", {
      description: "Put and get what is read and made of rosters, and know that it is not there; nothing else of the bucket",
      names: rosterFiles,
      reason: "Each file has a name of its own, made when a roster is read or an export is asked for.",
    });
    this.#remove = new ManagedPolicy(this, "Remove", {
      description: "Remove evidence files, arrived and arriving, with all their versions; nothing else of the bucket",
      statements: [
        new PolicyStatement({
          actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
          resources: [evidence, incoming].map((names) => this.bucket.arnForObjects(names)),
        }),
        this.#listed([evidence, incoming]),
      ],
    });
    acknowledge(
      this.#remove,
      "A file has a name of its own, made when it is handed in; the API decides by person and permission which one may be removed.",
      wildcardBelow(this.bucket, `/${evidence}`),
      wildcardBelow(this.bucket, `/${incoming}`),
    );
  }

  #use(id: string, { description, names, reason }: { description: string; names: string[]; reason: string }): ManagedPolicy {
    const objects = new PolicyStatement({
      actions: ["s3:PutObject", "s3:GetObject"],
      resources: names.map((name) => this.bucket.arnForObjects(name)),
    });
    const policy = new ManagedPolicy(this, id, { description, statements: [objects, this.#listed(names)] });
    acknowledge(policy, reason, ...names.map((name) => wildcardBelow(this.bucket, `/${name}`)));
    return policy;
  }

  /** S3 says "forbidden" of what is not there to whoever may not list it, so what may be read may be listed (`functions/lambda/s3-files.ts`). */
  #listed(names: string[]): PolicyStatement {
    return new PolicyStatement({
      actions: ["s3:ListBucketVersions"],
      resources: [this.bucket.bucketArn],
      conditions: { StringLike: { "s3:prefix": names } },
    });
  }

  /** Removes a person's file for good when a student can be recognized in it: theirs alone, no library, no import. */
  grantRemove({ role }: { role: Role }): void {
    role.addManagedPolicy(this.#remove);
  }

  /** What is read and made of rosters may be put and got; nothing that people hand in, arrived or arriving. */
  grantRosterFiles({ role }: { role: Role }): void {
    role.addManagedPolicy(this.#rosterFiles);
  }

  /** Files may be put and got, by names that are known; not deleted. */
  grantPutAndGet({ role }: { role: Role }): void {
    role.addManagedPolicy(this.#putAndGet);
  }
}

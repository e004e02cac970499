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
/** What is read of roster files, and what is made of everyone's rows. */
const rosterFolders = ["imports/", "exports/"];

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
    this.#putAndGet = new ManagedPolicy(this, "PutAndGet", {
      description: "Put and get evidence files; not list, not delete",
      statements: [new PolicyStatement({ actions: ["s3:PutObject", "s3:GetObject"], resources: [this.bucket.arnForObjects("*")] })],
    });
    acknowledge(
      this.#putAndGet,
      "Each file has a name of its own, made when it is handed in; the API decides by person and permission which one may be read.",
      wildcardBelow(this.bucket, "/*"),
    );
    this.#rosterFiles = new ManagedPolicy(this, "RosterFiles", {
      description: "Put and get what is read and made of rosters; nothing else of the bucket",
      statements: [
        new PolicyStatement({
          actions: ["s3:PutObject", "s3:GetObject"],
          resources: rosterFolders.map((folder) => this.bucket.arnForObjects(`${folder}*`)),
        }),
      ],
    });
    acknowledge(
      this.#rosterFiles,
      "Each file has a name of its own, made when a roster is read or an export is asked for.",
      ...rosterFolders.map((folder) => wildcardBelow(this.bucket, `/${folder}*`)),
    );
    this.#remove = new ManagedPolicy(this, "Remove", {
      description: "Remove evidence files, arrived and arriving, with all their versions; nothing else of the bucket",
      statements: [
        new PolicyStatement({
          actions: ["s3:DeleteObject", "s3:DeleteObjectVersion"],
          resources: [evidence, incoming].map((names) => this.bucket.arnForObjects(names)),
        }),
        new PolicyStatement({
          actions: ["s3:ListBucketVersions"],
          resources: [this.bucket.bucketArn],
          conditions: { StringLike: { "s3:prefix": [evidence, incoming] } },
        }),
      ],
    });
    acknowledge(
      this.#remove,
      "A file has a name of its own, made when it is handed in; the API decides by person and permission which one may be removed.",
      wildcardBelow(this.bucket, `/${evidence}`),
      wildcardBelow(this.bucket, `/${incoming}`),
    );
  }

  /** Removes a person's file for good when a student can be recognized in it: theirs alone, no library, no import. */
  grantRemove({ role }: { role: Role }): void {
    role.addManagedPolicy(this.#remove);
  }

  /** What is read and made of rosters may be put and got; nothing that people hand in, arrived or arriving. */
  grantRosterFiles({ role }: { role: Role }): void {
    role.addManagedPolicy(this.#rosterFiles);
  }

  /** Evidence may be put and got; not listed, not deleted. */
  grantPutAndGet({ role }: { role: Role }): void {
    role.addManagedPolicy(this.#putAndGet);
  }
}

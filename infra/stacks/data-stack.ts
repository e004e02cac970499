import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Operation } from "aws-cdk-lib/aws-dynamodb";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import type { DeployedServicesEnv } from "../../functions/lambda/env.ts";
import { fiveMinutes, type Trouble } from "../constructs/alarms.ts";
import { EvidenceFiles } from "../constructs/evidence-files.ts";
import { privateBucket } from "../constructs/private-bucket.ts";
import { Table } from "../constructs/table.ts";
import type { StageConfig } from "../stages.ts";

/** Everything that must never be lost. Nothing here is deleted with the stack. */
export class DataStack extends Stack {
  readonly table: Table;
  readonly files: EvidenceFiles;
  readonly accessLog: IBucket;

  constructor(scope: Construct, id: string, props: StackProps & { stage: StageConfig }) {
    super(scope, id, { ...props, terminationProtection: props.stage.isTerminationProtected });
    this.table = new Table(this, "Table", props.stage.tableLimits);
    this.accessLog = privateBucket(this, "AccessLog", { lifecycleRules: [{ expiration: Duration.days(props.stage.logRetention) }] });
    this.files = new EvidenceFiles(this, "Evidence", { accessLog: this.accessLog, origin: pagesOf(props.stage) });
    new CfnOutput(this, "TableName", { value: this.table.resource.tableName });
    new CfnOutput(this, "EvidenceBucket", { value: this.files.bucket.bucketName });
  }

  /** What every function is told of the data. The content is shipped inside the function. */
  functionEnvironment(origin: string): DeployedServicesEnv {
    return {
      TABLE_NAME: this.table.resource.tableName,
      FILES_BUCKET: this.files.bucket.bucketName,
      CONTENT_FOLDER: "/var/task/content",
      ORIGIN: origin,
    };
  }

  /** The table refuses requests because they are too many, for it or for its fuse. */
  troubles(): Trouble[] {
    const { GET_ITEM, QUERY, PUT_ITEM, DELETE_ITEM, TRANSACT_WRITE_ITEMS } = Operation;
    const operations = [GET_ITEM, QUERY, PUT_ITEM, DELETE_ITEM, TRANSACT_WRITE_ITEMS];
    const throttled = this.table.resource.metricThrottledRequestsForOperations({ operations, period: fiveMinutes });
    return [{ heading: "The table is throttled", metric: throttled, upTo: 0, periods: 2 }];
  }
}

/**
 * Where the application's pages come from. A stage without a name of its own is given one by CloudFront, which stands after the data:
 * there any of CloudFront's names may send. It is the signature of an address that lets a file in, and no page of another has one.
 */
const pagesOf = ({ domainName }: StageConfig): string => `https://${domainName ?? "*.cloudfront.net"}`;

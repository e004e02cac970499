import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, Billing, ContributorInsightsMode, StreamViewType, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Effect, type IGrantable, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { type IndexName, tableDefinition } from "../../functions/platform/table-definition.ts";
import type { StageConfig } from "../stages.ts";

/** The one table. It outlives its stack, cannot be deleted by mistake, and can be restored to any second of 35 days. */
export class Table extends Construct {
  readonly resource: TableV2;

  constructor(scope: Construct, id: string, { readUnitsPerSecond, writeUnitsPerSecond }: StageConfig["tableLimits"]) {
    super(scope, id);
    const { partitionKey, sortKey, timeToLive, indexes } = tableDefinition;
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    this.resource = new TableV2(this, "Resource", {
      partitionKey: text(partitionKey),
      sortKey: text(sortKey),
      globalSecondaryIndexes: indexes.map((index) => ({
        indexName: index.name,
        partitionKey: text(index.partitionKey),
        sortKey: text(index.sortKey),
      })),
      timeToLiveAttribute: timeToLive,
      // Reactions are told where something changed and read what is there: no copy of it passes through the stream.
      dynamoStream: StreamViewType.KEYS_ONLY,
      billing: Billing.onDemand({ maxReadRequestUnits: readUnitsPerSecond, maxWriteRequestUnits: writeUnitsPerSecond }),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      contributorInsightsSpecification: { enabled: true, mode: ContributorInsightsMode.THROTTLED_KEYS },
      encryption: TableEncryptionV2.awsManagedKey(),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  /**
   * What the thin table does, and nothing else: get, query (of these indexes alone), put, delete and check, alone or in
   * one transaction (a transaction is authorized by its parts). Nothing scans or updates, and the audit cannot be deleted.
   */
  grantUse(grantee: IGrantable, indexes: readonly IndexName[]): void {
    const { tableArn } = this.resource;
    const principal = grantee.grantPrincipal;
    principal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:ConditionCheckItem"],
        resources: [tableArn],
      }),
    );
    if (indexes.length > 0)
      principal.addToPrincipalPolicy(
        new PolicyStatement({ actions: ["dynamodb:Query"], resources: indexes.map((name) => `${tableArn}/index/${name}`) }),
      );
    principal.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: ["dynamodb:DeleteItem"],
        resources: [tableArn],
        conditions: { "ForAnyValue:StringLike": { "dynamodb:LeadingKeys": ["D#*#AUD#*"] } },
      }),
    );
  }
}

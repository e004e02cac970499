import { ConditionalCheckFailedException, DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { AppError } from "../../functions/platform/errors.ts";
import { GuardFailed, type Item, openTable } from "../../functions/platform/table.ts";
import { localClientSettings } from "../../infra/local/embedded-database.ts";

const row = (SK: string, version = 1): Item => ({ PK: "D#dst_maple#T", SK, type: "thing", version });
const meta = { $metadata: {}, message: "simulated" };
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...meta, CancellationReasons: codes.map((Code) => ({ Code })) });
const named = (name: string) => Object.assign(new Error("simulated"), { name });

describe("what the table sends", () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(localClientSettings("http://127.0.0.1:1")));
  const dynamo = mockClient(client);
  const table = openTable(client, "throughline-test");
  beforeEach(() => void dynamo.reset());
  const tokens = () => dynamo.commandCalls(TransactWriteCommand).map((call) => call.args[0].input.ClientRequestToken);
  const pair = [
    { put: row("a"), guard: "absent" as const },
    { put: row("b"), guard: "absent" as const },
  ];

  it("is one put for one row and one transaction for several", async () => {
    dynamo.on(PutCommand).resolves({}).on(TransactWriteCommand).resolves({});
    await table.write([{ put: row("a"), guard: { version: 3 } }]);
    await table.write(pair);
    expect(dynamo.commandCalls(PutCommand)[0]?.args[0].input).toMatchObject({
      ConditionExpression: "#version = :version",
      ExpressionAttributeValues: { ":version": 3 },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
    expect(dynamo.commandCalls(TransactWriteCommand)[0]?.args[0].input.TransactItems).toEqual([
      { Put: { TableName: "throughline-test", ConditionExpression: "attribute_not_exists(PK)", Item: row("a") } },
      { Put: { TableName: "throughline-test", ConditionExpression: "attribute_not_exists(PK)", Item: row("b") } },
    ]);
  });

  it("reads the table strongly and an index as it can be read", async () => {
    dynamo.on(GetCommand).resolves({}).on(QueryCommand).resolves({});
    await table.get({ PK: "p", SK: "s" });
    await table.query("p");
    await table.query("p", { eventual: true });
    await table.query("p", { index: "index2" });
    expect(dynamo.commandCalls(GetCommand)[0]?.args[0].input.ConsistentRead).toBe(true);
    expect(dynamo.commandCalls(QueryCommand).map((call) => call.args[0].input.ConsistentRead)).toEqual([true, false, false]);
  });

  it("repeats a transaction that was cancelled by conflicts alone, with the same token, until it lands", async () => {
    dynamo
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled("TransactionConflict", "None"))
      .rejectsOnce(cancelled("None", "ThrottlingError"))
      .rejectsOnce(cancelled("ProvisionedThroughputExceeded", "TransactionConflict"))
      .resolves({});
    await table.write(pair);
    expect(tokens()).toHaveLength(4);
    expect(new Set(tokens()).size).toBe(1);
    expect(tokens()[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("gives up on conflicts after five repetitions and says that nothing was lost", async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled("TransactionConflict", "None"));
    const error = await table.write(pair).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "try-again", detail: expect.stringContaining("Nothing was lost") });
    expect(tokens()).toHaveLength(6);
    expect(new Set(tokens()).size).toBe(1);
  });

  it("does not repeat a transaction of which a guard failed, whatever else went wrong with it", async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled("TransactionConflict", "ConditionalCheckFailed"));
    const error = await table.write(pair).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GuardFailed);
    expect((error as GuardFailed).failed).toEqual([{ key: { PK: row("b").PK, SK: "b" }, guard: "absent" }]);
    expect(tokens()).toHaveLength(1);
  });

  it("does not repeat a transaction that was wrong in itself", async () => {
    dynamo.on(TransactWriteCommand).rejects(cancelled("ValidationError", "TransactionConflict"));
    await expect(table.write(pair)).rejects.toBeInstanceOf(TransactionCanceledException);
    expect(tokens()).toHaveLength(1);
  });

  it("uses a new token for each new write", async () => {
    dynamo.on(TransactWriteCommand).resolves({});
    await table.write(pair);
    await table.write(pair);
    expect(new Set(tokens()).size).toBe(2);
  });

  it.each([
    "ProvisionedThroughputExceededException",
    "ThrottlingException",
    "InternalServerError",
    "TransactionInProgressException",
    "TimeoutError",
  ])("answers %s, once the client has given up, by asking to try again", async (name) => {
    dynamo.on(GetCommand).rejects(named(name)).on(QueryCommand).rejects(named(name)).on(PutCommand).rejects(named(name));
    dynamo.on(TransactWriteCommand).rejects(named(name));
    for (const work of [table.get({ PK: "p", SK: "s" }), table.query("p"), table.write([{ put: row("a") }]), table.write(pair)])
      await expect(work).rejects.toMatchObject({ code: "try-again" });
  });

  it("answers an unreachable database by asking to try again", async () => {
    dynamo.on(GetCommand).rejects(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
    await expect(table.get({ PK: "p", SK: "s" })).rejects.toMatchObject({ code: "try-again" });
  });

  it("lets an error that waiting does not cure through as it is", async () => {
    dynamo.on(GetCommand).rejects(named("ResourceNotFoundException"));
    await expect(table.get({ PK: "p", SK: "s" })).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  it("takes a failed condition for its own earlier try only when the stored row bears this write's mark", async () => {
    const stored = (mark: string) => new ConditionalCheckFailedException({ ...meta, Item: { writeId: { S: mark } } });
    dynamo.on(PutCommand).rejects(stored("someone else's"));
    await expect(table.write([{ put: row("a"), guard: "absent" }])).rejects.toBeInstanceOf(GuardFailed);
    dynamo.reset();
    dynamo.on(PutCommand).callsFake((input: { Item: { writeId: string } }) => Promise.reject(stored(input.Item.writeId)));
    await expect(table.write([{ put: row("a"), guard: "absent" }])).resolves.toBeUndefined();
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeTimeToLiveCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Item, openTable, type Table } from "../../functions/platform/table.ts";
import { type EmbeddedDatabase, localClientSettings, makeDatabase, startEmbeddedDatabase } from "../../infra/local/embedded-database.ts";
import { streamDriver } from "../../infra/local/stream-driver.ts";

const tableName = "throughline-made";
const folder = mkdtempSync(join(tmpdir(), "throughline-made-"));
const file = join(folder, "table.db");
const rows: Item[] = Array.from({ length: 4_100 }, (_, i) => ({
  PK: `D#dst_maple#U#stf_${i % 100}`,
  SK: `E#${String(i).padStart(5, "0")}`,
  type: "thing",
  version: i,
  P1: `D#dst_maple#S#sch_${i % 3}`,
  S1: String(i).padStart(5, "0"),
  words: "«¿Qué hace cada quien?»\n\u0001",
  empty: "",
  none: null,
  share: 1 / 3,
  small: 5e-7,
  isDone: i % 2 === 0,
  parts: [1, "two", [], { three: [true, null] }],
  more: {},
  left: undefined,
}));

let database: EmbeddedDatabase;
let dynamodb: DynamoDBClient;
let table: Table;
beforeAll(async () => {
  await makeDatabase(file, tableName, rows);
  database = await startEmbeddedDatabase(file, tableName);
  dynamodb = new DynamoDBClient(localClientSettings(database.endpoint));
  table = openTable(DynamoDBDocumentClient.from(dynamodb), tableName);
});
afterAll(async () => {
  dynamodb.destroy();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

const stored = ({ left: _, ...row }: Item): Item => row;

describe("a database that is made with its rows", () => {
  it("holds each as it was, in the table and in its index, and lets them expire", async () => {
    for (const of of ["D#dst_maple#U#stf_0", "D#dst_maple#U#stf_99"])
      expect((await table.query(of)).items).toEqual(rows.filter(({ PK }) => PK === of).map(stored));
    const inIndex = (await Promise.all([0, 1, 2].map((n) => table.query(`D#dst_maple#S#sch_${n}`, { index: "index1", limit: 2_000 })))).map(
      ({ items }) => items.length,
    );
    expect(inIndex.reduce((sum, one) => sum + one, 0)).toBe(rows.length);
    const { TimeToLiveDescription } = await dynamodb.send(new DescribeTimeToLiveCommand({ TableName: tableName }));
    expect(TimeToLiveDescription?.TimeToLiveStatus).toBe("ENABLED");
  });

  it("tells of what happens from then on, once, also when whoever hears of it is started again", async () => {
    const heard: string[] = [];
    const handler = async ({ Records }: DynamoDBStreamEvent) => {
      heard.push(...Records.map(({ dynamodb: change }) => change?.Keys?.SK?.S ?? ""));
      return { batchItemFailures: [] };
    };
    const open = () => streamDriver({ client: dynamodb, tableName, handler, checkpointFile: join(folder, "stream.json") });
    const first = await open();
    await first.settle();
    expect(heard).toEqual([]);
    await table.write([{ put: { PK: "D#dst_maple", SK: "one", type: "thing", version: 1 } }]);
    await first.settle();
    await (await open()).settle();
    expect(heard).toEqual(["one"]);
    await table.write([{ put: { PK: "D#dst_maple", SK: "two", type: "thing", version: 1 } }]);
    await (await open()).settle();
    expect(heard).toEqual(["one", "two"]);
  });

  it("is not made of a row that DynamoDB would not take", async () => {
    const make = (row: Partial<Item>) =>
      makeDatabase(join(folder, "other", "table.db"), tableName, [{ PK: "D#dst_maple", SK: "x", type: "thing", version: 1, ...row }]);
    await expect(make({ words: "x".repeat(500_000) })).rejects.toThrow("D#dst_maple / x has 5");
    await expect(make({ SK: "" })).rejects.toThrow("empty string");
  });
});

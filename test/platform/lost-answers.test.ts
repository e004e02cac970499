import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { GuardFailed, type Item, openTable, type Table } from "../../functions/platform/table.ts";
import { localClientSettings } from "../../infra/local/embedded-database.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

const row = (SK: string, version = 1): Item => ({ PK: "D#dst_maple#T", SK, type: "thing", version });

describe("over a connection that loses answers", () => {
  let store: TestStore;
  let table: Table;
  let client: DynamoDBClient;
  let lose = 0;
  let arrived = 0;
  beforeAll(async () => {
    store = await openTestStore();
    client = new DynamoDBClient({ ...localClientSettings(store.database.endpoint), maxAttempts: 4 });
    // Inside the client's own retry: the database has done the work, its answer never arrives.
    client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        arrived++;
        if (lose > 0) {
          lose--;
          throw Object.assign(new Error("socket hang up"), { name: "TimeoutError", code: "ECONNRESET", $retryable: { throttling: false } });
        }
        return answer;
      },
      { step: "deserialize", priority: "low", name: "loseAnswers" },
    );
    table = openTable(DynamoDBDocumentClient.from(client), store.tableName);
  });
  beforeEach(() => {
    lose = 0;
    arrived = 0;
  });
  afterAll(async () => {
    client.destroy();
    await store.close();
  });

  it("a guarded put is written once and answered as written", async () => {
    lose = 2;
    await table.write([{ put: row("single"), guard: "absent" }]);
    expect(arrived).toBeGreaterThanOrEqual(1);
    expect((await table.get({ PK: row("single").PK, SK: "single" }))?.version).toBe(1);
    lose = 1;
    await table.write([{ put: row("single", 2), guard: { version: 1 } }]);
    await expect(table.write([{ put: row("single", 2), guard: { version: 1 } }])).rejects.toBeInstanceOf(GuardFailed);
  });

  it("a transaction is applied once and answered as applied", async () => {
    lose = 2;
    await table.write([
      { put: row("first"), guard: "absent" },
      { put: row("second"), guard: "absent" },
    ]);
    const { items } = await table.query(row("").PK, { prefix: "" });
    expect(items.filter(({ SK }) => SK === "first" || SK === "second").map(({ version }) => version)).toEqual([1, 1]);
  });

  it("a read is simply read again", async () => {
    lose = 2;
    expect(await table.get({ PK: row("x").PK, SK: "nothing" })).toBeUndefined();
    expect(arrived).toBe(3);
  });

  it("a connection that never answers ends in asking to try again, with nothing half written", async () => {
    lose = 100;
    await expect(
      table.write([
        { put: row("third"), guard: "absent" },
        { put: row("fourth"), guard: "absent" },
      ]),
    ).rejects.toMatchObject({ code: "try-again" });
    lose = 0;
    const { items } = await table.query(row("").PK);
    expect([0, 2]).toContain(items.filter(({ SK }) => SK === "third" || SK === "fourth").length);
  });
});

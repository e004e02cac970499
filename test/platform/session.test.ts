import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { absoluteHours, endSession, findSession, idleMinutes, startSession } from "../../functions/platform/session.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

const start = new Date("2026-11-02T13:00:00Z");
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const who = { districtId: "dst_maple", staffId: "stf_1", idToken: "header.body.signature" };
const open = () => startSession(store.table, start, who);
const find = (token: string, at: Date) => findSession(store.table, at, token);

describe("a session", () => {
  it("belongs to the person and district that it was started for", async () => {
    expect(await find(await open(), later(1))).toMatchObject(who);
  });

  it("ends after two hours without a request and not before", async () => {
    const token = await open();
    expect(await find(token, later(idleMinutes))).toBeDefined();
    expect(await find(token, later(2 * idleMinutes + 1))).toBeUndefined();
    expect(await find(await open(), later(idleMinutes + 1))).toBeUndefined();
  });

  it("goes on while it is used, and ends after twelve hours however much it is used", async () => {
    const token = await open();
    for (let minute = 0; minute <= absoluteHours * 60; minute += 60) expect(await find(token, later(minute))).toBeDefined();
    expect(await find(token, later(absoluteHours * 60 + 1))).toBeUndefined();
  });

  it("writes that it was used at most every five minutes", async () => {
    const token = await open();
    store.used.length = 0;
    for (const minute of [1, 2, 3, 4, 5]) await find(token, later(minute));
    expect(store.used.filter(({ operation }) => operation === "write")).toHaveLength(0);
    await find(token, later(6));
    await find(token, later(7));
    expect(store.used.filter(({ operation }) => operation === "write")).toHaveLength(1);
  });

  it("is gone at once when it is ended, also for a copy of its cookie", async () => {
    const token = await open();
    await endSession(store.table, token);
    expect(await find(token, later(1))).toBeUndefined();
    await endSession(store.table, token);
  });

  it("stays ended when a request that was under way notes its use a moment later", async () => {
    const token = await open();
    let isRead: () => void = () => undefined;
    const read = new Promise<void>((resolve) => (isRead = resolve));
    let goOn: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (goOn = resolve));
    const slow = {
      ...store.table,
      get: async (key: { PK: string; SK: string }) => {
        const item = await store.table.get(key);
        isRead();
        await ended;
        return item;
      },
    };
    const underWay = findSession(slow, later(10), token);
    await read;
    await endSession(store.table, token);
    goOn();
    await underWay;
    expect(await find(token, later(11))).toBeUndefined();
  });

  it("survives two requests that note its use at the same moment", async () => {
    const token = await open();
    const both = await Promise.all([find(token, later(10)), find(token, later(10))]);
    expect(both.every((session) => session?.staffId === "stf_1")).toBe(true);
    expect(await find(token, later(11))).toBeDefined();
  });

  it("is not found by any other token, by the hash that is stored, or by nothing", async () => {
    const token = await open();
    const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.tableName }));
    const hash = Items.map(({ tokenHash }) => tokenHash as unknown).find((one) => typeof one === "string");
    for (const guess of [String(hash), `${token}x`, token.slice(1), "", token.toUpperCase()])
      expect(await find(guess, later(1))).toBeUndefined();
  });

  it("has a token of 256 bits that is nowhere in the table", async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, open));
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const { Items = [] } = await store.client.send(new ScanCommand({ TableName: store.tableName }));
    const everything = JSON.stringify(Items);
    for (const token of tokens) expect(everything).not.toContain(token);
  });
});

import { Agent, createServer, type IncomingHttpHeaders, type IncomingMessage, request as send, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { sha256 } from "../../functions/platform/ids.ts";
import { type Image, laggingIndexes } from "./lagging-indexes.ts";

/** What the way to a database may do to a call, each with how likely it is (0 to 1). */
export type Chaos = {
  /** The call is refused: too many of them. */
  throttle?: number;
  /** A transaction is cancelled because another one is at work on the same rows. */
  conflict?: number;
  /** The call is done, and the connection ends before the answer. */
  lost?: number;
  /** The database answers that it has an error of its own, and has done nothing. */
  broken?: number;
  /** Some rows of a batch are handed back as not written. */
  unprocessed?: number;
  /** The call waits this many milliseconds, as likely as `delayed`. */
  delayed?: number;
  delayMs?: number;
  /** Index queries answer as things stood this many milliseconds ago, by `now`. */
  indexLagMs?: number;
  /** The calls that these are about; without it, all. */
  operations?: readonly string[];
};

export type ChaosProxy = {
  readonly endpoint: string;
  /** From now on; `{}` lets everything through. A seed begins its own sequence of decisions. */
  cause(chaos: Chaos, seed?: number): void;
  /** How often each fault has happened. */
  readonly happened: Record<string, number>;
  close(): Promise<void>;
};

type Call = { operation: string; method: string; path: string; headers: IncomingHttpHeaders; body: Buffer };
type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Forward = (call: Call) => Promise<Answer>;

/** GetRecords never hands out more than this at once. */
const recordsLimit = 1024 * 1024;
const prefix = "com.amazonaws.dynamodb.v20120810#";

/**
 * An HTTP proxy in front of a database with DynamoDB's API that brings about what a database on one machine never does.
 * What happens to a call follows from the seed, the call's content (ids of chance aside) and how often it was made: the
 * same calls meet the same fate, in whatever order they arrive.
 */
export async function startChaosProxy(upstream: string, now: () => number = () => 0): Promise<ChaosProxy> {
  const { hostname, port } = new URL(upstream);
  const agent = new Agent({ keepAlive: true });
  let chaos: Chaos = {};
  let decide = decisions(0);
  const happened: Record<string, number> = {};

  const forward: Forward = ({ method, path, headers: own, body }) =>
    new Promise((resolve, reject) => {
      const headers = { ...own, host: `${hostname}:${port}`, "content-length": String(body.length) };
      const outgoing = send({ hostname, port, method, path, headers, agent }, (incoming) => {
        bodyOf(incoming).then((text) => resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, body: text }), reject);
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  const read = async (call: Call, key: object): Promise<{ Item?: Image }> => {
    const headers = { ...call.headers, "x-amz-target": "DynamoDB_20120810.GetItem" };
    const { body } = await forward({ ...call, headers, body: Buffer.from(JSON.stringify(key)) });
    return JSON.parse(body.toString()) as { Item?: Image };
  };
  const indexes = laggingIndexes(now);

  const answer = async (call: Call): Promise<Answer | "reset"> => {
    const { operation } = call;
    const isMeant = chaos.operations === undefined || chaos.operations.includes(operation);
    const falls = decide(call);
    const comes = (fault: "throttle" | "conflict" | "lost" | "broken" | "unprocessed" | "delayed"): boolean => {
      const does = isMeant && falls(fault) < (chaos[fault] ?? 0);
      if (does) happened[fault] = (happened[fault] ?? 0) + 1;
      return does;
    };
    if (comes("delayed")) await delay(chaos.delayMs ?? 1);
    if (comes("throttle")) return refusal(400, "ProvisionedThroughputExceededException", "simulated");
    if (comes("broken")) return refusal(500, "InternalServerError", "simulated");
    if (operation === "TransactWriteItems" && comes("conflict")) return cancelled(call);
    if (operation === "BatchWriteItem" && comes("unprocessed")) return partly(call, forward);
    const lagMs = chaos.indexLagMs ?? 0;
    if (lagMs > 0) await indexes.remember(call, (key) => read(call, key));
    const answered = operation === "GetRecords" ? await capped(call, forward) : await forward(call);
    if (lagMs > 0 && operation === "Query") return { ...answered, body: indexes.asItWas(call.body, answered.body, lagMs) };
    return comes("lost") ? "reset" : answered;
  };

  const server = createServer((request, response) => {
    void (async () => {
      const { method = "POST", url: path = "/", headers } = request;
      const operation = String(headers["x-amz-target"] ?? "").split(".")[1] ?? "";
      respond(response, await answer({ operation, method, path, headers, body: await bodyOf(request) }));
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    happened,
    cause(next, seed = 0) {
      chaos = next;
      decide = decisions(seed);
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function respond(response: ServerResponse, answer: Answer | "reset"): void {
  if (answer === "reset") return void response.destroy();
  const { "content-length": _, "transfer-encoding": __, connection: ___, "x-amz-crc32": ____, ...headers } = answer.headers;
  response.writeHead(answer.status, { ...headers, "content-length": answer.body.length });
  response.end(answer.body);
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** For each call a number from 0 to 1 for each fault, the same for the same seed, content and count. */
function decisions(seed: number) {
  const counts = new Map<string, number>();
  return ({ operation, body }: Pick<Call, "operation" | "body">) => {
    const content = sha256(operation + withoutChance(body.toString()));
    const count = (counts.get(content) ?? 0) + 1;
    counts.set(content, count);
    return (fault: string): number => Number.parseInt(sha256(`${seed} ${fault} ${content} ${count}`).slice(0, 8), 16) / 2 ** 32;
  };
}

/** A call's content but for what is drawn anew in every run: ids, tokens and hashes of tokens. */
function withoutChance(text: string): string {
  return text.replaceAll(/_[0-9a-z]{26}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|AUD#[0-9-]+#\d/g, "_");
}

function refusal(status: number, type: string, message: string, more: object = {}): Answer {
  const body = Buffer.from(JSON.stringify({ __type: prefix + type, message, Message: message, ...more }));
  return { status, headers: { "content-type": "application/x-amz-json-1.0" }, body };
}

function cancelled({ body }: Call): Answer {
  const { TransactItems } = JSON.parse(body.toString()) as { TransactItems: unknown[] };
  const CancellationReasons = TransactItems.map((_, i) => ({ Code: i === 0 ? "TransactionConflict" : "None" }));
  return refusal(400, "TransactionCanceledException", "Transaction cancelled [TransactionConflict]", { CancellationReasons });
}

/** Writes every other row of a batch and hands the rest back. */
async function partly(call: Call, forward: Forward): Promise<Answer> {
  const input = JSON.parse(call.body.toString()) as { RequestItems: Record<string, unknown[]> };
  const half = (rest: number): Record<string, unknown[]> =>
    Object.fromEntries(Object.entries(input.RequestItems).map(([name, all]) => [name, all.filter((_, i) => i % 2 === rest)]));
  const [handedBack, written] = [half(0), half(1)];
  const body = Buffer.from(JSON.stringify({ UnprocessedItems: handedBack }));
  if (Object.values(written).every((all) => all.length === 0)) return { status: 200, headers: {}, body };
  const done = await forward({ ...call, body: Buffer.from(JSON.stringify({ ...input, RequestItems: written })) });
  return done.status === 200 ? { ...done, body } : done;
}

/** No more than a megabyte of records at once. */
async function capped(call: Call, forward: Forward): Promise<Answer> {
  const whole = await forward(call);
  if (whole.body.length <= recordsLimit || whole.status !== 200) return whole;
  const { Records } = JSON.parse(whole.body.toString()) as { Records: unknown[] };
  let [count, size] = [0, 0];
  for (const record of Records) {
    size += JSON.stringify(record).length;
    if (size > recordsLimit) break;
    count++;
  }
  const input = JSON.parse(call.body.toString()) as object;
  return forward({ ...call, body: Buffer.from(JSON.stringify({ ...input, Limit: Math.max(1, count) })) });
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { ApiProblem, ask, intent, onSignedOut, persistentFetch } from "../../web/app/api.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  onSignedOut(() => {});
});

/** A real server that answers each request in turn with the next of `answers`, and remembers what was asked. */
async function serve(...answers: ((response: ServerResponse) => void)[]): Promise<{ url: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  server = createServer((request, response) => {
    asked.push(request);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    answer?.(response);
  });
  await new Promise<void>((resolve) => server?.listen(0, resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/api/x`, asked };
}

const json = (body: unknown) => (response: ServerResponse) =>
  void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
const busy = (response: ServerResponse) => void response.writeHead(503).end();
const hangUp = (response: ServerResponse) => void response.destroy();
const problem = (status: number, body: object) => (response: ServerResponse) =>
  void response.writeHead(status, { "content-type": "application/problem+json; charset=utf-8" }).end(JSON.stringify(body));
const thrownBy = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as ApiProblem,
  );

test("a change carries our header and one idempotency key through all its tries", async () => {
  const { url, asked } = await serve(busy, hangUp, json({ ok: true }));
  expect(await ask(persistentFetch(url, { method: "POST", body: "{}" }))).toEqual({ ok: true });
  const keys = asked.map(({ headers }) => headers["idempotency-key"]);
  expect(asked.map(({ headers }) => headers["x-throughline"])).toEqual(["1", "1", "1"]);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(keys).size).toBe(1);
});

test("an intent's key is used as it is, and reading needs none", async () => {
  const { url, asked } = await serve(json({}));
  await ask(persistentFetch(url, { method: "PUT", body: "{}", ...intent("mine") }));
  await ask(persistentFetch(url));
  expect(asked.map(({ headers }) => headers["idempotency-key"])).toEqual(["mine", undefined]);
});

test("a server that stays busy is given up after three tries, as something to try again", async () => {
  const { url, asked } = await serve(busy);
  const error = await thrownBy(ask(persistentFetch(url)));
  expect(asked).toHaveLength(3);
  expect(error).toMatchObject({ status: 503, code: "try-again", isTemporary: true, isOffline: false });
});

test("no answer at all is told apart from a refusal", async () => {
  const { url } = await serve(hangUp);
  expect(await thrownBy(ask(persistentFetch(url)))).toMatchObject({ code: "offline", isOffline: true, isTemporary: true });
});

test("a refusal keeps its words, its fields and its request id, and is not tried again", async () => {
  const body = {
    title: "Some of what you sent needs correcting",
    detail: "Correct it.",
    code: "invalid-input",
    requestId: "req_1",
    fields: [{ path: "json.text", message: "Write it." }],
  };
  const { url, asked } = await serve(problem(400, body));
  const error = await thrownBy(ask(persistentFetch(url, { method: "POST" })));
  expect(asked).toHaveLength(1);
  expect(error).toBeInstanceOf(ApiProblem);
  expect(error).toMatchObject({ status: 400, code: "invalid-input", detail: "Correct it.", requestId: "req_1", isTemporary: false });
  expect(error?.fieldMessage("text")).toBe("Write it.");
  expect(error?.fieldMessage("ext")).toBeUndefined();
});

test("an error that is not ours still has its request id", async () => {
  const { url } = await serve(
    (response) => void response.writeHead(502, { "content-type": "text/html", "x-request-id": "req_2" }).end("<h1>Bad gateway</h1>"),
  );
  expect(await thrownBy(ask(persistentFetch(url)))).toMatchObject({ status: 502, code: "internal", requestId: "req_2", isTemporary: true });
});

test("a session that has ended is announced once per answer", async () => {
  let times = 0;
  onSignedOut(() => times++);
  const { url } = await serve(problem(401, { title: "Please sign in", code: "signed-out" }), json({}));
  expect(await thrownBy(ask(persistentFetch(url)))).toMatchObject({ status: 401, isTemporary: true });
  await ask(persistentFetch(url));
  expect(times).toBe(1);
});

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiProblem } from "../../web/app/api.ts";
import { type Entry, memoryStorage, openQueue } from "../../web/app/outbox-queue.ts";
import { createRunner, type OutboxState } from "../../web/app/outbox-runner.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A runner over a real queue, sending to `answer`. */
function open(answer: (entry: Entry) => Promise<unknown>) {
  const queue = openQueue(memoryStorage(), "maria");
  const sent: unknown[] = [];
  const states: OutboxState[] = [];
  const runner = createRunner({
    queue,
    send: answer,
    onSent: ({ input }) => void sent.push(input),
    onState: (state) => void states.push(state),
    isWorthTelling: ({ kind }) => kind !== "place",
    exclusively: (work) => work(),
  });
  return { queue, runner, sent, state: () => states.at(-1) };
}

const lesson = (id: string) => ({ kind: "lesson", slot: id, input: id, keep: "first" as const });
const offline = new ApiProblem(0, { code: "offline" });

test("what was done is sent in order and then forgotten", async () => {
  const { runner, queue, sent, state } = open(async () => {});
  for (const id of ["a", "b", "c"]) runner.add(lesson(id));
  await runner.flush();
  expect(sent).toEqual(["a", "b", "c"]);
  expect(queue.list()).toEqual([]);
  expect(state()).toMatchObject({ waiting: 0, isSending: false, trouble: undefined });
});

test("without a connection everything stays on the device, is said to, and nothing overtakes", async () => {
  const { runner, sent, state } = open(async () => Promise.reject(offline));
  for (const id of ["a", "b"]) runner.add(lesson(id));
  await runner.flush();
  expect(sent).toEqual([]);
  expect(state()).toMatchObject({ waiting: 2, trouble: "unreachable", isSending: false });
});

test("sending is tried again by itself, with the same idempotency key", async () => {
  const keys: string[] = [];
  const { runner, sent } = open(async ({ id }) => {
    keys.push(id);
    if (keys.length < 3) throw offline;
  });
  runner.add(lesson("a"));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(sent).toEqual(["a"]);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

test("a session that ended stops sending until the person signs in again", async () => {
  let tries = 0;
  const { runner, state } = open(async () => {
    tries++;
    throw new ApiProblem(401, { code: "signed-out" });
  });
  runner.add(lesson("a"));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(tries).toBe(1);
  expect(state()).toMatchObject({ waiting: 1, trouble: "signedOut" });
});

test("a refusal is kept with its reason and does not hold up what comes after it", async () => {
  const { runner, sent, state } = open(async ({ input }) => {
    if (input === "gone") throw new ApiProblem(404, { code: "not-found", detail: "There is no such lesson." });
  });
  runner.add(lesson("gone"));
  runner.add(lesson("b"));
  await runner.flush();
  expect(sent).toEqual(["b"]);
  expect(state()?.refused.map(({ refusal }) => refusal)).toEqual(["There is no such lesson."]);
  expect(state()).toMatchObject({ waiting: 0, trouble: undefined });
});

test("a refusal that is no loss to the person is not shown to them", async () => {
  const { runner, queue, state } = open(async () => Promise.reject(new ApiProblem(404, { code: "not-found" })));
  runner.add({ kind: "place", slot: "place m01", input: "a", keep: "last" });
  await runner.flush();
  expect(queue.list()).toEqual([]);
  expect(state()).toMatchObject({ waiting: 0, refused: [], trouble: undefined });
});

test("an answer changed while its first version travels is sent too, last", async () => {
  const arrived: unknown[] = [];
  const { runner } = open(async ({ input }) => {
    if (input === "a") runner.add({ kind: "answer", slot: "q1", input: "b", keep: "last" });
    arrived.push(input);
  });
  runner.add({ kind: "answer", slot: "q1", input: "a", keep: "last" });
  await runner.flush();
  expect(arrived).toEqual(["a", "b"]);
});

test("a stopped runner sends nothing more and leaves its entries for the next sign-in", async () => {
  const { runner, queue, sent } = open(async () => Promise.reject(offline));
  runner.add(lesson("a"));
  await runner.flush();
  runner.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toEqual([]);
  expect(queue.list()).toHaveLength(1);
});

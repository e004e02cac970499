import { useSyncExternalStore } from "react";
import { ApiProblem } from "./api.ts";
import { deviceStorage } from "./device-storage.ts";
import { type Entry, type NewEntry, openQueue } from "./outbox-queue.ts";

/** The learner's progress that survives a dying connection, by kind. */
export type Progress =
  | Entry<"lesson", { moduleId: string; lessonId: string; doneAt: string }>
  | Entry<"place", { moduleId: string; lessonId: string }>
  | Entry<"answer", { moduleId: string; attempt: number; itemId: string; choiceId: string }>;

/** How each kind is sent; `key` is the idempotency key of all its tries. */
export type Senders = { [P in Progress as P["kind"]]: (input: P["input"], key: string) => Promise<unknown> };

export type OutboxState = {
  waiting: number;
  /** What waits, for pages that show progress before the server has confirmed it. */
  entries: Progress[];
  refused: Progress[];
  isSending: boolean;
  /** Why the last try stopped, while something waits. */
  trouble: "unreachable" | "signedOut" | undefined;
};

const empty: OutboxState = { waiting: 0, entries: [], refused: [], isSending: false, trouble: undefined };
const listeners = new Set<() => void>();
let state = empty;
let outbox: ReturnType<typeof createOutbox> | undefined;

function setState(next: OutboxState): void {
  state = next;
  for (const listener of listeners) listener();
}

/**
 * Opens the person's outbox and starts sending what waits: now, when the connection returns, when the page is looked
 * at again, and after growing pauses. Another person's entries on the same device stay where they are.
 */
export function startOutbox(person: string, senders: Senders, onSent: (entry: Progress) => void): () => void {
  const mine = createOutbox(person, senders, onSent);
  outbox = mine;
  const flush = () => void mine.flush();
  const onVisible = () => document.visibilityState === "visible" && flush();
  const onStorage = ({ key }: StorageEvent) => (key === null || key.startsWith(mine.prefix)) && mine.refresh();
  addEventListener("online", flush);
  addEventListener("storage", onStorage);
  document.addEventListener("visibilitychange", onVisible);
  mine.refresh();
  flush();
  return () => {
    removeEventListener("online", flush);
    removeEventListener("storage", onStorage);
    document.removeEventListener("visibilitychange", onVisible);
    mine.stop();
    if (outbox === mine) outbox = undefined;
    setState(empty);
  };
}

/** Keeps what the person did on the device and begins to send it. */
export function keep(entry: NewEntry<Progress>): void {
  outbox?.add(entry);
}

/** Sends what waits and resolves when there is nothing left to try; true when all of it has arrived. */
export async function flushOutbox(): Promise<boolean> {
  await outbox?.flush();
  return state.waiting === 0;
}

/** Forgets an entry that the server refused, once the person has read why. */
export function dismissRefused(id: string): void {
  outbox?.remove(id);
}

/** What waits on this device, and how sending goes. */
export function useOutbox(): OutboxState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

function createOutbox(person: string, senders: Senders, onSent: (entry: Progress) => void) {
  const queue = openQueue<Progress>(deviceStorage(), person);
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isStopped = false;

  const refresh = (change: Partial<OutboxState> = {}) => {
    if (isStopped) return;
    const all = queue.list();
    const entries = all.filter(({ refusal }) => refusal === undefined);
    setState({ ...state, entries, waiting: entries.length, refused: all.filter(({ refusal }) => refusal !== undefined), ...change });
  };

  const sendOne = async (entry: Progress): Promise<"next" | "stop"> => {
    try {
      await (senders[entry.kind] as (input: unknown, key: string) => Promise<unknown>)(entry.input, entry.id);
      queue.remove(entry.id);
      onSent(entry);
      return "next";
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : undefined;
      if (!problem || problem.isTemporary) {
        refresh({ trouble: problem?.status === 401 ? "signedOut" : "unreachable" });
        return "stop";
      }
      queue.refuse(entry.id, problem.detail ?? problem.title ?? problem.code);
      return "next";
    }
  };

  const sendAll = async () => {
    clearTimeout(timer);
    refresh({ isSending: true });
    for (;;) {
      const next = isStopped ? undefined : queue.list().find(({ refusal }) => refusal === undefined);
      if (!next) {
        failures = 0;
        refresh({ isSending: false, trouble: undefined });
        return;
      }
      if ((await sendOne(next)) === "stop") break;
      refresh();
    }
    failures++;
    refresh({ isSending: false });
    if (!isStopped && state.trouble !== "signedOut") timer = setTimeout(() => void flush(), Math.min(5_000 * 2 ** (failures - 1), 300_000));
  };

  // One tab sends at a time, so that order holds across tabs too.
  const flush = (): Promise<void> => {
    running ??= (navigator.locks ? navigator.locks.request(queue.prefix, sendAll) : sendAll()).finally(() => {
      running = undefined;
    });
    return running;
  };

  return {
    prefix: queue.prefix,
    refresh,
    flush,
    add(entry: NewEntry<Progress>) {
      queue.add(entry);
      refresh();
      void flush();
    },
    remove(id: string) {
      queue.remove(id);
      refresh();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

import { useSyncExternalStore } from "react";
import { deviceStorage } from "./device-storage.ts";
import { type Entry, type NewEntry, openQueue } from "./outbox-queue.ts";
import { createRunner, type OutboxState } from "./outbox-runner.ts";

/** The learner's progress that survives a dying connection, by kind. */
export type Progress =
  | Entry<"lesson", { moduleId: string; lessonId: string; doneAt: string }>
  | Entry<"place", { moduleId: string; lessonId: string }>
  | Entry<"answer", { moduleId: string; attempt: number; itemId: string; choiceId: string }>
  | Entry<"check", { moduleId: string; attempt: number; answers: Record<string, string> }>
  | Entry<"practice", { moduleId: string; text: string }>;

/** What waits to be handed in: a check with all its answers, evidence as text. */
export type HandedIn = Extract<Progress, { kind: "check" | "practice" }>;

/** How each kind is sent; `key` is the idempotency key of all its tries. */
export type Senders = { [P in Progress as P["kind"]]: (input: P["input"], key: string) => Promise<unknown> };

const empty: OutboxState<Progress> = { waiting: 0, entries: [], refused: [], isSending: false, trouble: undefined };
const listeners = new Set<() => void>();
let state = empty;
let runner: ReturnType<typeof createRunner<Progress>> | undefined;

function setState(next: OutboxState<Progress>): void {
  state = next;
  for (const listener of listeners) listener();
}

/**
 * Opens the person's outbox and starts sending what waits: now, when the connection returns, when the page is looked
 * at again, and after growing pauses. Another person's entries on the same device stay where they are.
 */
export function startOutbox(person: string, senders: Senders, onSent: (entry: Progress, answer: unknown) => void): () => void {
  const queue = openQueue<Progress>(deviceStorage(), person);
  const mine = createRunner<Progress>({
    queue,
    send: ({ kind, input, id }) => (senders[kind] as (input: unknown, key: string) => Promise<unknown>)(input, id),
    onSent,
    onState: setState,
    isWorthTelling: ({ kind }) => kind !== "place",
    // One tab sends at a time, so that order holds across tabs too.
    exclusively: (work) => (navigator.locks ? navigator.locks.request(queue.prefix, work) : work()),
  });
  runner = mine;
  const flush = () => void mine.flush();
  const onVisible = () => document.visibilityState === "visible" && flush();
  const onStorage = ({ key }: StorageEvent) => (key === null || key.startsWith(queue.prefix)) && mine.refresh();
  addEventListener("online", flush);
  addEventListener("storage", onStorage);
  document.addEventListener("visibilitychange", onVisible);
  mine.refresh();
  for (const entry of early) mine.add(entry);
  early = [];
  flush();
  return () => {
    removeEventListener("online", flush);
    removeEventListener("storage", onStorage);
    document.removeEventListener("visibilitychange", onVisible);
    mine.stop();
    if (runner === mine) runner = undefined;
    setState(empty);
  };
}

/** What was done before the outbox was open: a page's own effects run before those of the frame around it. */
let early: NewEntry<Progress>[] = [];

/** Keeps what the person did on the device and begins to send it. */
export function keep(entry: NewEntry<Progress>): void {
  if (runner) runner.add(entry);
  else early.push(entry);
}

/** Sends what waits; resolves when all has arrived or nothing more gets through. */
export async function flushOutbox(): Promise<void> {
  await runner?.flush();
}

/** Forgets what the server refused, once the person has read why. */
export function dismissRefused(): void {
  for (const { id } of state.refused) runner?.remove(id);
}

/** Lessons of a module that are done on this device and have not arrived yet. */
export function keptLessons(moduleId: string, { entries } = state): ReadonlySet<string> {
  return new Set(entries.flatMap(({ kind, input }) => (kind === "lesson" && input.moduleId === moduleId ? [input.lessonId] : [])));
}

/** A check or a practice task of a module that was handed in on this device and has not arrived yet. */
export function waitingToArrive(kind: HandedIn["kind"], moduleId: string, { entries } = state): HandedIn | undefined {
  return entries.find((one): one is HandedIn => one.kind === kind && one.input.moduleId === moduleId);
}

/** Takes back what was handed in on this device and has not been sent. */
export function takeBack({ id }: HandedIn): void {
  runner?.remove(id);
}

/** What waits on this device, and how sending goes. */
export function useOutbox(): OutboxState<Progress> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

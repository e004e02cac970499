import { ApiProblem } from "./api.ts";
import type { Entry, NewEntry, Queue } from "./outbox-queue.ts";

/** What waits, what was refused, and how sending goes. */
export type OutboxState<E extends Entry = Entry> = {
  waiting: number;
  /** What waits, for pages that show progress before the server has confirmed it. */
  entries: E[];
  refused: E[];
  isSending: boolean;
  /** Why the last try stopped, while something waits. */
  trouble: "unreachable" | "signedOut" | undefined;
};

type RunnerOptions<E extends Entry> = {
  queue: Queue<E>;
  /** Sends one entry; what it throws decides whether the entry is tried again. */
  send: (entry: E) => Promise<unknown>;
  /** Hears of each entry that arrived, with the answer, before the entry is forgotten: what is shown never falls back in between. */
  onSent: (entry: E, answer: unknown) => void;
  onState: (state: OutboxState<E>) => void;
  /** Whether the person should read that this was refused; what is no loss to them is dropped. */
  isWorthTelling: (entry: E) => boolean;
  /** Runs work while no other tab does the same. */
  exclusively: (work: () => Promise<void>) => Promise<void>;
};

const firstPauseMs = 5_000;
const longestPauseMs = 300_000;

/**
 * Sends a queue's entries one after the other, in order. No answer, "busy" or a session that ended stops it where it is,
 * to go on later; a refusal is marked on its entry, and the next one is sent.
 */
export function createRunner<E extends Entry>({ queue, send, onSent, onState, isWorthTelling, exclusively }: RunnerOptions<E>) {
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isStopped = false;
  let progress: Pick<OutboxState<E>, "isSending" | "trouble"> = { isSending: false, trouble: undefined };

  const refresh = (change: Partial<typeof progress> = {}) => {
    if (isStopped) return;
    progress = { ...progress, ...change };
    const all = queue.list();
    const entries = all.filter(({ refusal }) => refusal === undefined);
    onState({ entries, waiting: entries.length, refused: all.filter(({ refusal }) => refusal !== undefined), ...progress });
  };

  const sendOne = async (entry: E): Promise<"next" | "stop"> => {
    try {
      const answer = await send(entry);
      onSent(entry, answer);
      queue.remove(entry.id);
      return "next";
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : undefined;
      if (!problem || problem.isTemporary) {
        refresh({ trouble: problem?.status === 401 ? "signedOut" : "unreachable" });
        return "stop";
      }
      if (isWorthTelling(entry)) queue.refuse(entry.id, problem.detail ?? problem.title ?? problem.code);
      else queue.remove(entry.id);
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
        // From here on nothing is looked at any more: what is added now begins a run of its own.
        running = undefined;
        return;
      }
      if ((await sendOne(next)) === "stop") break;
      refresh();
    }
    refresh({ isSending: false });
    const pauseMs = Math.min(firstPauseMs * 2 ** failures++, longestPauseMs);
    if (!isStopped && progress.trouble !== "signedOut") timer = setTimeout(() => void flush(), pauseMs);
  };

  const flush = (): Promise<void> => {
    if (running) return running;
    // Begun in a later turn, so that whatever is added while it starts finds it running.
    const run = Promise.resolve()
      .then(() => exclusively(sendAll))
      .finally(() => {
        if (running === run) running = undefined;
      });
    running = run;
    return run;
  };

  return {
    refresh,
    /** Sends what waits; resolves when all has arrived or nothing more gets through. */
    flush,
    add(entry: NewEntry<E>): void {
      queue.add(entry);
      refresh();
      void flush();
    },
    remove(id: string): void {
      queue.remove(id);
      refresh();
    },
    stop(): void {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

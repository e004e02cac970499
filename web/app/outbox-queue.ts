/** What a person did that the server has not confirmed yet. `id` is the idempotency key of all its tries. */
export type Entry<Kind extends string = string, Input = unknown> = {
  id: string;
  /** Its place in line: entries are sent in the order of what the person did. */
  line: number;
  kind: Kind;
  /** What it is about. There is one waiting entry per slot. */
  slot: string;
  input: Input;
  /** Why the server refused it for good; such an entry is shown, never sent again. */
  refusal?: string;
};

export type NewEntry<E extends Entry> = Pick<E, "kind" | "slot" | "input"> & {
  /** Which of two entries for one slot counts: the first finish of a lesson, the last answer to a question. */
  keep: "first" | "last";
};

/** The part of `Storage` that a queue needs. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/**
 * A queue in the browser's storage, one per person. Each entry has a key of its own, so two tabs that write at once
 * lose nothing; order and one-per-slot are decided when it is read.
 */
export function openQueue<E extends Entry>(storage: KeyValueStorage, person: string, newId: () => string = () => crypto.randomUUID()) {
  const prefix = `throughline.outbox.${person}.`;

  const readAll = (): E[] => {
    const entries: E[] = [];
    for (let i = 0; i < storage.length; i++) {
      const key = storage.key(i);
      if (key?.startsWith(prefix)) entries.push(...parseEntry<E>(storage.getItem(key)));
    }
    return entries.toSorted((a, b) => a.line - b.line || (a.id < b.id ? -1 : 1));
  };

  const write = (entry: E) => storage.setItem(prefix + entry.id, JSON.stringify(entry));

  return {
    prefix,
    /** Everything held, in the order it was done. */
    list: readAll,
    /** Adds what was done; an entry that already waits for the same slot gives way or stays, as `keep` says. */
    add({ keep, ...what }: NewEntry<E>): void {
      const held = readAll();
      const sameSlot = held.filter(({ slot, refusal }) => slot === what.slot && refusal === undefined);
      if (sameSlot.length > 0 && keep === "first") return;
      // The new one is written before the old one goes: a crash in between leaves both, never none.
      write({ ...what, id: newId(), line: (held.at(-1)?.line ?? 0) + 1 } as E);
      for (const { id } of sameSlot) storage.removeItem(prefix + id);
    },
    /** Forgets an entry: it was sent, or the person has read why it was refused. */
    remove(id: string): void {
      storage.removeItem(prefix + id);
    },
    /** Marks an entry as refused for good, with the reason to show. */
    refuse(id: string, refusal: string): void {
      const entry = readAll().find((one) => one.id === id);
      if (entry) write({ ...entry, refusal });
    },
  };
}

function parseEntry<E extends Entry>(text: string | null): E[] {
  try {
    const entry = JSON.parse(text ?? "null") as Partial<E> | null;
    return entry && typeof entry.id === "string" && typeof entry.line === "number" && typeof entry.slot === "string" ? [entry as E] : [];
  } catch {
    return [];
  }
}

/** An opened queue. */
export type Queue<E extends Entry> = ReturnType<typeof openQueue<E>>;

/** Storage that lasts as long as the page, for browsers that forbid the lasting kind or have none left. */
export function memoryStorage(): KeyValueStorage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

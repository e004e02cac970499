import fc from "fast-check";
import { expect, test } from "vitest";
import { withOverflow } from "../../web/app/device-storage.ts";
import { type Entry, type KeyValueStorage, memoryStorage, openQueue } from "../../web/app/outbox-queue.ts";

function ids(): () => string {
  let n = 0;
  return () => `id${String(++n).padStart(4, "0")}`;
}

const lesson = (id: string) => ({ kind: "lesson", slot: `lesson ${id}`, input: id, keep: "first" as const });
const answer = (item: string, choice: string) => ({ kind: "answer", slot: `answer ${item}`, input: choice, keep: "last" as const });
const inputs = (entries: Entry[]) => entries.map(({ input }) => input);

test("entries are listed in the order of what the person did", () => {
  const queue = openQueue(memoryStorage(), "maria", ids());
  for (const id of ["c", "a", "b"]) queue.add(lesson(id));
  expect(inputs(queue.list())).toEqual(["c", "a", "b"]);
});

test("order holds when the page is opened again with other ids and when storage lists its keys in another order", () => {
  const storage = memoryStorage();
  openQueue(storage, "maria", () => "zzz").add(lesson("first"));
  openQueue(storage, "maria", () => "aaa").add(lesson("second"));
  const reversed: KeyValueStorage = {
    ...storage,
    length: storage.length,
    key: (index) => storage.key(storage.length - 1 - index),
    getItem: (key) => storage.getItem(key),
  };
  expect(inputs(openQueue(reversed, "maria").list())).toEqual(["first", "second"]);
});

test("a lesson finished twice waits once, with its first finish", () => {
  const queue = openQueue(memoryStorage(), "maria", ids());
  queue.add({ ...lesson("a"), input: "09:00" });
  queue.add({ ...lesson("a"), input: "09:05" });
  expect(inputs(queue.list())).toEqual(["09:00"]);
});

test("a changed answer replaces the one before it, under a new idempotency key and at the end of the line", () => {
  const queue = openQueue(memoryStorage(), "maria", ids());
  queue.add(answer("q1", "a"));
  queue.add(answer("q2", "b"));
  const before = queue.list()[0]?.id;
  queue.add(answer("q1", "c"));
  expect(inputs(queue.list())).toEqual(["b", "c"]);
  expect(queue.list()[1]?.id).not.toBe(before);
});

test("one person's entries are not seen, sent or removed by another on the same device", () => {
  const storage = memoryStorage();
  const maria = openQueue(storage, "district.maria", ids());
  const sam = openQueue(storage, "district.sam", ids());
  maria.add(lesson("a"));
  expect(sam.list()).toEqual([]);
  sam.add(lesson("a"));
  sam.remove(sam.list()[0]?.id ?? "");
  expect(inputs(maria.list())).toEqual(["a"]);
});

test("two tabs that add at the same moment lose nothing", () => {
  const storage = memoryStorage();
  const id = ids();
  const one = openQueue(storage, "maria", id);
  const two = openQueue(storage, "maria", id);
  one.add(lesson("a"));
  two.add(lesson("b"));
  one.add(lesson("c"));
  expect(inputs(two.list())).toEqual(["a", "b", "c"]);
});

test("a refused entry keeps its reason, stays listed, and makes room for a new try of the same slot", () => {
  const queue = openQueue(memoryStorage(), "maria", ids());
  queue.add(lesson("a"));
  queue.refuse(queue.list()[0]?.id ?? "", "There is no such lesson.");
  queue.add(lesson("a"));
  expect(queue.list().map(({ refusal }) => refusal)).toEqual(["There is no such lesson.", undefined]);
});

test("damaged and foreign rows in the storage are skipped", () => {
  const storage = memoryStorage();
  const queue = openQueue(storage, "maria", ids());
  queue.add(lesson("a"));
  storage.setItem(`${queue.prefix}x`, "{ not json");
  storage.setItem(`${queue.prefix}y`, '{"id":1}');
  storage.setItem("another.app", "1");
  expect(inputs(queue.list())).toEqual(["a"]);
});

test("whatever is done, each slot waits once, answers are the last given, and order is that of the doing", () => {
  const deed = fc.record({ item: fc.constantFrom("q1", "q2", "q3"), choice: fc.constantFrom("a", "b", "c") });
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
      const queue = openQueue(memoryStorage(), "maria", ids());
      for (const { item, choice } of deeds) queue.add(answer(item, choice));
      const last = new Map<string, string>();
      for (const { item, choice } of deeds) {
        last.delete(item);
        last.set(item, choice);
      }
      expect(queue.list().map(({ slot, input }) => [slot, input])).toEqual([...last].map(([item, choice]) => [`answer ${item}`, choice]));
    }),
  );
});

test("a full device keeps what no longer fits for as long as the page is open", () => {
  const inner = memoryStorage();
  const full: KeyValueStorage = {
    get length() {
      return inner.length;
    },
    key: (index) => inner.key(index),
    getItem: (key) => inner.getItem(key),
    removeItem: (key) => inner.removeItem(key),
    setItem(key, value) {
      if (inner.length >= 1) throw new DOMException("full", "QuotaExceededError");
      inner.setItem(key, value);
    },
  };
  const queue = openQueue(withOverflow(full), "maria", ids());
  queue.add(lesson("a"));
  queue.add(lesson("b"));
  expect(inputs(queue.list())).toEqual(["a", "b"]);
  queue.remove(queue.list()[0]?.id ?? "");
  expect(inputs(queue.list())).toEqual(["b"]);
});

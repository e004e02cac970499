import { type KeyValueStorage, memoryStorage } from "./outbox-queue.ts";

let found: KeyValueStorage | undefined;

/**
 * The browser's lasting storage. Where it is forbidden, or once it is full, the page's memory takes what it no longer
 * can: nothing is lost while the page is open.
 */
export function deviceStorage(): KeyValueStorage {
  found ??= withOverflow(lastingStorage() ?? memoryStorage());
  return found;
}

function lastingStorage(): KeyValueStorage | undefined {
  try {
    localStorage.setItem("throughline.probe", "1");
    localStorage.removeItem("throughline.probe");
    return localStorage;
  } catch {
    return undefined;
  }
}

/** Storage that writes to memory what `storage` refuses, and reads both. */
export function withOverflow(storage: KeyValueStorage): KeyValueStorage {
  const overflow = memoryStorage();
  return {
    get length() {
      return storage.length + overflow.length;
    },
    key: (index) => (index < storage.length ? storage.key(index) : overflow.key(index - storage.length)),
    getItem: (key) => overflow.getItem(key) ?? storage.getItem(key),
    setItem(key, value) {
      try {
        storage.setItem(key, value);
        overflow.removeItem(key);
      } catch {
        storage.removeItem(key);
        overflow.setItem(key, value);
      }
    },
    removeItem(key) {
      storage.removeItem(key);
      overflow.removeItem(key);
    },
  };
}

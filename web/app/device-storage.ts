import { type KeyValueStorage, memoryStorage } from "./outbox-queue.ts";

let found: KeyValueStorage | undefined;

/** The browser's lasting storage, or the page's memory where that is forbidden or full. */
export function deviceStorage(): KeyValueStorage {
  if (found) return found;
  try {
    localStorage.setItem("throughline.probe", "1");
    localStorage.removeItem("throughline.probe");
    found = localStorage;
  } catch {
    found = memoryStorage();
  }
  return found;
}

import { ask, persistentFetch } from "./api.ts";

/** Reads an address that the typed client does not know yet. Every use is to become a call of `client`. */
export const getJson = async <T>(path: string): Promise<T> => (await ask(persistentFetch(path))) as T;

/** Sends JSON to an address that the typed client does not know yet. Every use is to become a call of `client`. */
export const sendJson = async <T>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  json: unknown,
  options: { headers: Record<string, string> },
): Promise<T> =>
  (await ask(
    persistentFetch(path, { method, body: JSON.stringify(json), headers: { "content-type": "application/json", ...options.headers } }),
  )) as T;

import { ask, persistentFetch } from "./api.ts";
export const getJson = async <T>(path: string): Promise<T> => (await ask(persistentFetch(path))) as T;
export const sendJson = async <T>(method: "POST" | "PUT", path: string, json: unknown, options: { headers: Record<string, string> }): Promise<T> =>
  (await ask(persistentFetch(path, { method, body: JSON.stringify(json), headers: { "content-type": "application/json", ...options.headers } }))) as T;

import type { FileStore } from "../platform/context.ts";

/** A store that is loaded with the first file, not with the function: most requests have none. */
export function filesOnDemand(load: () => Promise<FileStore>): FileStore {
  let loading: Promise<FileStore> | undefined;
  const store = () => (loading ??= load());
  return {
    put: async (...file) => (await store()).put(...file),
    get: async (name) => (await store()).get(name),
    copy: async (...names) => (await store()).copy(...names),
    remove: async (name) => (await store()).remove(name),
    expire: async (folder) => (await store()).expire(folder),
    addressToPut: async (...asked) => (await store()).addressToPut(...asked),
    addressToGet: async (...asked) => (await store()).addressToGet(...asked),
  };
}

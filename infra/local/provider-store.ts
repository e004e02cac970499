import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";

type Entry = { payload: AdapterPayload; expiresAt: number };

/** Keeps what the development provider must remember in memory; whoever is half-way in when it ends begins again. */
export function memoryProviderStore(): AdapterFactory {
  const entries = new Map<string, Entry>();
  const living = ({ expiresAt }: Entry): boolean => expiresAt > Date.now();
  const forget = (isUnwanted: (entry: Entry, key: string) => boolean): void => {
    for (const [key, entry] of entries) if (isUnwanted(entry, key)) entries.delete(key);
  };
  return (model): Adapter => {
    const keyOf = (id: string): string => `${model}:${id}`;
    const search = (isWanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      [...entries].findLast(([key, entry]) => key.startsWith(keyOf("")) && living(entry) && isWanted(entry.payload))?.[1].payload;
    return {
      async upsert(id, payload, expiresInSeconds) {
        forget((entry) => !living(entry));
        entries.set(keyOf(id), {
          payload,
          expiresAt: expiresInSeconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + expiresInSeconds * 1000,
        });
      },
      async find(id) {
        const entry = entries.get(keyOf(id));
        return entry && living(entry) ? entry.payload : undefined;
      },
      findByUid: async (uid) => search((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => search((payload) => payload.userCode === userCode),
      async consume(id) {
        const entry = entries.get(keyOf(id));
        if (entry) entry.payload = { ...entry.payload, consumed: Math.floor(Date.now() / 1000) };
      },
      async destroy(id) {
        entries.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        // Of this kind only: an interaction under way names the grant too and goes on.
        forget(({ payload }, key) => key.startsWith(keyOf("")) && payload.grantId === grantId);
      },
    };
  };
}

/** What the ids of a file lead to. A spreadsheet that took the zeros off the front of a number is forgiven where only one id fits. */
export type References<Value> = { has(id: string): boolean; get(id: string): Value | undefined };

/** Makes ids findable: as they stand first, without leading zeros where that is unambiguous. */
export function referencesTo<Value>(entries: readonly (readonly [id: string, value: Value | undefined])[]): References<Value> {
  const exact = new Map(entries);
  const bare = new Map<string, string[]>();
  for (const [id] of entries) if (/^\d+$/.test(id)) bare.set(trimmed(id), [...(bare.get(trimmed(id)) ?? []), id]);
  const resolve = (id: string): string | undefined => {
    if (exact.has(id)) return id;
    const near = /^\d+$/.test(id) ? (bare.get(trimmed(id)) ?? []) : [];
    return near.length === 1 ? near[0] : undefined;
  };
  return {
    has: (id) => resolve(id) !== undefined,
    get: (id) => {
      const known = resolve(id);
      return known === undefined ? undefined : exact.get(known);
    },
  };
}

function trimmed(id: string): string {
  return id.replace(/^0+(?=\d)/, "");
}

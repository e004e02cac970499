import type { KeyObject } from "node:crypto";
import { keyInMemory, newPrivateKey } from "../../functions/lambda/signing-keys.ts";
import type { SigningAlgorithm, SigningKeys } from "../../functions/platform/context.ts";

/** Real keys, made when first needed and then the same in the whole file; as short as RS256 allows, because tests cannot wait. */
export function openKeys(): SigningKeys & { rotate(): Promise<void>; forget(): void } {
  const made = new Map<SigningAlgorithm, Promise<KeyObject>>();
  const before = new Map<SigningAlgorithm, KeyObject[]>();
  return {
    async current(algorithm) {
      const key = made.get(algorithm) ?? newPrivateKey(algorithm, 2048);
      made.set(algorithm, key);
      return keyInMemory(algorithm, await key);
    },
    earlier: async (algorithm) => (before.get(algorithm) ?? []).map((key) => keyInMemory(algorithm, key)),
    /** From now on there are new keys; those of before can still sign. */
    async rotate() {
      for (const [algorithm, key] of made) before.set(algorithm, [await key, ...(before.get(algorithm) ?? [])]);
      made.clear();
    },
    /** The keys of before sign nothing any more. */
    forget: () => before.clear(),
  };
}

/** The keys of every test that does not ask for its own. */
export const testKeys: SigningKeys = openKeys();

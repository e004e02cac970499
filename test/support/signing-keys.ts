import type { KeyObject } from "node:crypto";
import { keyInMemory, newPrivateKey } from "../../functions/lambda/signing-keys.ts";
import type { SigningAlgorithm, SigningKeys } from "../../functions/platform/context.ts";

/** Real keys, made when first needed and then the same in the whole file; as short as RS256 allows, because tests cannot wait. */
export function openKeys(): SigningKeys & { rotate(): void } {
  const made = new Map<SigningAlgorithm, Promise<KeyObject>>();
  return {
    async current(algorithm) {
      const key = made.get(algorithm) ?? newPrivateKey(algorithm, 2048);
      made.set(algorithm, key);
      return keyInMemory(algorithm, await key);
    },
    /** From now on new keys sign. */
    rotate: () => made.clear(),
  };
}

/** The keys of every test that does not ask for its own. */
export const testKeys: SigningKeys = openKeys();

import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, sign } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { SigningAlgorithm, SigningKey, SigningKeys } from "../platform/context.ts";

/** 3,072 bits: as strong as 128 bits are (OWASP ASVS 11.2.3), where RS256 asks for 2,048. */
const rsaBits = 3_072;

const digestOf = { RS256: "sha256", Ed25519: null } as const;

/** A key that is held in this process. */
export function keyInMemory(algorithm: SigningAlgorithm, privateKey: KeyObject): SigningKey {
  return {
    publicJwk: createPublicKey(privateKey).export({ format: "jwk" }) as Record<string, string>,
    sign: async (bytes) => new Uint8Array(sign(digestOf[algorithm], bytes, privateKey)),
  };
}

/** Makes a key pair. */
export async function newPrivateKey(algorithm: SigningAlgorithm, bits = rsaBits): Promise<KeyObject> {
  const generate = promisify(generateKeyPair);
  return algorithm === "RS256" ? (await generate("rsa", { modulusLength: bits })).privateKey : (await generate("ed25519")).privateKey;
}

/**
 * Keys as files of a folder, for everything on one machine: made when first needed, readable by their owner alone. The last by name
 * signs; `add` makes the next one, and what earlier ones signed stays good by their published halves.
 */
export class FolderKeys implements SigningKeys {
  readonly #folder: string;
  readonly #held = new Map<string, SigningKey>();
  readonly #making = new Map<SigningAlgorithm, Promise<void>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async current(algorithm: SigningAlgorithm): Promise<SigningKey> {
    return this.#named(algorithm, (await this.#names(algorithm)).at(-1) ?? (await this.#first(algorithm)));
  }

  async earlier(algorithm: SigningAlgorithm): Promise<SigningKey[]> {
    const names = (await this.#names(algorithm)).slice(0, -1).toReversed();
    return Promise.all(names.map((name) => this.#named(algorithm, name)));
  }

  async add(algorithm: SigningAlgorithm): Promise<void> {
    const privateKey = await newPrivateKey(algorithm);
    const number = String((await this.#names(algorithm)).length + 1).padStart(3, "0");
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, `${algorithm}-${number}.pem`);
    await writeFile(`${path}.part`, privateKey.export({ format: "pem", type: "pkcs8" }), { mode: 0o600 });
    await rename(`${path}.part`, path);
  }

  async #named(algorithm: SigningAlgorithm, name: string): Promise<SigningKey> {
    const held = this.#held.get(name);
    if (held) return held;
    const key = keyInMemory(algorithm, createPrivateKey(await readFile(join(this.#folder, name))));
    this.#held.set(name, key);
    return key;
  }

  /** Made once, however many ask for it at the same moment. */
  async #first(algorithm: SigningAlgorithm): Promise<string> {
    const making = this.#making.get(algorithm) ?? this.add(algorithm);
    this.#making.set(algorithm, making);
    await making.finally(() => this.#making.delete(algorithm));
    const [first] = await this.#names(algorithm);
    if (first === undefined) throw new Error(`there is no key for ${algorithm} in the folder of keys`);
    return first;
  }

  async #names(algorithm: SigningAlgorithm): Promise<string[]> {
    const names = await readdir(this.#folder).catch(() => []);
    return names.filter((name) => name.startsWith(`${algorithm}-`) && name.endsWith(".pem")).toSorted();
  }
}

/** The client is loaded with the first signature. */
async function loadKms() {
  const { GetPublicKeyCommand, KMSClient, SignCommand } = await import("@aws-sdk/client-kms");
  return { GetPublicKeyCommand, SignCommand, client: new KMSClient({}) };
}

/** Keys in the key service, by their names there, the current one first. They never leave it: a digest, or for Ed25519 the few bytes themselves, go there to be signed. */
export class KmsKeys implements SigningKeys {
  readonly #names: Record<SigningAlgorithm, readonly string[]>;
  readonly #known = new Map<string, Promise<SigningKey>>();
  #loading: ReturnType<typeof loadKms> | undefined;

  constructor(names: Record<SigningAlgorithm, readonly string[]>) {
    this.#names = names;
  }

  current(algorithm: SigningAlgorithm): Promise<SigningKey> {
    const [current] = this.#names[algorithm];
    return current === undefined ? Promise.reject(new Error(`there is no key for ${algorithm}`)) : this.#named(algorithm, current);
  }

  earlier(algorithm: SigningAlgorithm): Promise<SigningKey[]> {
    return Promise.all(this.#names[algorithm].slice(1).map((name) => this.#named(algorithm, name)));
  }

  #named(algorithm: SigningAlgorithm, name: string): Promise<SigningKey> {
    const known = this.#known.get(name);
    if (known) return known;
    const key = this.#read(algorithm, name);
    key.catch(() => this.#known.delete(name));
    this.#known.set(name, key);
    return key;
  }

  async #read(algorithm: SigningAlgorithm, KeyId: string): Promise<SigningKey> {
    const { client, GetPublicKeyCommand, SignCommand } = await (this.#loading ??= loadKms());
    const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId }));
    if (!PublicKey) throw new Error("the key service gave no public key");
    const publicKey = createPublicKey({ key: Buffer.from(PublicKey), format: "der", type: "spki" });
    return {
      publicJwk: publicKey.export({ format: "jwk" }) as Record<string, string>,
      async sign(bytes) {
        const { Signature } = await client.send(
          new SignCommand(
            algorithm === "RS256"
              ? {
                  KeyId,
                  Message: createHash("sha256").update(bytes).digest(),
                  MessageType: "DIGEST",
                  SigningAlgorithm: "RSASSA_PKCS1_V1_5_SHA_256",
                }
              : { KeyId, Message: bytes, MessageType: "RAW", SigningAlgorithm: "ED25519_SHA_512" },
          ),
        );
        if (!Signature) throw new Error("the key service gave no signature");
        return new Uint8Array(Signature);
      },
    };
  }
}

/** For the functions that sign nothing. */
export const noKeys: SigningKeys = {
  current: () => Promise.reject(new Error("this function has no signing keys; the one that signs badges does")),
  earlier: () => Promise.resolve([]),
};

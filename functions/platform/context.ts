import type { Clock } from "./clock.ts";
import type { ApiScope } from "./contract.ts";
import { type LocalDate, localDate } from "./dates.ts";
import type { District } from "./district.ts";
import { type DistrictTable, districtTable } from "./district-table.ts";
import { newId } from "./ids.ts";
import type { Language } from "./language.ts";
import type { TypefaceIndex } from "./paper/typeface-index.ts";
import type { AccessRole, JobName } from "./permissions.ts";
import type { Item, Table } from "./table.ts";

/** A role a person holds, and where: the schools someone leads, the schools a coach works at. */
export type AccessGrant =
  | { role: Exclude<AccessRole, "schoolLeader" | "coach"> }
  | { role: "coach"; schoolIds?: string[] }
  | { role: "schoolLeader"; schoolIds: string[] };

/** Who acts: a signed-in person, another program with a key of the district, or a named job. All are written into the audit. */
export type Actor =
  | { kind: "person"; staffId: string; name: string; grants: AccessGrant[] }
  | { kind: "apiKey"; keyId: string; name: string; scopes: readonly ApiScope[] }
  | { kind: "job"; name: JobName };

/** Read-only files that ship with the functions: the compiled content, the typefaces of documents and pictures, and WebAssembly. */
export type ContentSource = {
  readJson(path: string): Promise<unknown>;
  readFont(name: string): Promise<Uint8Array>;
  /** Which letters each typeface has beside those of every document. */
  readTypefaces(): Promise<TypefaceIndex>;
  readProgram(name: string): Promise<Uint8Array>;
};

/** What is wrong in a source text: where (line and column from 1), what, and what its author does about it. */
export type SourceProblem = { file: string; line: number; column: number; severity: "error" | "warning"; message: string; fix: string };

/** Compiles a module's source files as the build does; `known` are the modules it may name as prerequisites. */
export type ModuleCompiler = (
  files: Record<string, string>,
  known: { moduleIds: string[]; terms: unknown },
) => Promise<{ content: unknown; answers: unknown; problems: SourceProblem[] }>;

/** A certificate as far as a rule may ask about it: `lastOn` is the last day on which it is in force, a revoked one's included. */
export type HeldCertificate = { certificationId: string; issuedOn: LocalDate; lastOn: LocalDate };

/** What assignment must know of certification, which stands to its right: composition brings the two together. */
export type CertificateFacts = {
  /** Read with the first that asks: the ladder is long. */
  offered(): Promise<{ id: string; title: string }[]>;
  /** The certificates among the rows of a person's partition. */
  heldIn(items: Item[]): HeldCertificate[];
};

/** Where a browser puts a file itself, and the headers that must go with it. */
export type PutAddress = { address: string; headers: Record<string, string> };

/** Files by name: a folder when everything runs on one machine, object storage when deployed. */
export type FileStore = {
  put(name: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  get(name: string): Promise<Uint8Array | undefined>;
  /** Puts the same bytes under a second name, without a way through the caller. */
  copy(from: string, to: string, mediaType: string): Promise<void>;
  /** An address at which whoever holds it can put these very bytes for some minutes: their number and their SHA-256 (hex) are signed with it. */
  addressToPut(name: string, bytes: { bytes: number; sha256: string }): Promise<PutAddress>;
  /** An address at which whoever holds it can save the file within a minute; undefined where there is none of that name. */
  addressToGet(name: string, saved: { mediaType: string; fileName: string }): Promise<string | undefined>;
  /** Removes one file for good, with every earlier version of it: nobody can bring it back. Removed already, it stays so. */
  remove(name: string): Promise<void>;
  /** Lets go of everything in a folder of names whose time is over. Object storage does so by its own rule, at the latest by then. */
  expire(folder: string): Promise<void>;
};

/** How badges are signed: RSA for the badge as a JSON Web Token, Ed25519 for the proof embedded in its JSON. */
export type SigningAlgorithm = "RS256" | "Ed25519";

/** A key that signs and never leaves its place; `publicJwk` is what everyone may know of it. */
export type SigningKey = { publicJwk: Record<string, string>; sign(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> };

/**
 * The keys that can sign: a folder when everything runs on one machine, the key service when deployed. `earlier` are those that signed
 * before the current one, the latest first; keys that are out of use are known by their published halves alone.
 */
export type SigningKeys = {
  current(algorithm: SigningAlgorithm): Promise<SigningKey>;
  earlier(algorithm: SigningAlgorithm): Promise<readonly SigningKey[]>;
};

/** Brings a badge's signatures and its place in the lists of status up to date: in this process, or in the one function that may use the keys. */
export type BadgeSigner = (ctx: Context, publicId: string) => Promise<void>;

/** Reads what a stranger published at an address of the public Internet; throws where it cannot be reached, or not before the signal ends it. */
type FetchText = (address: string, signal?: AbortSignal) => Promise<string>;

/** What the process was composed with; the same for every request. */
export type Services = {
  table: Table;
  clock: Clock;
  content: ContentSource;
  compileModule: ModuleCompiler;
  certificates: CertificateFacts;
  files: FileStore;
  signingKeys: SigningKeys;
  badgeSigner: BadgeSigner;
  fetchText: FetchText;
  /** The address people use, without a trailing slash. */
  origin: string;
};

/** The raw table, for the few platform files that write. The architecture test lists them. */
export const rawTable: unique symbol = Symbol("rawTable");

/** One request or one job run, inside one district. Reads are free; writing needs `grant` and `commit`. */
export type Context = {
  readonly actor: Actor;
  readonly district: District;
  readonly table: DistrictTable;
  readonly now: Date;
  /** Today in the district's zone. */
  readonly today: LocalDate;
  readonly requestId: string;
  /** The language the person reads in. */
  readonly language: Language;
  readonly content: ContentSource;
  readonly compileModule: ModuleCompiler;
  readonly certificates: CertificateFacts;
  readonly files: FileStore;
  readonly signingKeys: SigningKeys;
  readonly badgeSigner: BadgeSigner;
  readonly fetchText: FetchText;
  readonly origin: string;
  /** Set for a POST that carries an Idempotency-Key; `commit` writes its record with the effect. */
  readonly idempotency?: { key: string; fingerprint: string };
  readonly [rawTable]: Table;
  newId(prefix: string): string;
};

/** Makes the context of one request or job run. "Now" is read once, so one action has one time. */
export function createContext(
  services: Services,
  options: {
    actor: Actor;
    district: District;
    requestId: string;
    language?: Language;
    idempotency?: { key: string; fingerprint: string };
  },
): Context {
  const now = services.clock.now();
  return {
    ...options,
    language: options.language ?? "en",
    table: districtTable(services.table, options.district.id),
    now,
    today: localDate(now, options.district.zone),
    content: services.content,
    compileModule: services.compileModule,
    certificates: services.certificates,
    files: services.files,
    signingKeys: services.signingKeys,
    badgeSigner: services.badgeSigner,
    fetchText: services.fetchText,
    origin: services.origin,
    [rawTable]: services.table,
    newId: (prefix) => newId(prefix, now),
  };
}

/** The signed-in person's own id; a job has none, so routes about oneself cannot be run by one. */
export function signedInStaffId({ actor }: Context): string {
  if (actor.kind !== "person") throw new Error(`${actor.name} is no person and has no learning of its own`);
  return actor.staffId;
}

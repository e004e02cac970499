import type { Context } from "../platform/context.ts";
import { expireImportFiles, keepImportFile, readImportFile } from "../roster/import-files.ts";
import type { PastCertificate } from "./history-rules.ts";

/** A past certificate as it is kept until it is entered: nothing of the file but what the certificate will say. */
export type Past = Pick<PastCertificate, "issuedOn" | "expiresOn" | "clockHours"> & {
  definition: Pick<PastCertificate["definition"], "id" | "title" | "validity">;
};

/** What an import enters for one person, the earliest first. */
export type PastOfPerson = { staffId: string; past: Past[] };

const part = "history";

/** Keeps what an import of past certificates is to enter, until it is whole. */
export function keepHistory(ctx: Context, importId: string, people: readonly PastOfPerson[]): Promise<void> {
  const kept = people.map(({ staffId, past }) => ({
    staffId,
    past: past.map(({ issuedOn, expiresOn, clockHours, definition: { id, title, validity } }) => ({
      issuedOn,
      expiresOn,
      clockHours,
      definition: { id, title, validity },
    })),
  }));
  return keepImportFile(ctx, importId, part, kept satisfies PastOfPerson[]);
}

/** What an import of past certificates is to enter; undefined where it is no longer kept. */
export const readKeptHistory = (ctx: Context, importId: string): Promise<PastOfPerson[] | undefined> =>
  readImportFile<PastOfPerson[]>(ctx, importId, part);

/** Lets go of what an import of past certificates was to enter. */
export const expireHistory = (ctx: Context, importId: string): Promise<void> => expireImportFiles(ctx, importId);

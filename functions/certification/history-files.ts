import type { Context } from "../platform/context.ts";
import { expireImportFiles, keepImportFile, readImportFile } from "../roster/import-files.ts";
import type { PastCertificate } from "./history-rules.ts";

/** A past certificate as it is kept until it is entered: nothing of the file but what the certificate will say. */
export type Past = Pick<PastCertificate, "issuedOn" | "expiresOn" | "clockHours"> & {
  definition: Pick<PastCertificate["definition"], "id" | "title" | "validity">;
};

/** What an import enters for one person, the earliest first. */
export type PastOfPerson = { staffId: string; past: Past[] };

/**
 * Keeps what an import of past certificates is to enter, until it is whole, under a name of its own that it gives: the same request, sent
 * twice at once, must not exchange under the hands of the work what it reads step by step.
 */
export async function keepHistory(ctx: Context, importId: string, people: readonly PastOfPerson[]): Promise<string> {
  const name = ctx.newId("hif");
  const kept = people.map(({ staffId, past }) => ({
    staffId,
    past: past.map(({ issuedOn, expiresOn, clockHours, definition: { id, title, validity } }) => ({
      issuedOn,
      expiresOn,
      clockHours,
      definition: { id, title, validity },
    })),
  }));
  await keepImportFile(ctx, importId, name, kept satisfies PastOfPerson[]);
  return name;
}

/** What an import of past certificates is to enter; undefined where it is no longer kept. */
export const readKeptHistory = (ctx: Context, importId: string, name: string): Promise<PastOfPerson[] | undefined> =>
  readImportFile<PastOfPerson[]>(ctx, importId, name);

/** Lets go of what an import of past certificates was to enter. */
export const expireHistory = (ctx: Context, importId: string): Promise<void> => expireImportFiles(ctx, importId);

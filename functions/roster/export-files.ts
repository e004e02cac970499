import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { Context } from "../platform/context.ts";

/** A person's lines, and what they are put in order by. */
export type ExportedPerson = { sourcedId: string; users: string; roles: string };

/** What an export keeps while it is made: whom it is to read, then their lines, some hundred people to a file. */
type Parts = { ids: string[] } & Record<`people-${number}`, ExportedPerson[]>;

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];
const folderOf = (ctx: Context, taskId: string): string => `exports/${ctx.district.id}/${taskId}`;

/** Keeps a part of an export; keeping it again replaces it. */
export async function keepExportPart<Name extends keyof Parts>(
  ctx: Context,
  taskId: string,
  part: Name,
  value: Parts[Name],
): Promise<void> {
  const bytes = await pack(Buffer.from(JSON.stringify(value)), { level: 1 });
  await ctx.files.put(`${folderOf(ctx, taskId)}/${part}.gz`, bytes, "application/gzip");
}

/** A part of an export that was kept. */
export async function readExportPart<Name extends keyof Parts>(ctx: Context, taskId: string, part: Name): Promise<Parts[Name]> {
  const bytes = await ctx.files.get(`${folderOf(ctx, taskId)}/${part}.gz`);
  if (!bytes) throw new Error(`a part of ${taskId} is gone`);
  return JSON.parse((await unpack(bytes)).toString("utf8")) as Parts[Name];
}

/** One answer of the API holds no more of a file than this. */
const pieceBytes = 3_000_000;

const pieceName = (ctx: Context, taskId: string, piece: number): string => `${folderOf(ctx, taskId)}/piece-${piece}.bin`;

/** Keeps the finished file in pieces, in order; returns how many there are. */
export async function keepPieces(ctx: Context, taskId: string, file: Uint8Array): Promise<number> {
  const pieces = Math.ceil(file.length / pieceBytes);
  for (let i = 0; i < pieces; i++) await keepPiece(ctx, taskId, i, file.subarray(i * pieceBytes, (i + 1) * pieceBytes));
  return pieces;
}

/** Keeps one piece of a file that is made piece by piece; keeping it again replaces it. */
export async function keepPiece(ctx: Context, taskId: string, piece: number, bytes: Uint8Array): Promise<void> {
  await ctx.files.put(pieceName(ctx, taskId, piece), bytes, "application/octet-stream");
}

/** A piece of a finished file, where it is still kept. */
export async function readPiece(ctx: Context, taskId: string, piece: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = await ctx.files.get(pieceName(ctx, taskId, piece));
  return bytes && new Uint8Array(bytes);
}

/** Lets go of all that an export kept. */
export function expireExport(ctx: Context, taskId: string): Promise<void> {
  return ctx.files.expire(folderOf(ctx, taskId));
}

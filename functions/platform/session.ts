import { randomBytes } from "node:crypto";
import * as z from "zod";
import { sha256 } from "./ids.ts";
import { record, type Versioned } from "./record.ts";
import { GuardFailed, type Table } from "./table.ts";

/** A signed-in browser. The token itself is only in its cookie; the table holds the hash. */
const Session = z.object({
  tokenHash: z.string(),
  districtId: z.string(),
  staffId: z.string(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  idToken: z.string().optional(),
});
export type Session = z.infer<typeof Session>;

export const absoluteHours = 12;
export const idleMinutes = 120;
/** The last-seen time is written at most this often. */
const touchMinutes = 5;

export const sessions = record({
  type: "session",
  kind: "system",
  scope: "global",
  schema: Session,
  address: ({ tokenHash }) => ({ of: `SESS#${tokenHash}`, at: "S" }),
  index2: ({ districtId, staffId, startedAt }) => ({ of: `D#${districtId}#USERSESS#${staffId}`, at: startedAt }),
  expiresAt: ({ startedAt }) => Math.floor(Date.parse(startedAt) / 1000) + absoluteHours * 3600,
});

/** Starts a session and returns its token: 256 bits, never stored. */
export async function startSession(table: Table, now: Date, who: Pick<Session, "districtId" | "staffId" | "idToken">): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const at = now.toISOString();
  const session = { version: 0, tokenHash: sha256(token), startedAt: at, lastSeenAt: at, ...who };
  await table.write([sessions.put(session).operation(who.districtId)]);
  return token;
}

/** The session of a token, or undefined when there is none, it was idle too long or it has lasted long enough. */
export async function findSession(table: Table, now: Date, token: string): Promise<Session | undefined> {
  const item = await table.get({ PK: `SESS#${sha256(token)}`, SK: "S" });
  if (!item) return undefined;
  const session = sessions.parse(item);
  const idle = now.getTime() - Date.parse(session.lastSeenAt);
  const age = now.getTime() - Date.parse(session.startedAt);
  if (idle > idleMinutes * 60_000 || age > absoluteHours * 3_600_000) return undefined;
  if (idle > touchMinutes * 60_000) await touch(table, now, session);
  return session;
}

/** Notes that the session is in use. Guarded, so that a sign-out at the same moment is not undone. */
async function touch(table: Table, now: Date, session: Session & Versioned): Promise<void> {
  try {
    await table.write([sessions.put({ ...session, lastSeenAt: now.toISOString() }).operation(session.districtId)]);
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error;
  }
}

/** Ends a session at once. */
export async function endSession(table: Table, token: string): Promise<void> {
  await table.write([{ remove: { PK: `SESS#${sha256(token)}`, SK: "S" } }]);
}

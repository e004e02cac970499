import type { Actor } from "./context.ts";

/** The actor as the audit names it: what it is, and its id. */
export function actorId(actor: Actor): string {
  if (actor.kind === "person") return `staff:${actor.staffId}`;
  return actor.kind === "apiKey" ? `api-key:${actor.keyId}` : `job:${actor.name}`;
}

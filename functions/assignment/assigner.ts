import type { Context } from "../platform/context.ts";

/** Who stands on the ledger as the one who assigned. */
export function assigner({ actor }: Context): { staffId: string; name: string } {
  if (actor.kind !== "person") throw new Error(`${actor.name} is a job; jobs assign by rule`);
  return { staffId: actor.staffId, name: actor.name };
}

import type { Context } from "../platform/context.ts";
import type { RecordWrite } from "../platform/record.ts";
import { members, type Staff } from "./records.ts";
import { membershipsOf } from "./rules.ts";

/**
 * The writes that make the schools' lists of people say what a person's record says: put with it, in one transaction.
 * A list that says so already is not written.
 */
export async function membershipWrites(ctx: Context, before: Staff | undefined, after: Staff): Promise<RecordWrite<"fact">[]> {
  const wanted = new Map(membershipsOf(after, ctx.today).map((one) => [one.schoolId, one]));
  const schoolIds = new Set([...wanted.keys(), ...(before ? membershipsOf(before, "0000-01-01").map(({ schoolId }) => schoolId) : [])]);
  const writes = await Promise.all(
    [...schoolIds].map(async (schoolId) => {
      const next = wanted.get(schoolId);
      const stored = before && (await ctx.table.get(members, { of: `S#${schoolId}`, at: `MEMBER#${after.id}` }));
      if (!next) return stored ? [members.remove(stored)] : [];
      const isSame = stored !== undefined && essence(stored) === essence(next);
      return isSame ? [] : [members.put({ ...next, version: stored?.version ?? 0 })];
    }),
  );
  return writes.flat();
}

type Stored = {
  name: string;
  roles: readonly string[];
  rosterHash?: string | undefined;
  source?: string | undefined;
  isAdministrator?: boolean | undefined;
};

function essence({ name, roles, rosterHash = "", source = "", isAdministrator = false }: Stored): string {
  return JSON.stringify([name, roles, rosterHash, source, isAdministrator]);
}

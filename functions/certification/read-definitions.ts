import type { Context } from "../platform/context.ts";
import type { CertificationDefinition } from "./ladder-rules.ts";
import { certifications } from "./definitions.ts";
import { definitionEditions } from "./records.ts";

/** The certifications as the district has them now: ours, with its own choices over them. One query. */
export async function readDefinitions(ctx: Context): Promise<CertificationDefinition[]> {
  const editions = await ctx.table.list(definitionEditions, "CDEF");
  const latest = new Map(editions.map((one) => [one.certificationId, one]));
  return certifications.map((shipped) => {
    const own = latest.get(shipped.id);
    return own ? { ...shipped, ...own.choices, version: own.edition } : shipped;
  });
}

/** One of them; undefined when there is none with this id. */
export async function findDefinition(ctx: Context, certificationId: string): Promise<CertificationDefinition | undefined> {
  return (await readDefinitions(ctx)).find(({ id }) => id === certificationId);
}

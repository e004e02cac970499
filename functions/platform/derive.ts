import { type Context, rawTable } from "./context.ts";
import type { RecordWrite } from "./record.ts";

/**
 * Writes rows that can be recomputed from facts (summaries, roll-ups, snapshots), each fenced by the version it was
 * read at. They are no one's doing, so they have no audit row.
 */
export async function derive(ctx: Context, writes: RecordWrite<"derived">[]): Promise<void> {
  await ctx[rawTable].write(writes.map((write) => write.operation(ctx.district.id)));
}

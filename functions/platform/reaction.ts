import type { DynamoDBRecord } from "aws-lambda";
import type { Context, Services } from "./context.ts";
import { jobContext } from "./job.ts";
import { log } from "./log.ts";
import type { JobName } from "./permissions.ts";
import { collectionOf, districtOf } from "./record.ts";

/**
 * What happens because something changed. A reaction is told only whom it concerns and reads the current state
 * itself: duplicates, reordering and replays therefore change nothing, and the payload of a record decides nothing.
 */
export type Reaction = {
  name: string;
  job: JobName;
  /** Whom a changed row concerns, or undefined when it is none of this reaction's business. `of` and `at` are its place in its district. */
  concerns(row: { of: string; at: string }): string | undefined;
  run(ctx: Context, subject: string): Promise<void>;
};

/**
 * Runs every reaction once for each subject a batch of stream records concerns. Returns the sequence numbers of the
 * records whose reactions failed; those alone are delivered again.
 */
export async function react(services: Services, reactions: readonly Reaction[], records: DynamoDBRecord[]): Promise<string[]> {
  const failed = new Set<string>();
  for (const reaction of reactions) {
    const work = new Map<string, { districtId: string; subject: string; sequenceNumbers: string[] }>();
    for (const { dynamodb } of records) {
      const partition = dynamodb?.Keys?.PK?.S;
      const at = dynamodb?.Keys?.SK?.S;
      const districtId = partition && districtOf(partition);
      if (!partition || !at || !districtId) continue;
      const subject = reaction.concerns({ of: collectionOf(partition), at });
      if (subject === undefined) continue;
      const key = JSON.stringify([districtId, subject]);
      const entry = work.get(key) ?? { districtId, subject, sequenceNumbers: [] };
      if (dynamodb.SequenceNumber) entry.sequenceNumbers.push(dynamodb.SequenceNumber);
      work.set(key, entry);
    }
    for (const { districtId, subject, sequenceNumbers } of work.values()) {
      try {
        const ctx = await jobContext(services, reaction.job, districtId, `stream-${sequenceNumbers[0] ?? "0"}`);
        await reaction.run(ctx, subject);
      } catch (error) {
        log("error", "reaction failed", {
          job: reaction.name,
          row: subject,
          districtId,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
        for (const sequenceNumber of sequenceNumbers) failed.add(sequenceNumber);
      }
    }
  }
  return [...failed];
}

/** The staff id when the row stands in a person's own partition. */
export function staffIn({ of }: { of: string }): string | undefined {
  return /^U#([^#]+)$/.exec(of)?.[1];
}

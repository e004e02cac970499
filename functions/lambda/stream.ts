import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { assignmentReactions, importEffectsReaction } from "../assignment/events.ts";
import { badgeReactions } from "../badges/events.ts";
import { certificationReactions } from "../certification/events.ts";
import { engagementReactions } from "../engagement/events.ts";
import type { Services } from "../platform/context.ts";
import type { Mailer } from "../platform/outbox.ts";
import { react } from "../platform/reaction.ts";
import { reminderReactions } from "../reminders/events.ts";
import { mergeReaction, rosterReactions } from "../roster/events.ts";
import { adoptions } from "./adoptions.ts";
import { importEffects } from "./import-effects.ts";
import { mailReaction } from "./mail.ts";
import { mailerFrom, servicesFrom } from "./services.ts";

export type StreamHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/**
 * Everything that happens because something changed, in the order in which the capabilities stand. When something
 * failed, the stream goes on from the first record that did: what is delivered again is harmless.
 */
export function streamHandler(services: Services, mailer: Mailer): StreamHandler {
  const reactions = [
    ...rosterReactions,
    mergeReaction(adoptions),
    ...assignmentReactions,
    importEffectsReaction(importEffects),
    ...certificationReactions,
    ...badgeReactions,
    ...engagementReactions,
    ...reminderReactions,
    mailReaction(services, mailer),
  ];
  return async ({ Records }) => {
    const failed = await react(services, reactions, Records);
    const first = lowest(failed);
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first }] };
  };
}

/** Sequence numbers are whole numbers of up to forty digits: neither text nor a JavaScript number orders them. */
export function lowest(sequenceNumbers: readonly string[]): string | undefined {
  return sequenceNumbers.toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))[0];
}

let composed: StreamHandler | undefined;

/** The function as Lambda runs it. */
export const handler: StreamHandler = (event) => (composed ??= streamHandler(servicesFrom(process.env), mailerFrom(process.env)))(event);

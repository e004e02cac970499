import { asksForReferences, currentReviews } from "../certification/application-rules.ts";
import { type CertificationDefinition, certificationOf } from "../certification/ladder-rules.ts";
import { applicationsFrom } from "../certification/queries.ts";
import { readDefinitions } from "../certification/read-definitions.ts";
import type { Context } from "../platform/context.ts";
import type { OnBad } from "../platform/district-table.ts";
import type { Item } from "../platform/table.ts";
import { piecesFrom } from "../portfolio/queries.ts";
import { refereesFrom } from "../portfolio/read-references.ts";
import { accountsToday } from "../roster/read-merges.ts";
import type { WaitingWork } from "./kinds/kind.ts";

type Definition = Pick<CertificationDefinition, "title" | "ownCoachMayReview" | "requirements" | "renewal">;

/**
 * What of a person's waits for a reviewer's word today, by what the district asks for; whoever may not give it is named by the account
 * that they have now. Only where an application waits does it read more than the rows.
 */
export async function readWaiting(ctx: Context, items: Item[], onBad?: OnBad): Promise<WaitingWork[]> {
  const shipped = waitingFrom(items, onBad);
  if (!shipped.some(({ about }) => "certificationId" in about)) return shipped;
  const definitions = await readDefinitions(ctx);
  const waiting = waitingFrom(items, onBad, (id) => definitions.find((one) => one.id === id));
  const today = await accountsToday(
    ctx,
    waiting.flatMap(({ except }) => except),
  );
  return waiting.map((work) => ({ ...work, except: work.except.map((id) => today.get(id) ?? id) }));
}

/** What of a person's, among the rows of their partition, waits for a reviewer's word. */
export function waitingFrom(
  items: Item[],
  onBad?: OnBad,
  definitionOf: (id: string) => Definition | undefined = certificationOf,
): WaitingWork[] {
  const pieces = piecesFrom(items, onBad)
    .filter(({ state }) => state === "submitted")
    .map(({ id, kind, submission, submittedAt }): WaitingWork => ({
      item: `piece.${id}`,
      cycle: String(submission),
      submittedAt,
      about: { piece: kind, pieceId: id },
      ownCoachMay: true,
      except: [],
    }));
  const referees = refereesFrom(items, onBad);
  const applications = applicationsFrom(items, onBad)
    .filter(({ state }) => state === "underReview")
    .map((application): WaitingWork => {
      const { certificationId, submission, submittedAt } = application;
      const definition = definitionOf(certificationId);
      return {
        item: `application.${certificationId}`,
        cycle: String(submission),
        submittedAt,
        about: { certificationId, title: definition?.title ?? certificationId },
        ownCoachMay: definition?.ownCoachMayReview ?? true,
        except: [...currentReviews(application).map(({ reviewerId }) => reviewerId), ...(asksForReferences(definition) ? referees : [])],
      };
    });
  return [...pieces, ...applications];
}

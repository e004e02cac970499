import { currentReviews } from "../certification/application-rules.ts";
import { certificationOf } from "../certification/ladder-rules.ts";
import { applicationsFrom } from "../certification/queries.ts";
import type { OnBad } from "../platform/district-table.ts";
import type { Item } from "../platform/table.ts";
import { piecesFrom } from "../portfolio/queries.ts";
import { refereesFrom } from "../portfolio/read-references.ts";
import type { WaitingWork } from "./kinds/kind.ts";

/** What of a person's, among the rows of their partition, waits for a reviewer's word. */
export function waitingFrom(items: Item[], onBad?: OnBad): WaitingWork[] {
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
      const definition = certificationOf(certificationId);
      const isRecommended = definition?.requirements.some(({ kind }) => kind === "references") ?? false;
      return {
        item: `application.${certificationId}`,
        cycle: String(submission),
        submittedAt,
        about: { certificationId, title: definition?.title ?? certificationId },
        ownCoachMay: definition?.ownCoachMayReview ?? true,
        except: [...currentReviews(application).map(({ reviewerId }) => reviewerId), ...(isRecommended ? referees : [])],
      };
    });
  return [...pieces, ...applications];
}

import type { PieceView } from "../../functions/portfolio/contract.ts";
import { useSession } from "../app/session.ts";
import { portfolioWords } from "../strings/en-portfolio.ts";
import { ExternalLink } from "../ui/external-link.tsx";
import { FileLink } from "./file-link.tsx";
import "./portfolio-page.css";

const say = portfolioWords.piece;

type PieceTextProps = {
  piece: PieceView;
  /** The address below which its files are for this reader. */
  filesAt: string;
};

/** What a piece says, with its file, what was said of it, and what was handed in before. */
export function PieceText({
  piece: { text, link, file, submission: latest, reviews, earlier, purged, expiredOn },
  filesAt,
}: PieceTextProps) {
  const { today } = useSession();
  return (
    <>
      {purged && (
        <p>
          {say.purged} {purged.reason}
        </p>
      )}
      {expiredOn !== undefined && <p>{say.expired(expiredOn, today)}</p>}
      {text !== "" && <p className="portfolio-text">{text}</p>}
      {link !== undefined && (
        <p>
          <ExternalLink href={link}>{say.openLink}</ExternalLink>
        </p>
      )}
      {file && <FileLink file={file} href={`${filesAt}/${latest}/file`} />}
      {reviews.map(({ reviewerName, reviewedAt, decision, comment }) => (
        <p key={reviewedAt} className="portfolio-text">
          <strong>{decision === "accept" ? say.acceptedBy(reviewerName) : say.returnedBy(reviewerName)}</strong> {comment}
        </p>
      ))}
      {earlier.length > 0 && !purged && expiredOn === undefined && (
        <details>
          <summary>{say.earlier(earlier.length)}</summary>
          <ol className="stack">
            {earlier.map(({ submission, text: before, link: linked, file: sent }) => (
              <li key={submission} className="portfolio-text">
                {before} {linked !== undefined && <ExternalLink href={linked}>{say.openLink}</ExternalLink>}
                {sent && <FileLink file={sent} href={`${filesAt}/${submission}/file`} />}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

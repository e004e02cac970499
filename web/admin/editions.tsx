import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";

type EditionsProps = {
  editions: readonly { edition: number; savedBy: string; savedAt: string; reason: string }[];
  /** Said where there is none yet. */
  none: string;
  /** Which, by whom, on which day. */
  said: (edition: number, by: string, on: string) => string;
};

/** Everything that was decided about something, the latest first, each with who did it and why. */
export function Editions({ editions, none, said }: EditionsProps) {
  const { district } = useSession();
  if (editions.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ol className="stack" reversed>
      {editions.map(({ edition, savedBy, savedAt, reason }) => (
        <li key={edition}>
          <p>{said(edition, savedBy, localDateOf(savedAt, district.zone))}</p>
          <p className="quiet">{reason}</p>
        </li>
      ))}
    </ol>
  );
}

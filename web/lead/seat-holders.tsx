import { useState } from "react";
import type { SeatHolder, TeamSeat, TeamsPage } from "../../functions/engagement/coverage-contract.ts";
import type { SeatRole, TeamKind } from "../../functions/roster/team-contract.ts";
import { announce } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { teamWords } from "../strings/en-teams.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

const { page: say } = teamWords;
const { teams } = client.api;

const isOver = ({ state }: SeatHolder): boolean => state === "ended";

/** Who is named to a seat, what they still need, and taking someone off, which can be undone at once. */
export function SeatHolders({ page, team, seat }: { page: TeamsPage; team: TeamKind; seat: TeamSeat }) {
  const [ended, setEnded] = useState<SeatHolder>();
  const refreshes = [["teams"]];
  const param = { schoolId: page.place.id };
  const ending = useSend({
    send: ({ seatId, version }: SeatHolder, options) =>
      ask(teams[":schoolId"].seats[":seatId"].end.$post({ param: { ...param, seatId }, json: { version } }, options)),
    refreshes,
    onDone: (_, holder) => {
      setEnded(holder);
      announce(say.ended(holder.name, seat.role));
    },
  });
  const undoing = useSend({
    send: ({ staffId, isBackup, from, until }: SeatHolder, options) =>
      ask(
        teams[":schoolId"].seats.$post(
          { param, json: { staffId, team, role: seat.role, isBackup, from, ...(until !== undefined && { until }) } },
          options,
        ),
      ),
    refreshes,
    onDone: () => setEnded(undefined),
  });
  const now = seat.holders.filter((holder) => !isOver(holder));
  const over = seat.holders.length - now.length;
  const error = ending.error ?? undoing.error;
  return (
    <>
      {now.length === 0 && <p className="quiet">{say.nobody}</p>}
      {now.length > 0 && (
        <ul className="team-holders">
          {now.map((holder) => (
            <Holder
              key={holder.seatId}
              holder={holder}
              role={seat.role}
              today={page.today}
              {...(page.mayEdit && { onEnd: () => ending.send(holder) })}
            />
          ))}
        </ul>
      )}
      {over > 0 && <p className="quiet small">{say.earlier(over)}</p>}
      {ended && (
        <p className="row">
          {say.ended(ended.name, seat.role)}
          <Button kind="quiet" isBusy={undoing.isSending} onClick={() => undoing.send(ended)}>
            {say.undo}
          </Button>
        </p>
      )}
      {error && <ProblemNotice error={error} />}
    </>
  );
}

function Holder({ holder, role, today, onEnd }: { holder: SeatHolder; role: SeatRole; today: string; onEnd?: () => void }) {
  const { name, isBackup, from, until, state, missing } = holder;
  return (
    <li className="team-holder">
      <span className="team-holder-words">
        <strong>{name}</strong> {isBackup && <Badge tone="neutral">{say.backup}</Badge>}{" "}
        <span className="quiet small">{state === "notYet" ? say.starts(from, today) : say.from(from, until, today)}</span>
        <br />
        <span className="small">{state === "untrained" ? say.missing(missing.map(({ title }) => title)) : say.state[state]}</span>
      </span>
      {onEnd && (
        <Button kind="quiet" aria-label={say.endFor(name, role)} onClick={onEnd}>
          {say.end}
        </Button>
      )}
    </li>
  );
}

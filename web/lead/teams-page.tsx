import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Gap, TeamSeat, TeamsPage as Teams, TeamView } from "../../functions/engagement/coverage-contract.ts";
import type { SeatRole, TeamKind } from "../../functions/roster/team-contract.ts";
import { districtTeams } from "../../functions/roster/seats-contract.ts";
import { useSession } from "../app/session.ts";
import { teamWords } from "../strings/en-teams.ts";
import { Badge } from "../ui/badge.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { SeatHolders } from "./seat-holders.tsx";
import { teamsQuery } from "./team-queries.ts";
import "./teams.css";

const { page: say } = teamWords;

type Naming = { team: TeamKind; role: SeatRole };

/** A school's teams, or the district's: what is open and since when, who sits where, and naming someone. */
export function TeamsPage() {
  const { schoolId } = useParams({ from: "/signed-in/school/$schoolId/teams" });
  const { data: page } = useSuspenseQuery(teamsQuery(schoolId));
  const [naming, setNaming] = useState<Naming>();
  const gaps = page.teams.flatMap(({ seats }) => seats.flatMap(({ gap }) => gap ?? []));
  const isDistrict = schoolId === districtTeams;
  return (
    <Page
      title={isDistrict ? say.titleDistrict : say.title(page.place.name)}
      lead={say.lead(gaps.length)}
      eyebrow={<Link to="/district/teams">{say.back}</Link>}
    >
      {gaps.length > 0 && (
        <Section title={say.open}>
          <Gaps page={page} gaps={gaps} onName={setNaming} />
        </Section>
      )}
      {page.teams.map((team) => (
        <Team key={team.team} page={page} team={team} onName={setNaming} />
      ))}
      <p className="quiet small">{say.note}</p>
      {naming && <NameDialog schoolId={schoolId} {...naming} today={page.today} onClose={() => setNaming(undefined)} />}
    </Page>
  );
}

type OnName = (naming: Naming) => void;

/** Each open seat in a sentence, with what to do about it. */
function Gaps({ page, gaps, onName }: { page: Teams; gaps: Gap[]; onName: OnName }) {
  const { access } = useSession();
  const mayAssign = access.includes("districtLeader") || access.includes("schoolLeader") || access.includes("coach");
  return (
    <ul className="team-gaps">
      {gaps.map((gap) => (
        <li key={`${gap.team} ${gap.role}`}>
          <p>{teamWords.gap(gap, page.today)}</p>
          <div className="row">
            {page.mayEdit && (
              <Button aria-description={say.nameFor(gap.role, gap.team)} onClick={() => onName(gap)}>
                {say.name}
              </Button>
            )}
            {gap.cause === "untrained" && mayAssign && (
              <ButtonLink to="/assign" search={page.place.id === districtTeams ? {} : { schoolId: page.place.id }}>
                {say.assign}
              </ButtonLink>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Team({ page, team, onName }: { page: Teams; team: TeamView; onName: OnName }) {
  const open = team.seats.filter(({ gap }) => gap).length;
  return (
    <Section title={teamWords.team(team.team)}>
      <p>
        <Badge tone={team.isCovered ? "good" : "warn"}>{team.isCovered ? say.covered : say.isOpen(open)}</Badge>
      </p>
      <ul className="team-seats">
        {team.seats.map((seat) => (
          <Seat key={seat.role} page={page} team={team.team} seat={seat} onName={onName} />
        ))}
      </ul>
    </Section>
  );
}

function Seat({ page, team, seat, onName }: { page: Teams; team: TeamKind; seat: TeamSeat; onName: OnName }) {
  return (
    <li className="card team-seat" data-open={seat.gap !== undefined || undefined}>
      <div className="team-seat-head">
        <h3>
          {teamWords.role(seat.role)} {!seat.isRequired && <span className="quiet small">({say.optional})</span>}
        </h3>
        <p className="quiet small">{say.asksFor(seat.training.map(({ title }) => title))}</p>
      </div>
      <SeatHolders page={page} team={team} seat={seat} />
      {page.mayEdit && (
        <div className="row">
          <Button kind="quiet" aria-description={say.nameFor(seat.role, team)} onClick={() => onName({ team, role: seat.role })}>
            {say.name}
          </Button>
        </div>
      )}
    </li>
  );
}

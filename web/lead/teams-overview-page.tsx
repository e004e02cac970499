import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Gap, TeamsOverview } from "../../functions/engagement/coverage-contract.ts";
import type { TeamKind } from "../../functions/roster/team-contract.ts";
import { teamKinds } from "../../functions/roster/seats-contract.ts";
import { teamWords } from "../strings/en-teams.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page, Section } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { teamsOverviewQuery } from "./team-queries.ts";
import "./teams.css";

const { overview: say } = teamWords;
type Place = TeamsOverview["places"][number];
/** How many open seats are listed above the table. */
const listed = 12;

/** Every open seat of the schools one may see, the longest open first, and how each of their teams stands. */
export function TeamsOverviewPage() {
  const { data: page } = useSuspenseQuery(teamsOverviewQuery);
  const open = page.places
    .flatMap((place) => place.gaps.map((gap) => ({ place, gap })))
    .toSorted((a, b) => a.gap.openedOn.localeCompare(b.gap.openedOn) || a.place.name.localeCompare(b.place.name));
  return (
    <Page
      title={say.title}
      lead={say.lead}
      {...(page.mayDecide && { actions: <ButtonLink to="/district/teams/seats">{say.decide}</ButtonLink> })}
    >
      {page.places.length === 0 ? (
        <EmptyState title={say.title}>{say.empty}</EmptyState>
      ) : (
        <>
          <Section title={say.open}>
            {open.length === 0 ? <EmptyState title={say.noneTitle}>{say.none}</EmptyState> : <OpenSeats open={open} today={page.today} />}
          </Section>
          <Section title={say.places}>
            <p className="quiet">{say.placesLead}</p>
            <Places places={page.places} />
          </Section>
        </>
      )}
    </Page>
  );
}

function OpenSeats({ open, today }: { open: { place: Place; gap: Gap }[]; today: string }) {
  return (
    <>
      {open.length > listed && <p className="quiet">{say.oldest(listed, open.length)}</p>}
      <ul className="team-gaps">
        {open.slice(0, listed).map(({ place, gap }) => (
          <li key={`${place.id} ${gap.team} ${gap.role}`}>
            <Link to="/school/$schoolId/teams" params={{ schoolId: place.id }}>
              {teamWords.gapAt({ name: place.name, gap }, today)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Places({ places }: { places: Place[] }) {
  const shown = teamKinds.filter((team) => places.some(({ teams }) => teams.some((one) => one.team === team)));
  const cell = (place: Place, team: TeamKind) => {
    const found = place.teams.find((one) => one.team === team);
    return found ? (
      <span className="team-tally" data-open={found.covered < found.required || undefined}>
        {say.covered(found.covered, found.required)}
      </span>
    ) : (
      <span className="quiet team-none">{say.noTeam}</span>
    );
  };
  const columns: Column<Place>[] = [
    {
      id: "place",
      header: say.place,
      isRowHeader: true,
      cell: ({ id, name }) => (
        <Link to="/school/$schoolId/teams" params={{ schoolId: id }}>
          {name}
        </Link>
      ),
    },
    ...shown.map((team): Column<Place> => ({
      id: team,
      header: teamWords.team(team),
      isLabelledInList: true,
      cell: (place) => cell(place, team),
    })),
  ];
  return (
    <div className="team-places">
      <Table caption={say.places} isCaptionHidden isListOnPhone columns={columns} rows={places} rowKey={({ id }) => id} />
    </div>
  );
}

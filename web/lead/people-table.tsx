import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { DrillPage } from "../../functions/engagement/people-contract.ts";
import { useSession } from "../app/session.ts";
import { list, t, words } from "../strings/en.ts";
import { lead } from "../strings/en-lead.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { type Column, type Sort, Table } from "../ui/table.tsx";

const { people: say } = lead;

/** A phone shows so many at first, each on a line; the others are one press away. */
const shownOnPhones = 10;

type Person = DrillPage["people"][number];

const sortKeys: Record<string, (person: Person) => string | number> = {
  name: ({ name }) => name,
  overdue: ({ overdue }) => overdue,
  nextDue: ({ nextDueOn }) => nextDueOn ?? "9999",
  lastActivity: ({ lastActivityOn }) => lastActivityOn ?? "",
};

/** The people behind a figure, by name: what each adds to it, and where they stand. */
export function PeopleTable({ people }: { people: Person[] }) {
  const { today } = useSession();
  const [sort, setSort] = useState<Sort>({ column: "name", direction: "ascending" });
  const [isAll, setAll] = useState(people.length <= shownOnPhones);
  if (people.length === 0) return <p className="quiet">{say.none}</p>;
  const keyOf = sortKeys[sort.column] ?? (({ name }: Person) => name);
  const order = sort.direction === "ascending" ? 1 : -1;
  const compare = (a: Person, b: Person) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    const difference = typeof one === "number" && typeof other === "number" ? one - other : String(one).localeCompare(String(other));
    return order * difference || a.name.localeCompare(b.name);
  };
  return (
    <div className="lead-people" data-first={isAll ? undefined : ""}>
      <Table
        caption={say.table(people.length)}
        rows={people.toSorted(compare)}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={setSort}
        columns={columns(today)}
      />
      {!isAll && (
        <div className="row lead-phone">
          <Button onClick={() => setAll(true)}>{say.showAll(people.length)}</Button>
        </div>
      )}
    </div>
  );
}

const columns = (today: string): Column<Person>[] => [
  {
    id: "name",
    header: say.columns.name,
    isRowHeader: true,
    isSortable: true,
    cell: (person) => (
      <>
        <Link to="/people/$staffId" params={{ staffId: person.id }}>
          {person.name}
        </Link>
        <Notes person={person} />
      </>
    ),
  },
  { id: "roles", header: say.columns.roles, cell: ({ roles }) => list(roles.map((role) => t.jobRoles[role])) },
  { id: "part", header: say.columns.part, isNumeric: true, cell: ({ numerator, denominator }) => say.part(numerator, denominator) },
  {
    id: "completed",
    header: say.columns.completed,
    isNumeric: true,
    cell: ({ completed, assigned }) => (
      <>
        {say.completed(completed, assigned)}
        <span className="lead-phone"> {say.done}</span>
      </>
    ),
  },
  {
    id: "overdue",
    header: say.columns.overdue,
    isNumeric: true,
    isSortable: true,
    cell: ({ overdue }) => (
      <span data-none={overdue === 0 || undefined}>
        {words.number(overdue)}
        <span className="lead-phone"> {say.late}</span>
      </span>
    ),
  },
  {
    id: "nextDue",
    header: say.columns.nextDue,
    isSortable: true,
    cell: ({ nextDueOn }) => (nextDueOn === undefined ? "–" : words.shortDate(nextDueOn)),
  },
  {
    id: "lastActivity",
    header: say.columns.lastActivity,
    isSortable: true,
    cell: ({ lastActivityOn }) => (lastActivityOn === undefined ? say.never : words.fromNow(lastActivityOn, today)),
  },
];

function Notes({ person: { isOnLeave, isInGrace, isStalled, isCertified, inReview } }: { person: Person }) {
  return (
    <span className="lead-notes">
      {isOnLeave && <Badge>{say.notes.onLeave}</Badge>}
      {isInGrace && <Badge>{say.notes.inGrace}</Badge>}
      {isStalled && <Badge tone="now">{say.notes.stalled}</Badge>}
      {inReview > 0 && <Badge tone="wait">{say.notes.inReview(inReview)}</Badge>}
      {isCertified && <Badge tone="good">{say.notes.certified}</Badge>}
    </span>
  );
}

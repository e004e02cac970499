import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CoachView } from "../../functions/roster/contract.ts";
import { coachesQuery } from "../app/directory.ts";
import { useSession } from "../app/session.ts";
import { list } from "../strings/en.ts";
import { admin } from "../strings/en-admin.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { GivePeopleDialog } from "./give-people-dialog.tsx";

const { coaches: say } = admin;

/** The coaches with how many people each has, and a way to give them people. */
export function CoachesPage() {
  const {
    data: { coaches, withoutCoach },
  } = useSuspenseQuery(coachesQuery);
  const [giving, setGiving] = useState<CoachView>();
  // Whoever gives people must be able to find them, which only administrators may.
  const canGive = useSession().access.includes("districtAdministrator");
  const give: Column<CoachView> = {
    id: "act",
    header: say.columns.act,
    cell: (coach) => (
      <Button onClick={() => setGiving(coach)}>
        {say.give}
        <span className="visually-hidden"> {say.giveTo(coach.name)}</span>
      </Button>
    ),
  };
  return (
    <Page title={say.title} lead={canGive ? say.lead : say.leadForLeaders}>
      <AdminNavigation />
      <p>{say.withoutCoach(withoutCoach)}</p>
      {coaches.length === 0 ? (
        <EmptyState title={say.noneTitle}>{say.none}</EmptyState>
      ) : (
        <Table
          caption={say.table}
          rows={coaches.toSorted((a, b) => a.name.localeCompare(b.name))}
          rowKey={({ id }) => id}
          columns={[
            { id: "name", header: say.columns.name, isRowHeader: true, cell: ({ name }) => name },
            { id: "schools", header: say.columns.schools, cell: ({ schools }) => list(schools.map(({ name }) => name)) },
            { id: "caseload", header: say.columns.caseload, isNumeric: true, cell: ({ caseload }) => say.caseload(caseload) },
            ...(canGive ? [give] : []),
          ]}
        />
      )}
      {giving && <GivePeopleDialog coach={giving} onClose={() => setGiving(undefined)} />}
    </Page>
  );
}

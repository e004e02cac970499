import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { PersonView } from "../../functions/roster/contract.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { schoolsQuery } from "../app/directory.ts";
import { useSession } from "../app/session.ts";
import { admin } from "../strings/en-admin.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { FilterSelect, SearchField } from "../ui/filter-field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { Table } from "../ui/table.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { usePages } from "./use-pages.ts";

const { people: say } = admin;

type Filter = { name?: string; schoolId?: string };

/** Everyone on the roster, found by family name or by school, a page at a time. */
export function AdminPeoplePage() {
  const filter = useSearch({ from: "/signed-in/admin/people" });
  const { access } = useSession();
  // Nothing is asked of the server before a search, so nothing would be refused until then.
  if (!access.includes("districtAdministrator")) throw new ApiProblem(403, { code: "not-allowed", detail: say.notAllowed });
  return (
    <Page
      title={say.title}
      lead={say.lead}
      actions={
        <ButtonLink to="/assign" search={filter.schoolId === undefined ? {} : { schoolId: filter.schoolId }}>
          {say.assign}
        </ButtonLink>
      }
    >
      <AdminNavigation />
      <Finder key={filter.name ?? ""} filter={filter} />
      {filter.name === undefined && filter.schoolId === undefined ? (
        <p className="quiet">{say.either}</p>
      ) : (
        <People key={JSON.stringify(filter)} filter={filter} />
      )}
    </Page>
  );
}

function Finder({ filter }: { filter: Filter }) {
  const navigate = useNavigate();
  const { data: schools } = useSuspenseQuery(schoolsQuery);
  const [name, setName] = useState(filter.name ?? "");
  const find = (next: Filter) => void navigate({ to: "/admin/people", search: next, resetScroll: false });
  return (
    <form
      className="admin-filter"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        find(name.trim() === "" ? {} : { name: name.trim() });
      }}
    >
      <SearchField label={say.name} value={name} onChange={({ target }) => setName(target.value)} />
      <Button type="submit" icon="search">
        {say.search}
      </Button>
      <FilterSelect
        label={say.school}
        value={filter.schoolId ?? ""}
        onChoose={(schoolId) => find(schoolId === "" ? {} : { schoolId })}
        options={[{ value: "", label: say.anySchool }, ...schools.map(({ id, name: label }) => ({ value: id, label }))]}
      />
    </form>
  );
}

function People({ filter }: { filter: Filter }) {
  const { pages, error, hasMore, isLoadingMore, more, retry } = usePages(["people", "pages", filter], (cursor) =>
    ask(client.api.people.$get({ query: { ...filter, cursor } })),
  );
  if (error && !pages) return <ProblemNotice error={error} onRetry={retry} />;
  if (!pages) return <Skeleton lines={8} />;
  const people = pages.flatMap((page) => page.people);
  if (people.length === 0)
    return (
      <p className="quiet" role="status">
        {say.none}
      </p>
    );
  return (
    <div className="stack">
      <Table
        caption={say.table(people.length, hasMore)}
        isListOnPhone
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "name",
            header: say.columns.name,
            isRowHeader: true,
            cell: ({ id, name }) => (
              <Link to="/admin/people/$staffId" params={{ staffId: id }}>
                {name}
              </Link>
            ),
          },
          { id: "roles", header: say.columns.roles, cell: (person) => <Roles person={person} /> },
          { id: "coach", header: say.columns.coach, isLabelledInList: true, cell: ({ coach }) => coach?.name ?? say.noCoach },
          { id: "status", header: say.columns.status, cell: (person) => say.status(person) },
        ]}
      />
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {hasMore && (
        <div className="row">
          <Button isBusy={isLoadingMore} busyLabel={say.loading} onClick={more}>
            {say.more}
          </Button>
        </div>
      )}
    </div>
  );
}

function Roles({ person: { roles } }: { person: PersonView }) {
  return (
    <ul className="admin-roles">
      {roles.map(({ role, schoolId, schoolName }) => (
        <li key={role + schoolId}>{say.roleAt(role, schoolName)}</li>
      ))}
    </ul>
  );
}

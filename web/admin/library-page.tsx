import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { OwnLibrary } from "../../functions/curriculum/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { words } from "../strings/en.ts";
import { libraryWords as say } from "../strings/en-library.ts";
import { reference } from "../strings/en-reference.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { ownLibraryQuery } from "./library-queries.ts";
import { ResourceForm } from "./resource-form.tsx";

type Entry = OwnLibrary["resources"][number];

/** The district's own webinars, e-books and guides: what there is, a form to add one, and a way to take one out and back. */
export function AdminLibraryPage() {
  const { data } = useSuspenseQuery(ownLibraryQuery);
  const [isAdding, setAdding] = useState(false);
  return (
    <Page
      title={say.title}
      lead={say.lead}
      actions={
        isAdding ? undefined : (
          <Button kind="primary" onClick={() => setAdding(true)}>
            {say.add}
          </Button>
        )
      }
    >
      <AdminNavigation />
      {isAdding && (
        <Section title={say.add}>
          <ResourceForm onDone={() => setAdding(false)} />
        </Section>
      )}
      <Section title={say.entries}>
        {data.resources.length === 0 ? <EmptyState title={say.noneTitle}>{say.none}</EmptyState> : <Entries entries={data.resources} />}
      </Section>
    </Page>
  );
}

function Entries({ entries }: { entries: Entry[] }) {
  const removal = useSend({
    send: ({ id, isRemoved }: { id: string; isRemoved: boolean; title: string }, options) =>
      ask(client.api.library[":resourceId"].removal.$put({ param: { resourceId: id }, json: { isRemoved } }, options)),
    refreshes: [["own-library"], ["library"], ["search"]],
    onDone: (_, { title, isRemoved }) => toast(isRemoved ? say.removed(title) : say.restored(title)),
  });
  return (
    <div className="stack">
      {removal.error && <ProblemNotice error={removal.error} />}
      <Table
        caption={say.entries}
        isCaptionHidden
        rows={entries}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "title",
            header: say.columns.title,
            isRowHeader: true,
            cell: ({ title, isRemoved }) => (
              <>
                {title} {isRemoved && <Badge>{say.isRemoved}</Badge>}
              </>
            ),
          },
          { id: "kind", header: say.columns.kind, cell: ({ kind }) => reference.library.kinds[kind] },
          { id: "where", header: say.columns.where, cell: ({ file, url }) => (file ? file.name : new URL(url).host) },
          { id: "minutes", header: say.columns.minutes, isNumeric: true, cell: ({ minutes }) => words.number(minutes) },
          {
            id: "act",
            header: say.columns.act,
            cell: ({ id, title, isRemoved }) => (
              <Button onClick={() => removal.send({ id, title, isRemoved: !isRemoved })}>
                {isRemoved ? say.putBack : say.takeOut}
                <span className="visually-hidden"> {title}</span>
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}

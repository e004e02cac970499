import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AuthoringModule } from "../../../functions/curriculum/contract.ts";
import { useSession } from "../../app/session.ts";
import { t, words } from "../../strings/en.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { SearchField } from "../../ui/filter-field.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { AdminNavigation } from "../admin-navigation.tsx";
import { BeginDialog } from "./begin-dialog.tsx";
import { authoringListQuery } from "./queries.ts";
import "./authoring.css";

const say = authoring.list;

/** Every module an administrator may adapt, and the district's own. */
export function ContentPage() {
  const { data: modules } = useSuspenseQuery(authoringListQuery);
  const [isBeginning, setBeginning] = useState(false);
  const [find, setFind] = useState("");
  const wanted = find.trim().toLocaleLowerCase();
  const own = modules.filter(({ isLocal }) => isLocal);
  const shipped = modules.filter(({ isLocal }) => !isLocal);
  const shown = shipped.filter(({ title }) => title.toLocaleLowerCase().includes(wanted));
  const begin = (kind: "primary" | "secondary") => (
    <Button kind={kind} onClick={() => setBeginning(true)}>
      {say.begin}
    </Button>
  );
  return (
    <Page title={say.title} lead={say.lead} actions={begin("primary")}>
      <AdminNavigation />
      <Section title={say.own}>
        {own.length === 0 ? (
          <EmptyState title={say.noneTitle} action={begin("secondary")}>
            {say.none}
          </EmptyState>
        ) : (
          <Modules caption={say.own} modules={own} />
        )}
      </Section>
      <Section title={say.shipped}>
        <div className="admin-filter">
          <SearchField label={say.find} value={find} onChange={({ target }) => setFind(target.value)} />
        </div>
        {shown.length === 0 ? <p className="quiet">{t.nothingFound}</p> : <Modules caption={say.shipped} modules={shown} />}
      </Section>
      {isBeginning && <BeginDialog onClose={() => setBeginning(false)} />}
    </Page>
  );
}

function Modules({ caption, modules }: { caption: string; modules: AuthoringModule[] }) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={modules}
      rowKey={({ moduleId }) => moduleId}
      columns={[
        {
          id: "title",
          header: say.columns.title,
          isRowHeader: true,
          cell: ({ moduleId, title }) => (
            <Link to="/admin/content/$moduleId" params={{ moduleId }}>
              {title}
            </Link>
          ),
        },
        {
          id: "minutes",
          header: say.columns.minutes,
          isNumeric: true,
          cell: ({ minutes }) => (minutes > 0 ? words.number(minutes) : <span className="quiet">{say.notKnown}</span>),
        },
        { id: "standing", header: say.columns.standing, cell: (module) => <Standing module={module} /> },
      ]}
    />
  );
}

function Standing({ module: { edition, hasDraft, scheduledOn, isLocal } }: { module: AuthoringModule }) {
  const { today } = useSession();
  return (
    <span className="admin-standing">
      {edition !== undefined && <Badge tone="good">{say.edition(edition)}</Badge>}
      {scheduledOn !== undefined && <Badge tone="wait">{say.scheduled(scheduledOn, today)}</Badge>}
      {hasDraft && <Badge tone="now">{say.hasDraft}</Badge>}
      {edition === undefined && scheduledOn === undefined && !(hasDraft && !isLocal) && (
        <span className="quiet">{isLocal ? say.notPublished : say.asShipped}</span>
      )}
    </span>
  );
}

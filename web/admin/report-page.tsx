import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ImportView } from "../../functions/roster/import-contract.ts";
import { useSession } from "../app/session.ts";
import { words } from "../strings/en.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";
import { ImportDecision } from "./import-decision.tsx";
import { ImportDiagnostics } from "./import-diagnostics.tsx";
import { ImportEffects } from "./import-effects.tsx";
import { ImportPeople } from "./import-people.tsx";
import { importQuery } from "./queries.ts";
import "./admin.css";

const { one: say } = rosterWords;
/** What an applied roster makes stale. */
const stale = [["imports"], ["schools"], ["people"], ["coaches"], ["district"], ["school"]];

/** One roster file: what it would change, the word that applies it, how far that has come, and what it did. */
export function ReportPage() {
  const { importId } = useParams({ from: "/signed-in/admin/roster/$importId" });
  const { data: record } = useSuspenseQuery(importQuery(importId));
  const { district } = useSession();
  const hasCounts = ["previewed", "held", "applying", "applied"].includes(record.state);
  const hasLists = hasCounts && !record.areFilesGone;
  const isPlanned = hasLists && record.plannedAt !== undefined;
  const people = record.staff.added + record.staff.changed + record.staff.moved + record.staff.ended;
  return (
    <Page title={say.title(record.startedAt, district.zone)} lead={say.lead(record)} eyebrow={<Link to="/admin/roster">{say.back}</Link>}>
      <Standing record={record} />
      {hasCounts && (
        <Section title={record.state === "applied" ? say.countsDone : say.counts}>
          <div className="admin-counts stack">
            <Counts record={record} />
            {record.skipped > 0 && <p className="quiet small">{say.skipped(record.skipped)}</p>}
            {record.leftOut > 0 && <p className="quiet small">{say.leftOut(record.leftOut, record.format)}</p>}
            {record.covered > 0 && <p className="quiet small">{say.covered(record.covered)}</p>}
            {!record.areFilesGone && <p className="quiet small">{say.keptUntil(record.filesUntil)}</p>}
          </div>
        </Section>
      )}
      {record.areFilesGone && (
        <Section title={say.lists}>
          <p>{say.listsGone(record.filesUntil)}</p>
        </Section>
      )}
      {hasLists && people > 0 && (
        <Section title={say.who}>
          <ImportPeople key={record.state} record={record} />
        </Section>
      )}
      {isPlanned && <ImportEffects record={record} />}
      {record.state !== "previewing" && !record.areFilesGone && (
        <Section id="rows" title={say.problems}>
          <ImportDiagnostics key={record.state} record={record} />
        </Section>
      )}
    </Page>
  );
}

function Standing({ record }: { record: ImportView }) {
  const queries = useQueryClient();
  const { state, taskId } = record;
  const refresh = () => void Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
  if ((state === "previewing" || state === "applying") && taskId !== undefined)
    return <TaskProgress key={taskId} taskId={taskId} label={state === "previewing" ? say.previewing : say.applying} onEnd={refresh} />;
  if (state === "previewed" || state === "held") return <ImportDecision record={record} />;
  return <Outcome record={record} />;
}

function Outcome({ record: { state, notApplied = "", errors, confirmation } }: { record: ImportView }) {
  const { zone } = useSession().district;
  const again = (
    <div className="row no-print">
      <ButtonLink to="/admin/roster">{say.again}</ButtonLink>
    </div>
  );
  if (state === "discarded")
    return (
      <Notice kind="info" title={say.discardedTitle}>
        <p>{say.discarded}</p>
        {again}
      </Notice>
    );
  if (state === "notApplicable")
    return (
      <Notice kind="warn" title={say.notApplicableTitle}>
        <p>{notApplied}</p>
        <p>{say.notApplicable}</p>
        {again}
      </Notice>
    );
  return (
    <Notice kind={errors > 0 ? "info" : "good"} title={say.appliedTitle}>
      <p>{errors > 0 ? say.appliedWithErrors(errors) : say.applied}</p>
      {confirmation && (
        <p className="small">
          {say.appliedBy(confirmation.name, confirmation.at, zone)}{" "}
          {confirmation.reason !== undefined && say.givenReason(confirmation.reason)}
        </p>
      )}
    </Notice>
  );
}

function Counts({ record }: { record: ImportView }) {
  const rows = [
    { id: "schools", name: say.schools, counts: { ...record.schools, moved: 0 } },
    { id: "staff", name: say.staff, counts: record.staff },
  ];
  const kinds = ["added", "changed", "moved", "ended", "unchanged"] as const;
  return (
    <Table
      caption={say.counts}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: "what", header: say.countColumns.what, isRowHeader: true, cell: ({ name }) => name },
        ...kinds.map((kind) => ({
          id: kind,
          header: say.countColumns[kind],
          isNumeric: true,
          cell: ({ counts }: (typeof rows)[number]) => words.number(counts[kind]),
        })),
      ]}
    />
  );
}

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { CheckPage as Check } from "../../functions/check/contract.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { lead } from "../strings/en-lead.ts";
import { upkeep } from "../strings/en-upkeep.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { checkQuery } from "./upkeep-queries.ts";

const say = upkeep.check;

/** When the district was last checked, what was found, and a way to check it now. */
export function CheckPage() {
  const { data } = useSuspenseQuery(checkQuery);
  const queries = useQueryClient();
  const { send, isSending, error } = useSend({
    send: (_: undefined, options) => ask(client.api.check.$post({}, options)),
    refreshes: [["check"]],
  });
  return (
    <Page
      title={say.title}
      lead={say.lead}
      actions={
        data.runningTaskId === undefined && (
          <Button kind="primary" isBusy={isSending} busyLabel={say.starting} onClick={() => send(undefined)}>
            {say.run}
          </Button>
        )
      }
    >
      <AdminNavigation />
      {error && <ProblemNotice error={error} />}
      {data.runningTaskId !== undefined && (
        <TaskProgress
          key={data.runningTaskId}
          taskId={data.runningTaskId}
          label={say.running}
          onEnd={() => void queries.invalidateQueries({ queryKey: ["check"] })}
        />
      )}
      {data.report ? <Report report={data.report} /> : <EmptyState title={say.never}>{say.neverWhat}</EmptyState>}
    </Page>
  );
}

function Report({ report }: { report: NonNullable<Check["report"]> }) {
  const { district } = useSession();
  const { finishedAt, people, schools, found, repaired, findings } = report;
  return (
    <>
      <Notice kind={found === 0 ? "good" : "warn"} title={say.last(lead.time(finishedAt, district.zone))}>
        <p>{found === 0 ? say.well(people, schools) : say.found(found, repaired)}</p>
      </Notice>
      {findings.length > 0 && (
        <Section title={say.findings}>
          <Table
            caption={say.findings}
            isCaptionHidden
            rows={findings}
            rowKey={({ kind, row }) => `${kind} ${row}`}
            columns={[
              { id: "what", header: say.what, isRowHeader: true, cell: ({ title }) => title },
              { id: "row", header: say.row, cell: ({ row }) => <code>{row}</code> },
              { id: "expected", header: say.expected, cell: ({ expected }) => expected },
              { id: "found", header: say.there, cell: (one) => one.found },
              { id: "next", header: say.next, cell: ({ isRepaired, remedy }) => (isRepaired ? say.repaired : remedy) },
            ]}
          />
        </Section>
      )}
    </>
  );
}

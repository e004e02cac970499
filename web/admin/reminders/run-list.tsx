import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { RemindersPage } from "../../../functions/reminders/contract.ts";
import { words } from "../../strings/en.ts";
import { reminderWords as say } from "../../strings/en-reminders.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { reminderDayQuery } from "./reminder-queries.ts";

/** What the latest days did, and how the mails of one of them arrived. */
export function RunList({ page: { runs } }: { page: RemindersPage }) {
  const [day, setDay] = useState(runs[0]?.day);
  if (runs.length === 0)
    return (
      <section className="stack">
        <h2>{say.runs}</h2>
        <p className="quiet">{say.runsNone}</p>
      </section>
    );
  return (
    <section className="stack">
      <h2>{say.runs}</h2>
      <Table
        caption={say.runs}
        isCaptionHidden
        rows={runs}
        rowKey={(run) => run.day}
        columns={[
          { id: "day", header: say.runDay, isRowHeader: true, cell: (run) => words.fullDate(run.day) },
          { id: "written", header: say.runWritten, isNumeric: true, cell: (run) => words.number(run.written) },
          { id: "lines", header: say.runLines, cell: say.lines },
          { id: "skipped", header: say.runSkipped, cell: (run) => (run.isCutOff ? say.cutOff : say.skipped(run)) },
          {
            id: "look",
            header: say.runLook,
            cell: (run) => (
              <Button kind="quiet" aria-pressed={day === run.day} onClick={() => setDay(run.day)}>
                {say.lookAt}
                <span className="visually-hidden"> {say.lookAtDay(words.fullDate(run.day))}</span>
              </Button>
            ),
          },
        ]}
      />
      {day !== undefined && <DayView day={day} />}
    </section>
  );
}

function DayView({ day }: { day: string }) {
  const { data, error, refetch } = useQuery(reminderDayQuery(day));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  return (
    <div className="stack" aria-live="polite">
      <h3>{say.dayTitle(day)}</h3>
      <p>{say.dayStates(data.states)}</p>
      {data.isPartial && <p className="quiet small">{say.dayPartial}</p>}
      {data.troubles.length === 0 ? (
        <p className="quiet">{say.troublesNone}</p>
      ) : (
        <>
          <h4>{say.troubles}</h4>
          <ul>
            {data.troubles.map(({ staffId, name, state, reason }) => (
              <li key={staffId}>{say.trouble({ name, state, reason })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

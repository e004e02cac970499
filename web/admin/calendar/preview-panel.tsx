import type { CalendarPreview } from "../../../functions/engagement/calendar-contract.ts";
import { daysBetween } from "../../app/dates.ts";
import { words } from "../../strings/en.ts";
import { calendarWords as say } from "../../strings/en-calendar.ts";
import { Button } from "../../ui/button.tsx";
import { Table } from "../../ui/table.tsx";

type PreviewPanelProps = { preview: CalendarPreview; today: string; isSaving: boolean; onSave: () => void };
type Person = CalendarPreview["people"][number];

/** Whose open due dates would move and by how much, and saving it. */
export function PreviewPanel({ preview, today, isSaving, onSave }: PreviewPanelProps) {
  return (
    <section className="admin-step" aria-label={say.effect}>
      <h2>{say.effect}</h2>
      <p role="status">{say.moves(preview)}</p>
      {!preview.isComplete && <p className="quiet">{say.incomplete(preview.looked)}</p>}
      {preview.people.length > 0 && (
        <Table
          caption={say.effect}
          isCaptionHidden
          columns={[
            { id: "name", header: say.person, isRowHeader: true, cell: ({ name }) => name },
            {
              id: "moves",
              header: say.dates,
              cell: ({ moves }) => (
                <ul className="calendar-moves">
                  {moves.map(({ moduleId, title, from, to }) => (
                    <li key={moduleId}>{say.move(title, words.date(from, today), words.date(to, today), daysBetween(from, to))}</li>
                  ))}
                </ul>
              ),
            },
          ]}
          rows={preview.people}
          rowKey={({ id }: Person) => id}
        />
      )}
      {preview.total > preview.people.length && <p className="quiet">{say.more(preview.people.length, preview.total)}</p>}
      <div className="row">
        <Button kind="primary" isBusy={isSaving} busyLabel={say.saving} onClick={onSave}>
          {say.save}
        </Button>
      </div>
    </section>
  );
}

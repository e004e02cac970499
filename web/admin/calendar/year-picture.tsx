import type { CalendarYear } from "../../../functions/engagement/calendar-contract.ts";
import { calendarWords as say } from "../../strings/en-calendar.ts";
import { Table } from "../../ui/table.tsx";
import { type Month, monthsOf, weekdayOf } from "./calendar-draft.ts";

/** A school year month by month: contract days, breaks and weekends; the same again as a table. */
export function YearPicture({ year }: { year: CalendarYear }) {
  const months = monthsOf(year);
  if (months.length === 0) return null;
  const total = months.reduce((sum, { contractDays }) => sum + contractDays, 0);
  return (
    <figure className="calendar-figure">
      <div className="calendar-months" role="img" aria-label={say.picture(year.yearStartsOn, year.yearEndsOn, total)}>
        {months.map((month) => (
          <MonthPicture key={month.month} month={month} />
        ))}
      </div>
      <figcaption>
        <p>{say.total(total)}</p>
        <ul className="calendar-legend">
          {(["contract", "break", "weekend"] as const).map((kind) => (
            <li key={kind}>
              <span className="calendar-day" data-kind={kind} aria-hidden="true" /> {say.kinds[kind]}
            </li>
          ))}
        </ul>
        <details>
          <summary>{say.asTable}</summary>
          <Table
            caption={say.picture(year.yearStartsOn, year.yearEndsOn, total)}
            isCaptionHidden
            columns={[
              { id: "month", header: say.month, isRowHeader: true, cell: ({ month }) => say.monthName(month) },
              { id: "days", header: say.contractDays, isNumeric: true, cell: ({ contractDays }) => contractDays },
              { id: "off", header: say.daysOff, cell: ({ pauses }) => (pauses.length === 0 ? say.none : say.list(pauses)) },
            ]}
            rows={months}
            rowKey={({ month }) => month}
          />
        </details>
      </figcaption>
    </figure>
  );
}

function MonthPicture({ month: { month, days } }: { month: Month }) {
  const [first] = days;
  return (
    <div className="calendar-month">
      <p className="calendar-month-name">{say.monthName(month)}</p>
      <div className="calendar-days">
        {days.map(({ date, kind }) => (
          <span
            key={date}
            className="calendar-day"
            data-kind={kind}
            style={date === first?.date ? { gridColumnStart: weekdayOf(date) + 1 } : undefined}
          >
            {Number(date.slice(8))}
          </span>
        ))}
      </div>
    </div>
  );
}

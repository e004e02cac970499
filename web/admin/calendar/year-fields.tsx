import type { Break, CalendarYear } from "../../../functions/engagement/calendar-contract.ts";
import { calendarWords as say } from "../../strings/en-calendar.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";

type YearFieldsProps = { year: CalendarYear; errorAt: (path: string) => string | undefined; onChange: (year: CalendarYear) => void };

/** A school year's first and last day and its breaks; a day off is a break of one day. */
export function YearFields({ year, errorAt, onChange }: YearFieldsProps) {
  const setBreak = (n: number, part: Partial<Break>) =>
    onChange({ ...year, breaks: year.breaks.map((one, i) => (i === n ? { ...one, ...part } : one)) });
  return (
    <div className="calendar-year">
      <div className="calendar-row">
        <TextField
          label={say.starts}
          type="date"
          value={year.yearStartsOn}
          error={errorAt("yearStartsOn")}
          onChange={({ target }) => onChange({ ...year, yearStartsOn: target.value })}
        />
        <TextField
          label={say.ends}
          type="date"
          value={year.yearEndsOn}
          error={errorAt("yearEndsOn")}
          onChange={({ target }) => onChange({ ...year, yearEndsOn: target.value })}
        />
      </div>
      <h3>{say.breaks}</h3>
      {year.breaks.length === 0 && <p className="quiet">{say.noBreaks}</p>}
      {errorAt("breaks") !== undefined && <p className="field-error">{errorAt("breaks")}</p>}
      <ul className="calendar-breaks">
        {year.breaks.map((one, n) => (
          <li key={n} className="calendar-row">
            <TextField
              label={say.breakName}
              maxLength={60}
              value={one.name}
              error={errorAt(`breaks.${n}.name`)}
              onChange={({ target }) => setBreak(n, { name: target.value })}
            />
            <TextField
              label={say.from}
              type="date"
              value={one.from}
              error={errorAt(`breaks.${n}.from`)}
              onChange={({ target }) => setBreak(n, { from: target.value })}
            />
            <TextField
              label={say.to}
              type="date"
              value={one.to}
              error={errorAt(`breaks.${n}.to`)}
              onChange={({ target }) => setBreak(n, { to: target.value })}
            />
            <Button
              kind="quiet"
              aria-label={say.removeBreak(one.name)}
              onClick={() => onChange({ ...year, breaks: year.breaks.filter((_, i) => i !== n) })}
            >
              {say.remove}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button
          onClick={() => onChange({ ...year, breaks: [...year.breaks, { name: "", from: year.yearStartsOn, to: year.yearStartsOn }] })}
        >
          {say.addBreak}
        </Button>
      </div>
    </div>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CalendarPage, CalendarSettings } from "../../../functions/engagement/calendar-contract.ts";
import { ApiProblem, ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { calendarWords as say } from "../../strings/en-calendar.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/field.tsx";
import { Notice, ProblemNotice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { nextYear, withYears, yearsIn } from "./calendar-draft.ts";
import { calendarQuery } from "./calendar-query.ts";
import { GroupFields } from "./group-fields.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { YearFields } from "./year-fields.tsx";
import { YearPicture } from "./year-picture.tsx";

/** The calendars as they are edited. They are saved only after it was shown whose dates move; a change asks for that again. */
export function CalendarForm({ saved, onSaved }: { saved: CalendarPage; onSaved: (taskId: string) => void }) {
  const { today, ending: _, ...settings } = saved;
  const [draft, setDraft] = useState<CalendarSettings>(settings);
  const [groupId, setGroupId] = useState("");
  const years = yearsIn(draft, groupId);
  const [chosen, setChosen] = useState(() => indexOfToday(years, today));
  const [isShown, setShown] = useState(false);
  const preview = useSend({
    send: (json: CalendarSettings, options) => ask(client.api.calendar.preview.$post({ json }, options)),
    onDone: () => setShown(true),
  });
  const save = useSend({
    send: (json: CalendarSettings, options) => ask(client.api.calendar.$put({ json }, options)),
    refreshes: [["calendar"]],
    onDone: ({ taskId }) => onSaved(taskId),
  });
  const change = (next: CalendarSettings) => {
    setDraft(next);
    setShown(false);
    preview.reset();
    save.reset();
  };
  const problem = preview.error ?? save.error;
  const index = Math.min(chosen, years.length - 1);
  const year = years[index];
  const at = groupId === "" ? "years" : `groups.${draft.groups.findIndex(({ id }) => id === groupId)}.years`;
  const fields = problem instanceof ApiProblem ? problem.fields : [];
  const errorAt = (path: string) => fields.find((one) => one.path === `json.${at}.${index}.${path}`)?.message;
  const choose = (id: string, from: CalendarSettings = draft) => {
    setGroupId(id);
    setChosen(indexOfToday(yearsIn(from, id), today));
  };
  const addGroup = () => {
    const id = `group-${crypto.randomUUID().slice(0, 8)}`;
    const next = { ...draft, groups: [...draft.groups, { id, name: say.newGroup(draft.groups.length + 1), years: draft.years }] };
    change(next);
    choose(id, next);
  };
  const addYear = () => {
    const next = nextYear(years);
    if (!next) return;
    change(withYears(draft, groupId, [...years, next]));
    setChosen(years.length);
  };
  return (
    <>
      <div className="calendar-row">
        <SelectField
          label={say.whose}
          value={groupId}
          onChange={({ target }) => choose(target.value)}
          options={[{ value: "", label: say.everyone }, ...draft.groups.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectField
          label={say.year}
          value={String(index)}
          onChange={({ target }) => setChosen(Number(target.value))}
          options={years.map((one, i) => ({ value: String(i), label: say.yearName(one.yearStartsOn, one.yearEndsOn) }))}
        />
      </div>
      <div className="row">
        <Button onClick={addYear}>{say.addYear}</Button>
        <Button onClick={addGroup}>{say.addGroup}</Button>
      </div>
      {groupId !== "" && (
        <Section title={say.group}>
          <GroupFields draft={draft} groupId={groupId} onChange={change} onRemoved={() => choose("")} />
        </Section>
      )}
      {year && (
        <Section title={say.yearName(year.yearStartsOn, year.yearEndsOn)}>
          <YearPicture year={year} />
          <YearFields
            year={year}
            errorAt={errorAt}
            onChange={(next) =>
              change(
                withYears(
                  draft,
                  groupId,
                  years.map((one, i) => (i === index ? next : one)),
                ),
              )
            }
          />
        </Section>
      )}
      {problem && <Failure error={problem} />}
      {!isShown && (
        <div className="row">
          <Button kind="primary" isBusy={preview.isSending} busyLabel={say.previewing} onClick={() => preview.send(draft)}>
            {say.preview}
          </Button>
        </div>
      )}
      {isShown && preview.result && (
        <PreviewPanel preview={preview.result} today={today} isSaving={save.isSending} onSave={() => save.send(draft)} />
      )}
    </>
  );
}

function indexOfToday(years: readonly { yearStartsOn: string; yearEndsOn: string }[], today: string): number {
  return Math.max(
    0,
    years.findLastIndex(({ yearStartsOn }) => yearStartsOn <= today),
  );
}

/** Someone else saving first is explained, with a way to their version; what was entered stays until it is asked for. */
function Failure({ error }: { error: Error }) {
  const queries = useQueryClient();
  if (!(error instanceof ApiProblem) || error.code !== "conflict") return <ProblemNotice error={error} />;
  return (
    <Notice kind="warn" title={error.title ?? ""} isAlert>
      <p>{error.detail}</p>
      <Button onClick={() => void queries.invalidateQueries(calendarQuery)}>{say.reload}</Button>
    </Notice>
  );
}

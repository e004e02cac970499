import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "../../app/announce.ts";
import { calendarWords as say } from "../../strings/en-calendar.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { TaskProgress } from "../../ui/task-progress.tsx";
import { AdminNavigation } from "../admin-navigation.tsx";
import { CalendarForm } from "./calendar-form.tsx";
import { calendarQuery } from "./calendar-query.ts";
import { PersonGroup } from "./person-group.tsx";
import "./calendar.css";

/** The district's school years, breaks and employee groups: as a picture, as a table, and to edit. */
export function CalendarPage() {
  const { data: saved } = useSuspenseQuery(calendarQuery);
  const [taskId, setTaskId] = useState<string>();
  const follow = (id: string) => {
    setTaskId(id);
    toast(say.saved);
  };
  return (
    <Page title={say.title} lead={say.lead}>
      <AdminNavigation />
      {taskId !== undefined && <TaskProgress key={taskId} taskId={taskId} label={say.bringing} onEnd={() => toast(say.brought)} />}
      {saved.ending.length > 0 && (
        <Notice kind="warn" title={say.endingTitle}>
          <ul>
            {saved.ending.map(({ name, endsOn }) => (
              <li key={name ?? ""}>{say.ending(name, endsOn, saved.today)}</li>
            ))}
          </ul>
          <p>{say.endingNote}</p>
        </Notice>
      )}
      {/* A new version begins a new form: whoever reloads after a conflict sees what stands. */}
      <CalendarForm key={saved.version} saved={saved} onSaved={follow} />
      <Section title={say.onePerson}>
        <p className="quiet">{say.onePersonLead}</p>
        <PersonGroup groups={saved.groups} />
      </Section>
    </Page>
  );
}

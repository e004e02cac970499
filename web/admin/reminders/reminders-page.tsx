import { useSuspenseQuery } from "@tanstack/react-query";
import type { RemindersPage as Page_ } from "../../../functions/reminders/contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { reminderWords as say } from "../../strings/en-reminders.ts";
import { Button } from "../../ui/button.tsx";
import { Notice, ProblemNotice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { TaskProgress } from "../../ui/task-progress.tsx";
import { AdminNavigation } from "../admin-navigation.tsx";
import { remindersQuery } from "./reminder-queries.ts";
import { AddressList } from "./address-list.tsx";
import { choicesOf } from "./reminder-draft.ts";
import { ReminderForm } from "./reminder-form.tsx";
import { RunList } from "./run-list.tsx";
import "./reminders.css";

/** What is mailed by itself: the switches, what they would mail, what they did, and addresses that take no mail. */
export function RemindersPage() {
  const { data: page, refetch } = useSuspenseQuery(remindersQuery);
  const lead = page.changedBy !== undefined && page.changedAt !== undefined ? say.changed(page.changedBy, page.changedAt, page.zone) : "";
  return (
    <Page title={say.title} lead={say.lead}>
      <AdminNavigation />
      <PauseLine page={page} />
      <p className="quiet small">{lead || say.neverChanged}</p>
      {page.planningTaskId !== undefined && (
        <TaskProgress key={page.planningTaskId} taskId={page.planningTaskId} label={say.planning} onEnd={() => void refetch()} />
      )}
      {/* Another version is another form: what was entered for the old one is not saved over it. */}
      <ReminderForm key={page.version} page={page} />
      <RunList page={page} />
      <AddressList page={page} />
    </Page>
  );
}

/** Stops everything at once, and lets it go on. */
function PauseLine({ page }: { page: Page_ }) {
  const pausing = useSend({
    send: (isPaused: boolean, options) =>
      ask(client.api.reminders.$put({ json: { ...choicesOf(page), isPaused, version: page.version } }, options)),
    refreshes: [remindersQuery.queryKey],
    onDone: ({ isPaused }) => toast(isPaused ? say.pausedNow : say.goneOn),
  });
  const isAnyOn = page.kinds.some(({ isOn }) => isOn);
  if (!isAnyOn && !page.isPaused) return null;
  return (
    <div className="stack">
      {page.isPaused && (
        <Notice kind="warn" title={say.paused}>
          {say.pausedText}
        </Notice>
      )}
      <div className="row">
        <Button
          kind={page.isPaused ? "primary" : "secondary"}
          isBusy={pausing.isSending}
          busyLabel={say.saving}
          onClick={() => pausing.send(!page.isPaused)}
        >
          {page.isPaused ? say.goOn : say.pause}
        </Button>
      </div>
      {pausing.error && <ProblemNotice error={pausing.error} />}
    </div>
  );
}

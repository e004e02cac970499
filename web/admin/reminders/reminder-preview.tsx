import { useState } from "react";
import type { TaskView } from "../../../functions/platform/contract.ts";
import type { ReminderPreview as Outcome } from "../../../functions/reminders/contract.ts";
import { reminderWords as say } from "../../strings/en-reminders.ts";
import { TaskProgress } from "../../ui/task-progress.tsx";

/** What the choices would mail today: how many, about what, and to whom, as it would read. */
export function ReminderPreview({ taskId }: { taskId: string }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const onEnd = (task: TaskView) => {
    // What the kind of work answers is its own; this one answers a preview.
    if (task.state === "done") setOutcome(task.outcome as Outcome);
  };
  if (!outcome) return <TaskProgress taskId={taskId} label={say.previewProgress} onEnd={onEnd} />;
  const { mails, looked, lines, skipped, samples } = outcome;
  return (
    <section className="stack" aria-live="polite">
      <h3>{say.previewTitle}</h3>
      <p>
        <strong>{mails === 0 ? say.previewNone : say.previewCount(mails, looked)}</strong>
      </p>
      {Object.keys(lines).length > 0 && <p>{say.previewLines(lines)}</p>}
      {Object.keys(skipped).length > 0 && <p className="quiet">{say.previewSkipped(skipped)}</p>}
      {samples.length > 0 && (
        <>
          <h4>{say.previewSamples(samples.length, mails)}</h4>
          <p className="quiet small">{say.previewEnglish}</p>
          <ul className="reminder-samples">
            {samples.map(({ staffId, name, subject, body }) => (
              <li key={staffId}>
                <details>
                  <summary>
                    {name} <span className="quiet small">{subject}</span>
                  </summary>
                  <p className="reminder-mail" lang="en">
                    {body}
                  </p>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

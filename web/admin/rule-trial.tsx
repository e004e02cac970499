import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { ruleFormWords } from "../strings/en-rule-form.ts";
import { ruleWords } from "../strings/en-rules.ts";
import { ProblemNotice } from "../ui/notice.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";
import type { AskedRule } from "./rule-form.tsx";
import { RulePreview } from "./rule-preview.tsx";

const say = ruleFormWords;
const { preview: sayPreview } = ruleWords;

/** Tries a rule out: at once for a few people, as work in the background for many. What stands below it comes once that is shown. */
export function RuleTrial({ asked, ruleId, children }: { asked: AskedRule; ruleId?: string; children: ReactNode }) {
  const [isWorkedOut, setWorkedOut] = useState(false);
  const trial = useSend({
    send: ({ rule, isActive }: AskedRule, options) =>
      ask(client.api.rules.preview.$post({ json: { ...rule, ...(ruleId !== undefined && { id: ruleId, isActive }) } }, options)),
  });
  const started = useRef<AskedRule>(undefined);
  useEffect(() => {
    if (started.current === asked) return;
    started.current = asked;
    trial.send(asked);
  }, [asked, trial]);
  const taskId = trial.result?.taskId;
  const { data: later, error } = useQuery({
    queryKey: ["rule-preview", taskId],
    queryFn: () => ask(client.api.rules.previews[":taskId"].$get({ param: { taskId: taskId ?? "" } })),
    enabled: taskId !== undefined && isWorkedOut,
  });
  const preview = trial.result?.preview ?? later;
  const trouble = trial.error ?? error;
  return (
    <section className="admin-step" aria-label={sayPreview.title}>
      {trial.isSending && <p role="status">{say.previewing}</p>}
      {trouble && <ProblemNotice error={trouble} />}
      {taskId !== undefined && !preview && (
        <TaskProgress taskId={taskId} label={say.previewTask} onEnd={({ state }) => setWorkedOut(state === "done")} />
      )}
      {preview && (
        <>
          <RulePreview preview={preview} />
          {children}
        </>
      )}
    </section>
  );
}

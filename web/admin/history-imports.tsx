import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { HistoryImportView, HistoryUndo } from "../../functions/certification/history-contract.ts";
import type { TaskView } from "../../functions/platform/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { t } from "../strings/en.ts";
import { pastCertificateWords as say } from "../strings/en-past-certificates.ts";
import { words } from "../strings/en.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";

const imports = client.api.certifications.history;

/** The imports of past certificates, the latest first. */
export const historyImportsQuery = queryOptions({ queryKey: ["past-certificates"], queryFn: () => ask(imports.$get()) });

type Told = { onTakenBack?: (() => void) | undefined };

/** What was entered before, and taking an import back: after a look at what goes, what stays and why. */
export function HistoryImports({ onTakenBack }: Told) {
  const { data, error, refetch } = useQuery(historyImportsQuery);
  const [asked, setAsked] = useState<HistoryImportView>();
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} />;
  if (data.imports.length === 0) return null;
  return (
    <Section title={say.imports}>
      <ul className="stack">
        {data.imports.map((one) => (
          <li key={one.id}>
            <Import one={one} onAsk={() => setAsked(one)} onTakenBack={onTakenBack} />
          </li>
        ))}
      </ul>
      {asked && <UndoDialog one={asked} onClose={() => setAsked(undefined)} />}
    </Section>
  );
}

function Import({ one, onAsk, onTakenBack }: Told & { one: HistoryImportView; onAsk: () => void }) {
  const queries = useQueryClient();
  const [hasEnded, setEnded] = useState(false);
  const { certificates, enteredByName, enteredOn, undoUntil, taskId, state } = one;
  const isEntering = state === "entering";
  const onEnd = useCallback(
    (task: TaskView) => {
      void Promise.all(
        [["past-certificates"], ["person"], ["record"], ["timeline"]].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
      setEnded(true);
      if (task.state !== "done") return;
      toast(isEntering ? say.done(certificates) : say.takenBack);
      if (!isEntering) onTakenBack?.();
    },
    [queries, onTakenBack, isEntering, certificates],
  );
  return (
    <div className="stack" data-gap="small">
      <p>{(isEntering ? say.beingImported : say.imported)(certificates, enteredByName, words.fullDate(enteredOn))}</p>
      {isEntering && taskId === undefined && <p className="quiet">{say.cutShort}</p>}
      {state === "takenBack" && <p className="quiet">{say.undone(one)}</p>}
      {taskId !== undefined && <TaskProgress taskId={taskId} label={isEntering ? say.entering : say.takingBack} onEnd={onEnd} />}
      {undoUntil !== undefined && (taskId === undefined || hasEnded) && (
        <div className="row">
          <Button aria-label={say.undoOf(certificates, words.fullDate(enteredOn))} onClick={onAsk}>
            {say.undo}
          </Button>
          <span className="quiet">{say.undoUntil(words.fullDate(undoUntil))}</span>
        </div>
      )}
    </div>
  );
}

function UndoDialog({ one, onClose }: { one: HistoryImportView; onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: ["past-certificates", one.id, "undo"],
    queryFn: () => ask(imports[":importId"].undo.$get({ param: { importId: one.id } })),
    // What rests on a certificate changes meanwhile: each look is a new one.
    gcTime: 0,
  });
  const work = useSend({
    send: (_: null, options) => ask(imports[":importId"].undo.$post({ param: { importId: one.id } }, options)),
    refreshes: [["past-certificates"]],
    onDone: onClose,
  });
  return (
    <Dialog
      title={say.undoTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          {data && data.removes > 0 && (
            <Button kind="danger" isBusy={work.isSending} busyLabel={say.takingBack} onClick={() => work.send(null)}>
              {say.undoDo(data.removes)}
            </Button>
          )}
        </>
      }
    >
      {error && <ProblemNotice error={error} />}
      {!error && !data && <Skeleton lines={4} />}
      {data && <WhatGoes undo={data} />}
      {work.error && <ProblemNotice error={work.error} />}
    </Dialog>
  );
}

function WhatGoes({ undo: { removes, firstRemoved, keeps, firstKept } }: { undo: HistoryUndo }) {
  const line = ({ name, title, issuedOn, expiresOn }: HistoryUndo["firstRemoved"][number]): string =>
    say.certificateLine(name, title, words.fullDate(issuedOn), words.fullDate(expiresOn));
  return (
    <div className="stack" aria-live="polite">
      <p>{removes === 0 ? say.undoNone : say.undoWhat(removes)}</p>
      {firstRemoved.length > 0 && (
        <ul className="history-lines">
          {firstRemoved.map((one) => (
            <li key={one.id}>{line(one)}</li>
          ))}
        </ul>
      )}
      {removes > firstRemoved.length && <p className="quiet">{say.more(removes - firstRemoved.length)}</p>}
      {keeps > 0 && (
        <>
          <h3>{say.keeps(keeps)}</h3>
          <ul className="history-lines">
            {firstKept.map((one) => (
              <li key={one.id}>
                {line(one)} <span className="quiet">{say.because[one.because]}</span>
              </li>
            ))}
          </ul>
          {keeps > firstKept.length && <p className="quiet">{say.more(keeps - firstKept.length)}</p>}
        </>
      )}
    </div>
  );
}

import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PathPage } from "../../functions/assignment/contract.ts";
import type { WaiverPreview } from "../../functions/assignment/decision-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { decisionWords as say } from "../strings/en-decisions.ts";
import { t } from "../strings/en.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField, TextArea, TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { mayExempt } from "./may.ts";

const waivers = client.api.staff[":staffId"].waivers;

type Person = { id: string; name: string };
type Path = { id: string; title: string };

const previewQuery = (staffId: string, pathId: string) =>
  queryOptions({
    queryKey: ["person", staffId, "waiver", pathId],
    queryFn: () => ask(waivers.preview.$get({ param: { staffId }, query: { kind: "path", id: pathId } })),
    staleTime: 0,
  });

/** The way to exempt someone from all that a path asks of them, for those who may; nothing where no path asks anything. */
export function WaivePath({ path: { assignments, person } }: { path: PathPage }) {
  const { access, staffId } = useSession();
  const [isOpen, setOpen] = useState(false);
  const reasons = assignments.filter(({ state }) => state !== "completed").flatMap((one) => one.reasons);
  const paths = new Map(reasons.flatMap(({ target, targetTitle }) => (target.kind === "path" ? [[target.id, targetTitle] as const] : [])));
  if (!mayExempt(access) || person.id === staffId || paths.size === 0) return null;
  return (
    <div className="row">
      <Button onClick={() => setOpen(true)}>{say.waivePath}</Button>
      {isOpen && (
        <WaivePathDialog person={person} paths={[...paths].map(([id, title]) => ({ id, title }))} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

function WaivePathDialog({ person, paths, onClose }: { person: Person; paths: Path[]; onClose: () => void }) {
  const { id: staffId, name } = person;
  const [pathId, setPathId] = useState(paths[0]?.id ?? "");
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const preview = useQuery(previewQuery(staffId, pathId));
  const { send, isSending, error } = useSend({
    send: (json: { target: { kind: "path"; id: string }; reason: string; until?: string }, options) =>
      ask(waivers.$post({ param: { staffId }, json }, options)),
    refreshes: [["person", staffId], ["caseload"], ["school"], ["district"]],
    onDone: () => {
      onClose();
      toast(say.waived);
    },
  });
  const leaving = preview.data?.leaving.length ?? 0;
  const open = preview.data?.leaving.filter(({ isCompleted }) => !isCompleted).length ?? 0;
  return (
    <Dialog
      title={say.waivePathTitle(name, paths.length === 1 ? paths[0]?.title : undefined)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          {leaving > 0 && (
            <Button
              kind="primary"
              isBusy={isSending}
              busyLabel={say.sending}
              onClick={() => send({ target: { kind: "path", id: pathId }, reason, ...(until !== "" && { until }) })}
            >
              {say.waivePathDo(open)}
            </Button>
          )}
        </>
      }
    >
      {paths.length > 1 && (
        <SelectField
          label={say.whichPath}
          value={pathId}
          onChange={({ target }) => setPathId(target.value)}
          options={paths.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <div role="status">
        {preview.error && <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />}
        {!preview.data && !preview.error && <Skeleton lines={4} />}
        {preview.data && <Effects preview={preview.data} name={name} />}
      </div>
      {leaving > 0 && (
        <>
          <TextArea
            label={say.reason}
            hint={say.waivePathText}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <TextField label={say.until} isOptional type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
        </>
      )}
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

function Effects({ preview: { leaving, staying }, name }: { preview: WaiverPreview; name: string }) {
  if (leaving.length === 0) return <Notice kind="info">{say.leavesNothing}</Notice>;
  const [open, done] = [leaving.filter(({ isCompleted }) => !isCompleted), leaving.filter(({ isCompleted }) => isCompleted)];
  return (
    <div className="stack" data-gap="small">
      {open.length > 0 && (
        <>
          <h3>{say.leaves(open.length, name)}</h3>
          <Titles modules={open} />
        </>
      )}
      {done.length > 0 && (
        <>
          <h3>{say.leavesDone(done.length)}</h3>
          <Titles modules={done} />
        </>
      )}
      {staying.length > 0 && (
        <>
          <h3>{say.stays(staying.length)}</h3>
          <ul className="assign-left-out">
            {staying.map(({ moduleId, title, by }) => (
              <li key={moduleId}>{say.staysBy(title, by)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Titles({ modules }: { modules: WaiverPreview["leaving"] }) {
  return (
    <ul className="assign-left-out">
      {modules.map(({ moduleId, title }) => (
        <li key={moduleId}>{title}</li>
      ))}
    </ul>
  );
}

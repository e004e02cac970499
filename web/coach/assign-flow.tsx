import { type ReactNode, type Ref, useRef, useState } from "react";
import type { AssignPreview as Preview, AssignRequest } from "../../functions/assignment/contract.ts";
import { focusFirstInvalid, useFocusOnArrival } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { assignWords } from "../strings/en-assign.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { type AssignDraft, type AssignProblem, newDraft, requestOf } from "./assign-draft.ts";
import { AssignOutcome } from "./assign-outcome.tsx";
import { AssignPreview, effectCounts } from "./assign-preview.tsx";
import { AudienceFields } from "./audience-fields.tsx";
import { assign, previewAssignment } from "./changes.ts";
import { reachesDistrict } from "./may.ts";
import { DueFields, TargetFields } from "./target-fields.tsx";
import "./assign.css";

const say = assignWords;

/**
 * Assigning in three steps that stay in sight: what is entered, who would get it, what happened. Nothing is saved before
 * the names were shown, and a change after that asks for them again.
 */
export function AssignFlow({ person, known = {} }: { person?: { id: string; name: string }; known?: Partial<AssignDraft> }) {
  const { today, access } = useSession();
  const [draft, setDraft] = useState(() => newDraft(person ? { ...known, how: "people", staffIds: [person.id] } : known));
  const [problems, setProblems] = useState<AssignProblem[]>([]);
  const form = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<AssignRequest>();
  const preview = useSend({ send: previewAssignment });
  const confirm = useSend({ send: assign, refreshes: [["person"], ["timeline"], ["caseload"], ["district"], ["school"]] });
  const isCurrent = asked !== undefined && preview.result !== undefined && !preview.isSending;
  const change = (part: Partial<AssignDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setAsked(undefined);
    confirm.reset();
  };
  const show = () => {
    const outcome = requestOf(draft, today);
    // The district's own people and a coach reach people at any school; a school's leader says which of theirs.
    const reachesAnySchool = reachesDistrict(access) || access.includes("coach");
    const isOutOfReach = draft.how === "places" && draft.schoolIds.length === 0 && !reachesAnySchool;
    const found = [...("problems" in outcome ? outcome.problems : []), ...(isOutOfReach ? ["who" as const] : [])];
    setProblems([...new Set(found)]);
    if (found.length > 0) focusFirstInvalid(form.current);
    if (found.length > 0 || !("request" in outcome)) return;
    setAsked(outcome.request);
    preview.send(outcome.request);
  };
  const restart = () => {
    preview.reset();
    confirm.reset();
    setAsked(undefined);
    setDraft(newDraft(person ? { staffIds: [person.id] } : known));
  };
  if (confirm.result && preview.result) return <AssignOutcome result={confirm.result} preview={preview.result} onAgain={restart} />;
  return (
    <div className="assign" ref={form}>
      {!person && (
        <Step title={say.who}>
          <AudienceFields draft={draft} onChange={change} isMissing={problems.includes("who")} />
        </Step>
      )}
      <Step title={say.what}>
        <TargetFields draft={draft} onChange={change} problems={problems} />
      </Step>
      <Step title={say.when}>
        <DueFields draft={draft} onChange={change} problems={problems} today={today} />
        <TextArea
          label={say.note}
          hint={say.noteHint}
          isOptional
          rows={3}
          maxLength={500}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </Step>
      {preview.error && <ProblemNotice error={preview.error} />}
      {!isCurrent && (
        <div className="row">
          <Button kind="primary" isBusy={preview.isSending} busyLabel={say.previewing} onClick={show}>
            {say.preview}
          </Button>
        </div>
      )}
      {isCurrent && preview.result && (
        <Confirm
          preview={preview.result}
          today={today}
          isOne={person !== undefined}
          isSending={confirm.isSending}
          error={confirm.error}
          onConfirm={() => confirm.send(asked)}
        />
      )}
    </div>
  );
}

function Step({ title, heading, children }: { title: string; heading?: Ref<HTMLHeadingElement>; children: ReactNode }) {
  return (
    <section className="assign-step" aria-label={title}>
      <h2 ref={heading} {...(heading && { tabIndex: -1 })}>
        {title}
      </h2>
      <div className="stack">{children}</div>
    </section>
  );
}

type ConfirmProps = {
  preview: Preview;
  today: string;
  isOne: boolean;
  isSending: boolean;
  error: Error | undefined;
  onConfirm: () => void;
};

function Confirm({ preview, today, isOne, isSending, error, onConfirm }: ConfirmProps) {
  const counts = effectCounts(preview);
  const changes = counts.new + counts.earlier;
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  return (
    <Step title={say.previewTitle} heading={heading}>
      <AssignPreview preview={preview} today={today} isOne={isOne} />
      {changes === 0 && preview.total > 0 && !isOne && (
        <Notice kind="info" title={say.nothingChangesTitle}>
          {say.nothingChanges(counts)}
        </Notice>
      )}
      {error && <ProblemNotice error={error} />}
      {changes > 0 && (
        <div className="row">
          <Button kind="primary" isBusy={isSending} busyLabel={say.confirming} onClick={onConfirm}>
            {say.confirm(preview.total, changes)}
          </Button>
        </div>
      )}
    </Step>
  );
}

import { type FormEvent, useRef, useState } from "react";
import type { LearningTopic } from "../../functions/curriculum/alignment-contract.ts";
import type { OutsideInput, OutsideView } from "../../functions/credit/contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { creditWords } from "../strings/en-credit.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, TextArea, TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { hoursOf } from "./amount.ts";
import { TopicChoice } from "./topic-choice.tsx";

const say = creditWords.course;
type Draft = {
  title: string;
  provider: string;
  completedOn: string;
  hours: string;
  evidence: string;
  link: string;
  standard: string;
  topics: LearningTopic[];
};
type Errors = Partial<Record<keyof Draft | "noStudentData", string>>;
const shown = ["title", "provider", "completedOn", "minutes", "evidence", "link", "standard", "noStudentData"];

/** Enters a course, or one that came back; what was written stays on this device until it is sent. */
export function OutsideForm({ course, onClose }: { course?: OutsideView; onClose: () => void }) {
  const { today } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const kept = useDraft(`course.${course?.id ?? "new"}`);
  const draft: Draft = { ...firstDraft(course, today), ...parse(kept.text) };
  const change = (part: Partial<Draft>) => kept.setText(JSON.stringify({ ...draft, ...part }));
  const [isPromised, setPromised] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const sending = useSend({
    send: (json: OutsideInput, options) =>
      course
        ? ask(
            client.api.my.credit.outside[":creditId"].submission.$post(
              { param: { creditId: course.id }, json: { ...json, version: course.version } },
              options,
            ),
          )
        : ask(client.api.my.credit.outside.$post({ json }, options)),
    refreshes: [["hours"]],
    onDone: () => {
      kept.clear();
      toast(say.sent);
      onClose();
    },
  });
  const refusal = sending.error instanceof ApiProblem ? sending.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = errorsIn(draft, isPromised, today);
    setErrors(found);
    if (Object.keys(found).length === 0) return sending.send(inputOf(draft));
    setTimeout(() => focusFirstInvalid(form.current));
  };
  const field = (name: Exclude<keyof Draft, "evidence" | "topics">, sentAs: string = name) => ({
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
    error: errors[name] ?? refusal?.fieldMessage(sentAs),
  });
  // What was approved beforehand stays the same course.
  const fixed = course?.agreed ? { readOnly: true, hint: say.fixed } : {};
  return (
    <form className="hours-form card" ref={form} onSubmit={submit} noValidate>
      <Notice kind="warn">{say.students}</Notice>
      <TextField label={say.name} maxLength={160} {...fixed} {...field("title")} />
      <TextField label={say.provider} maxLength={160} {...fixed} {...field("provider")} />
      <TextField label={say.completedOn} type="date" max={today} {...field("completedOn")} />
      <TextField
        label={say.hours}
        hint={say.hoursHint}
        type="number"
        inputMode="decimal"
        min={0.25}
        max={200}
        step={0.25}
        {...field("hours", "minutes")}
      />
      <TextArea
        label={say.evidence}
        hint={say.evidenceHint}
        isOptional={draft.link !== ""}
        rows={3}
        maxLength={2_000}
        value={draft.evidence}
        onChange={({ target }) => change({ evidence: target.value })}
        error={errors.evidence ?? refusal?.fieldMessage("evidence")}
      />
      <TextField label={say.link} hint={say.linkHint} isOptional inputMode="url" maxLength={500} {...field("link")} />
      <TextField label={say.standard} hint={say.standardHint} isOptional maxLength={160} {...field("standard")} />
      <TopicChoice legend={say.topics} hint={say.topicsHint} value={draft.topics} onChange={(topics) => change({ topics })} />
      <Checkbox
        label={say.noStudents}
        checked={isPromised}
        onChange={({ target }) => setPromised(target.checked)}
        error={errors.noStudentData ?? refusal?.fieldMessage("noStudentData")}
      />
      {sending.error && <ProblemNotice error={sending.error} shownFields={shown} />}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={sending.isSending} busyLabel={say.sending}>
          {say.send}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}

function firstDraft(course: OutsideView | undefined, today: string): Draft {
  if (!course) return { title: "", provider: "", completedOn: today, hours: "", evidence: "", link: "", standard: "", topics: [] };
  const { title, provider, completedOn, minutes, evidence, link = "", standard = "", topics = [] } = course;
  return { title, provider, completedOn, hours: hoursOf(minutes), evidence, link, standard, topics };
}

function parse(text: string): Partial<Draft> {
  try {
    return (JSON.parse(text) as Partial<Draft> | null) ?? {};
  } catch {
    return {};
  }
}

function inputOf({ hours, link, standard, topics, ...said }: Draft): OutsideInput {
  return {
    title: said.title.trim(),
    provider: said.provider.trim(),
    completedOn: said.completedOn,
    evidence: said.evidence.trim(),
    minutes: Math.round(Number(hours) * 60),
    ...(link.trim() !== "" && { link: link.trim() }),
    ...(standard.trim() !== "" && { standard: standard.trim() }),
    ...(topics.length > 0 && { topics }),
    noStudentData: true,
  };
}

function errorsIn({ title, provider, completedOn, hours, evidence, link }: Draft, isPromised: boolean, today: string): Errors {
  const isHours = Number(hours) >= 0.25 && Number(hours) <= 200;
  return {
    ...(title.trim().length < 3 && { title: say.nameNeeded }),
    ...(provider.trim().length < 2 && { provider: say.providerNeeded }),
    ...((completedOn === "" || completedOn > today) && { completedOn: say.dayNeeded }),
    ...(!isHours && { hours: say.hoursNeeded }),
    ...(evidence.trim() === "" && link.trim() === "" && { evidence: say.evidenceNeeded }),
    ...(link.trim() !== "" && !/^https:\/\/\S+\.\S+$/.test(link.trim()) && { link: say.linkWrong }),
    ...(!isPromised && { noStudentData: say.noStudentsNeeded }),
  };
}

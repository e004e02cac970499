import { type FormEvent, useRef, useState } from "react";
import type { LearningTopic } from "../../functions/curriculum/alignment-contract.ts";
import type { CoursePlan, OutsideView } from "../../functions/credit/contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { creditWords } from "../strings/en-credit.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, TextArea, TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { hoursOf } from "./amount.ts";
import { TopicChoice } from "./topic-choice.tsx";

const say = creditWords.course;
type Draft = { title: string; provider: string; endsOn: string; hours: string; plan: string; topics: LearningTopic[] };
const shown = ["title", "provider", "endsOn", "minutes", "plan", "noStudentData"];
const leastWords = 10;

/** Asks for a course to be approved before it is taken; one that was refused is where a new question begins. */
export function PlanForm({ course, onClose }: { course?: OutsideView; onClose: () => void }) {
  const { today } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(() => ({
    title: course?.title ?? "",
    provider: course?.provider ?? "",
    endsOn: course?.completedOn ?? "",
    hours: course ? hoursOf(course.minutes) : "",
    plan: course?.plan ?? "",
    topics: course?.topics ?? [],
  }));
  const [isPromised, setPromised] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const sending = useSend({
    send: (json: CoursePlan, options) => ask(client.api.my.credit.plans.$post({ json }, options)),
    refreshes: [["hours"]],
    onDone: () => {
      toast(say.asked);
      onClose();
    },
  });
  const errors = isChecked ? errorsIn(draft, isPromised, today) : {};
  const refusal = sending.error instanceof ApiProblem ? sending.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(errorsIn(draft, isPromised, today)).length === 0) return sending.send(planOf(draft));
    setTimeout(() => focusFirstInvalid(form.current));
  };
  const field = (name: Exclude<keyof Draft, "topics">, sentAs: string = name) => ({
    value: draft[name],
    onChange: ({ target }: { target: { value: string } }) => setDraft({ ...draft, [name]: target.value }),
    error: errors[name] ?? refusal?.fieldMessage(sentAs),
  });
  return (
    <form className="hours-form card" ref={form} onSubmit={submit} noValidate>
      <p>{say.planLead}</p>
      <Notice kind="warn">{say.students}</Notice>
      <TextField label={say.name} maxLength={160} {...field("title")} />
      <TextField label={say.planProvider} maxLength={160} {...field("provider")} />
      <TextField label={say.endsOn} type="date" min={today} {...field("endsOn")} />
      <TextField label={say.hours} type="number" inputMode="decimal" min={0.25} max={200} step={0.25} {...field("hours", "minutes")} />
      <TextArea label={say.plan} hint={say.planHint} rows={3} maxLength={2_000} {...field("plan")} />
      <TopicChoice legend={say.topics} hint={say.topicsHint} value={draft.topics} onChange={(topics) => setDraft({ ...draft, topics })} />
      <Checkbox
        label={say.noStudents}
        checked={isPromised}
        onChange={({ target }) => setPromised(target.checked)}
        error={errors.noStudentData ?? refusal?.fieldMessage("noStudentData")}
      />
      {sending.error && <ProblemNotice error={sending.error} shownFields={shown} />}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={sending.isSending} busyLabel={say.sending}>
          {say.askSend}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}

function planOf({ title, provider, endsOn, hours, plan, topics }: Draft): CoursePlan {
  return {
    title: title.trim(),
    provider: provider.trim(),
    endsOn,
    minutes: Math.round(Number(hours) * 60),
    plan: plan.trim(),
    ...(topics.length > 0 && { topics }),
    noStudentData: true,
  };
}

type Errors = Partial<Record<keyof Draft | "noStudentData", string>>;

function errorsIn({ title, provider, endsOn, hours, plan }: Draft, isPromised: boolean, today: string): Errors {
  const isHours = Number(hours) >= 0.25 && Number(hours) <= 200;
  return {
    ...(title.trim().length < 3 && { title: say.nameNeeded }),
    ...(provider.trim().length < 2 && { provider: say.providerNeeded }),
    ...((endsOn === "" || endsOn < today) && { endsOn: say.endsOnNeeded }),
    ...(!isHours && { hours: say.hoursNeeded }),
    ...(plan.trim().length < leastWords && { plan: say.planNeeded }),
    ...(!isPromised && { noStudentData: say.noStudentsNeeded }),
  };
}

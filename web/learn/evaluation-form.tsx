import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { EvaluationAnswers, EvaluationKept, EvaluationPage } from "../../functions/learning/evaluation-contract.ts";
import { announce, toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { focusFirstInvalid, useFocusOnArrival } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { evaluationWords as say } from "../strings/en-evaluation.ts";
import { Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { evaluationQuery } from "./evaluation-query.ts";

/** The statements in the order in which they are asked. */
export const statements = ["relevant", "clear", "usable", "wellSpent"] as const satisfies (keyof EvaluationAnswers)[];
const levels = ["stronglyDisagree", "disagree", "agree", "stronglyAgree"] as const;

/** The four statements with their levels; saving them, or leaving it, closes the form. */
export function EvaluationForm({ page: { moduleId, given, changeableUntil }, onClose }: { page: EvaluationPage; onClose: () => void }) {
  const { today } = useSession();
  const queries = useQueryClient();
  const form = useFocusOnArrival<HTMLFormElement>();
  const [answers, setAnswers] = useState<Partial<EvaluationAnswers>>(given?.answers ?? {});
  const [isChecked, setChecked] = useState(false);
  const { send, isSending, error } = useSend({
    send: (json: EvaluationAnswers, options): Promise<EvaluationKept> =>
      ask(client.api.modules[":moduleId"].evaluation.$put({ param: { moduleId }, json }, options)),
    onDone: ({ on, changeableUntil: until }, said) => {
      const after = { moduleId, changeableUntil, given: { answers: said, on, changeableUntil: until, isClosed: false } };
      queries.setQueryData(evaluationQuery(moduleId).queryKey, after);
      toast(say.saved);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isWhole(answers)) return send(answers);
    announce(say.notComplete, "urgent");
    setTimeout(() => focusFirstInvalid(form.current));
  };
  return (
    <form className="learn-evaluation card" ref={form} tabIndex={-1} aria-label={say.formTitle} onSubmit={submit} noValidate>
      <h3>{say.formTitle}</h3>
      <p className="quiet">{say.privacy}</p>
      {statements.map((statement) => (
        <RadioGroup
          key={statement}
          isInline
          legend={say.statements[statement]}
          options={levels.map((level) => ({ value: level, label: say.levels[level] }))}
          value={answers[statement]}
          onChange={(level) => setAnswers({ ...answers, [statement]: level })}
          error={isChecked && answers[statement] === undefined ? say.choose : undefined}
        />
      ))}
      <p className="quiet">{say.until(given?.changeableUntil ?? changeableUntil, today)}</p>
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={isSending} busyLabel={say.saving}>
          {say.save}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}

function isWhole(answers: Partial<EvaluationAnswers>): answers is EvaluationAnswers {
  return statements.every((statement) => answers[statement] !== undefined);
}

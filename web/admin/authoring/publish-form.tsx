import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { AuthoringPage, SourceFiles } from "../../../functions/curriculum/contract.ts";
import { ApiProblem, ask, client } from "../../app/api.ts";
import { focusFirstInvalid } from "../../app/focus.ts";
import { useSession } from "../../app/session.ts";
import { useSend } from "../../app/use-send.ts";
import { t } from "../../strings/en.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { publishing as say } from "../../strings/en-publishing.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { RadioGroup, TextField } from "../../ui/field.tsx";
import { Notice, ProblemNotice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { lessonsThatDiffer } from "./module-files.ts";
import { authoringQuery, modulePeopleQuery, touchedByPublishing } from "./queries.ts";
import { ReadAgainField } from "./read-again-field.tsx";
import { showPage } from "./use-draft-keeper.ts";

type PublishFormProps = {
  page: AuthoringPage;
  files: SourceFiles;
  onPublished: (published: { number: number; publishOn: string }) => void;
};

/** When the draft comes into force, why, and what is to be read again. Nothing is sent before the last question is answered. */
export function PublishForm({ page, files, onPublished }: PublishFormProps) {
  const { moduleId, version, current } = page;
  const { today } = useSession();
  const queries = useQueryClient();
  const form = useRef<HTMLDivElement>(null);
  const [when, setWhen] = useState<"today" | "later">("today");
  const [day, setDay] = useState("");
  const [note, setNote] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [isTried, setTried] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const lessons = lessonsThatDiffer(current, files);
  const again = lessons.filter(({ id }) => chosen.includes(id));
  const publishOn = when === "today" ? today : day;
  const isDayMissing = when === "later" && !(day > today);
  const isNoteMissing = note.trim().length < 3;
  const { send, isSending, error, reset } = useSend({
    send: (json: { version: number; publishOn: string; note: string; again: string[] }, options) =>
      ask(client.api.authoring[":moduleId"].editions.$post({ param: { moduleId }, json }, options)),
    refreshes: touchedByPublishing,
    onDone: (answer, input) => {
      onPublished({ number: answer.editions[0]?.number ?? 0, publishOn: input.publishOn });
      void showPage(queries, answer);
    },
  });
  const refusal = error instanceof ApiProblem ? error : undefined;
  const review = () => {
    setTried(true);
    if (isDayMissing || isNoteMissing) return focusFirstInvalid(form.current);
    reset();
    setAsked(true);
  };
  const close = () => setAsked(false);
  const lookAgain = () => {
    close();
    void queries.invalidateQueries(authoringQuery(moduleId));
  };
  return (
    <div ref={form} className="admin-form">
      <Section title={say.when}>
        <RadioGroup
          legend={say.when}
          isLegendHidden
          value={when}
          onChange={setWhen}
          options={[
            { value: "today", label: say.whens.today },
            { value: "later", label: say.whens.later },
          ]}
        />
        {when === "later" && (
          <TextField
            label={say.day}
            type="date"
            min={today}
            value={day}
            error={(isTried && isDayMissing ? say.dayNeeded : undefined) ?? refusal?.fieldMessage("publishOn")}
            onChange={({ target }) => setDay(target.value)}
          />
        )}
        <TextField
          label={authoring.module.note}
          hint={authoring.module.noteHint}
          maxLength={500}
          value={note}
          error={(isTried && isNoteMissing ? authoring.module.noteNeeded : undefined) ?? refusal?.fieldMessage("note")}
          onChange={({ target }) => setNote(target.value)}
        />
      </Section>
      <Section title={say.again}>
        <ReadAgainField lessons={lessons} value={chosen} onChange={setChosen} />
      </Section>
      <div className="row">
        <Button kind="primary" onClick={review}>
          {say.review}
        </Button>
      </div>
      {isAsked && (
        <Dialog
          title={say.confirmTitle}
          onClose={close}
          footer={
            <>
              <Button onClick={close}>{t.cancel}</Button>
              <Button
                kind="primary"
                isBusy={isSending}
                busyLabel={say.publishing}
                onClick={() => send({ version, publishOn, note: note.trim(), again: again.map(({ id }) => id) })}
              >
                {say.confirm(when === "today")}
              </Button>
            </>
          }
        >
          <Meets page={page} publishOn={publishOn} />
          <p>{say.confirmAgain(again.map(({ title }) => title))}</p>
          {refusal?.code === "conflict" ? (
            <Notice kind="warn" title={refusal.title ?? ""} isAlert>
              <p>{say.conflict}</p>
              <Button onClick={lookAgain}>{say.conflictReload}</Button>
            </Notice>
          ) : (
            error && <ProblemNotice error={error} />
          )}
        </Dialog>
      )}
    </div>
  );
}

/** From when staff read it, and how many people that is. */
function Meets({ page, publishOn }: { page: AuthoringPage; publishOn: string }) {
  const { today } = useSession();
  const { data } = useQuery({ ...modulePeopleQuery(page.moduleId), enabled: false });
  const people = data ? data.completed + data.begun + data.ahead : 0;
  return <p>{publishOn === today ? say.confirmToday(people) : say.confirmLater(publishOn, today, people)}</p>;
}

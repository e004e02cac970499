import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AppealDecision, AppealQueue } from "../../functions/certification/decision-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { localDateOf } from "../app/dates.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { applicationWords } from "../strings/en-applications.ts";
import { t } from "../strings/en.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { RadioGroup, TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { appealsQuery } from "./queries.ts";
import "./applications.css";
import "./applications.css";
import "./coach.css";

const say = applicationWords.appeals;
const decisionOf = client.api.staff[":staffId"].appeals[":appealId"].decision;
/** So much a decision has to say; as the API asks. */
const shortest = 10;

type Waiting = AppealQueue["appeals"][number];
type Decision = AppealDecision["decision"];

/** The appeals that wait, the longest wait first, each with its reason and the way to decide it. */
export function AppealsPage() {
  const { data } = useSuspenseQuery(appealsQuery);
  const { today, district } = useSession();
  const [deciding, setDeciding] = useState<Waiting>();
  return (
    <Page title={say.title} lead={say.lead}>
      {data.appeals.length === 0 && <EmptyState title={say.emptyTitle}>{say.empty}</EmptyState>}
      <ul className="stack">
        {data.appeals.map((waiting) => {
          const { staffId, staffName, title, appeal, problem } = waiting;
          return (
            <li key={appeal.id} className="card row" data-justify="between">
              <div>
                <Link to="/people/$staffId" params={{ staffId }} className="coach-queue-name">
                  {staffName}
                </Link>
                <p>
                  {title}. {say.of[appeal.of]}
                </p>
                <p className="quiet small">{say.filed(localDateOf(appeal.filedAt, district.zone), today)}</p>
                <p className="coach-said">{appeal.reason}</p>
                {problem !== undefined && <Notice kind="info">{problem}</Notice>}
              </div>
              {problem === undefined && (
                <Button onClick={() => setDeciding(waiting)}>
                  {say.read}
                  <span className="visually-hidden">: {say.readOf(staffName, title)}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {deciding && <DecideDialog waiting={deciding} onClose={() => setDeciding(undefined)} />}
    </Page>
  );
}

function DecideDialog({ waiting: { staffId, staffName, appeal }, onClose }: { waiting: Waiting; onClose: () => void }) {
  const [decision, setDecision] = useState<Decision>();
  const [comment, setComment] = useState("");
  const [isChecked, setChecked] = useState(false);
  const { send, isSending, error } = useSend({
    send: (json: AppealDecision, options) => ask(decisionOf.$post({ param: { staffId, appealId: appeal.id }, json }, options)),
    refreshes: [["appeals"], ["person", staffId]],
    onDone: (_, input) => {
      onClose();
      toast(say.done[input.decision]);
    },
  });
  const isSilent = comment.trim().length < shortest;
  const submit = () => {
    setChecked(true);
    if (decision !== undefined && !isSilent) send({ decision, comment: comment.trim() });
  };
  return (
    <Dialog
      title={say.decide(staffName)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.sending} onClick={submit}>
            {say.send}
          </Button>
        </>
      }
    >
      <p className="coach-said">{appeal.reason}</p>
      <RadioGroup<Decision>
        legend={say.of[appeal.of]}
        options={[
          { value: "upheld", label: say.upheld, hint: say.upheldHint },
          { value: "overturned", label: say.overturned[appeal.of], hint: say.overturnedHint[appeal.of] },
        ]}
        value={decision}
        onChange={setDecision}
        error={isChecked && decision === undefined ? say.decisionMissing : undefined}
      />
      <TextArea
        label={say.comment}
        hint={say.commentHint}
        rows={4}
        maxLength={2_000}
        value={comment}
        error={isChecked && isSilent ? say.commentMissing : undefined}
        onChange={({ target }) => setComment(target.value)}
      />
      <p className="quiet small">{say.final}</p>
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

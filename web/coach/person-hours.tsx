import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { OutsideDecision, OutsideView } from "../../functions/credit/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { amountOf } from "../learn/amount.ts";
import { creditWords } from "../strings/en-credit.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { outsideQueueQuery, personHoursQuery } from "./hours-queries.ts";
import "../learn/hours-page.css";

const say = creditWords.person;
const leastWords = 10;

/** A person's hours for each purpose, and the courses of theirs that were approved, to take an approval back. */
export function PersonHours({ staffId }: { staffId: string }) {
  const { access } = useSession();
  const { data } = useQuery(personHoursQuery(staffId));
  if (!data) return null;
  const approved = data.outside.filter(({ state }) => state === "approved" || state === "agreed");
  const mayDecide = access.includes("coach") || access.includes("districtAdministrator");
  return (
    <Section title={say.title}>
      {data.totals.length === 0 && <p className="quiet">{say.none}</p>}
      <ul className="hours-list">
        {data.totals.map(({ ruleId, name, units, unit, unitsPerCycle }) => (
          <li key={ruleId}>
            {name}: {unitsPerCycle === undefined ? amountOf(units, unit) : creditWords.purpose.have(units, amountOf(unitsPerCycle, unit))}
          </li>
        ))}
      </ul>
      <h3>{say.courses}</h3>
      {approved.length === 0 && <p className="quiet">{say.coursesNone}</p>}
      <ul className="hours-list">
        {approved.map((course) => (
          <li key={course.id}>
            <Approved course={course} mayDecide={mayDecide} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Approved({ course, mayDecide }: { course: OutsideView; mayDecide: boolean }) {
  const { today } = useSession();
  const { id: creditId, staffId, title, provider, completedOn, minutes, version } = course;
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const sending = useSend({
    send: (json: OutsideDecision, options) =>
      ask(client.api.staff[":staffId"].credit.outside[":creditId"].decision.$post({ param: { staffId, creditId }, json }, options)),
    refreshes: [["person", staffId], outsideQueueQuery.queryKey],
    onDone: () => toast(say.done),
  });
  const takeBack = () => {
    const isSilent = reason.trim().length < leastWords;
    setError(isSilent ? creditWords.queue.commentNeeded : undefined);
    if (!isSilent) sending.send({ version, decision: "takeBack", comment: reason.trim() });
  };
  return (
    <div className="card stack" data-gap="small">
      <strong>{title}</strong>
      <p className="quiet small">
        {course.state === "agreed"
          ? creditWords.course.planned(provider, completedOn, minutes)
          : creditWords.course.about(provider, completedOn, today, minutes)}
      </p>
      <p className="small">{creditWords.states[course.state]}</p>
      {mayDecide && (
        <details>
          <summary>
            {say.takeBack}
            <span className="visually-hidden">{say.takeBackOf(title)}</span>
          </summary>
          <div className="hours-form">
            <TextArea
              label={say.reason}
              hint={course.state === "agreed" ? say.takeBackAgreedHint : say.takeBackHint}
              rows={2}
              maxLength={2_000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
              error={error}
            />
            {sending.error && <ProblemNotice error={sending.error} />}
            <div className="row">
              <Button kind="danger" isBusy={sending.isSending} busyLabel={creditWords.course.sending} onClick={takeBack}>
                {say.takeBack}
              </Button>
            </div>
          </div>
        </details>
      )}
    </div>
  );
}

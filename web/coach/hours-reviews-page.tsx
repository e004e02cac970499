import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { OutsideDecision, OutsideView } from "../../functions/credit/contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useDraft } from "../app/use-draft.ts";
import { useSend } from "../app/use-send.ts";
import { OutsideText } from "../learn/outside-text.tsx";
import { creditWords } from "../strings/en-credit.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { TextArea } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { outsideQueueQuery } from "./hours-queries.ts";

const say = creditWords.queue;
const leastWords = 10;

type Decided = Exclude<OutsideDecision["decision"], "takeBack">;
const done = { agree: say.agreed, refuse: say.refused, approve: say.approved, return: say.returned } as const satisfies Record<
  Decided,
  (name: string) => string
>;

/** The courses that wait for one's approval, the longest waiting first, each decided where it stands. */
export function HoursReviewsPage() {
  const { data } = useSuspenseQuery(outsideQueueQuery);
  return (
    <Page title={say.title} lead={say.lead} eyebrow={<Link to="/hours">{say.mine}</Link>}>
      {data.credits.length === 0 ? (
        <EmptyState title={say.none}>{say.noneHow}</EmptyState>
      ) : (
        <ul className="hours-list">
          {data.credits.map((course) => (
            <li key={`${course.id} ${course.version}`}>
              <Waiting course={course} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function Waiting({ course }: { course: OutsideView }) {
  const { today } = useSession();
  const { id: creditId, staffId, staffName, title, provider, completedOn, minutes, version } = course;
  const comment = useDraft(`course-review.${creditId}.${version}`);
  const [error, setError] = useState<string>();
  const sending = useSend({
    send: (json: OutsideDecision & { decision: Decided }, options) =>
      ask(client.api.staff[":staffId"].credit.outside[":creditId"].decision.$post({ param: { staffId, creditId }, json }, options)),
    refreshes: [outsideQueueQuery.queryKey, ["person", staffId]],
    onDone: (_, { decision }) => {
      comment.clear();
      toast(done[decision](staffName));
    },
  });
  const isAsked = course.state === "asked";
  const [yes, no] = isAsked ? (["agree", "refuse"] as const) : (["approve", "return"] as const);
  const decide = (decision: Decided) => {
    const words = comment.text.trim();
    const isSilent = decision === no && words.length < leastWords;
    setError(isSilent ? say.commentNeeded : undefined);
    if (!isSilent) sending.send({ version, decision, comment: words });
  };
  const refusal = sending.error instanceof ApiProblem ? sending.error.fieldMessage("comment") : undefined;
  const of = <span className="visually-hidden">{say.of(staffName, title)}</span>;
  return (
    <div className="card stack">
      <div>
        <h2>{title}</h2>
        <p>
          <Link to="/people/$staffId" params={{ staffId }}>
            {staffName}
          </Link>
        </p>
        <p className="quiet small">
          {isAsked
            ? creditWords.course.planned(provider, completedOn, minutes)
            : creditWords.course.about(provider, completedOn, today, minutes)}
        </p>
        {isAsked && <Badge tone="neutral">{say.beforehand}</Badge>}
      </div>
      <OutsideText course={course} />
      <div className="hours-form">
        <TextArea
          label={say.comment}
          hint={isAsked ? say.refuseHint : say.commentHint}
          isOptional
          rows={2}
          maxLength={2_000}
          value={comment.text}
          onChange={({ target }) => comment.setText(target.value)}
          error={error ?? refusal}
        />
        {sending.error && <ProblemNotice error={sending.error} shownFields={["comment"]} />}
        <div className="row">
          <Button kind="primary" icon="check" isBusy={sending.isSending} busyLabel={creditWords.course.sending} onClick={() => decide(yes)}>
            {say[yes]}
            {of}
          </Button>
          <Button onClick={() => decide(no)}>
            {say[no]}
            {of}
          </Button>
        </div>
      </div>
    </div>
  );
}

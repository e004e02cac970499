import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { OutsideBadgeDecision, OutsideBadgeQueue } from "../../functions/badges/outside-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { catalogQuery } from "../app/directory.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { OutsideBadge } from "../learn/outside-badge.tsx";
import { outsideBadgeWords } from "../strings/en-outside-badges.ts";
import { Button } from "../ui/button.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Checkbox, TextArea, TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { CheckAgain } from "./check-again.tsx";

const say = outsideBadgeWords.queue;

type Waiting = OutsideBadgeQueue["badges"][number];

const outsideQueueQuery = queryOptions({
  queryKey: ["outside-badges", "waiting"],
  queryFn: () => ask(client.api["outside-badges"].$get()),
  // What is being decided on is not exchanged under the decider's hands.
  refetchOnWindowFocus: false,
});

/** The badges of other issuers that wait for an administrator, each with what it would count for. */
export function AdminOutsideBadgesPage() {
  const { data } = useSuspenseQuery(outsideQueueQuery);
  return (
    <Page title={say.title} lead={say.lead}>
      <AdminNavigation />
      {data.badges.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Section title={say.waiting(data.badges.length)}>
          <div className="stack">
            {data.badges.map((badge) => (
              <OutsideBadge key={badge.id} badge={badge}>
                <Decide key={badge.version} badge={badge} certifications={data.certifications} />
              </OutsideBadge>
            ))}
          </div>
        </Section>
      )}
    </Page>
  );
}

function Decide({ badge, certifications }: { badge: Waiting; certifications: OutsideBadgeQueue["certifications"] }) {
  const { id: badgeId, staffId, title, version, suggestion, check } = badge;
  const { today } = useSession();
  const { data: catalog } = useSuspenseQuery(catalogQuery);
  const [moduleIds, setModules] = useState(suggestion.moduleIds);
  const [certificationIds, setCertifications] = useState(suggestion.certificationIds);
  const [until, setUntil] = useState(suggestion.until ?? "");
  const [reason, setReason] = useState("");
  const [isRemembered, setRemembered] = useState(true);
  const [mistake, setMistake] = useState<{ modules?: string; reason?: string }>({});
  const { send, isSending, error } = useSend({
    send: (json: OutsideBadgeDecision, options) =>
      ask(client.api.staff[":staffId"]["outside-badges"][":badgeId"].decision.$post({ param: { staffId, badgeId }, json }, options)),
    refreshes: [["outside-badges"], ["person", staffId], ["timeline"]],
    onDone: ({ state }) => toast(state === "accepted" ? say.accepted(title) : say.declined(title)),
  });
  const accept = (): void => {
    if (moduleIds.length + certificationIds.length === 0) return setMistake({ modules: say.modulesMissing });
    setMistake({});
    send({ decision: "accept", version, moduleIds, certificationIds, reason, isRemembered, ...(until !== "" && { until }) });
  };
  const decline = (): void => {
    if (reason.trim().length < 10) return setMistake({ reason: say.reasonMissing });
    setMistake({});
    send({ decision: "decline", version, reason });
  };
  return (
    <div className="stack">
      <p>
        <Link to="/admin/people/$staffId" params={{ staffId }}>
          {say.person}
          <span className="visually-hidden">: {badge.staffName}</span>
        </Link>
      </p>
      {check.status.outcome === "unknown" && <Notice kind="warn">{say.unsure}</Notice>}
      <CheckList
        legend={say.modules}
        {...(suggestion.isRemembered && { hint: say.remembered })}
        options={catalog.modules.map(({ id, title: label }) => ({ value: id, label }))}
        value={moduleIds}
        onChange={setModules}
        error={mistake.modules}
        findLabel={say.find}
      />
      <CheckList
        legend={say.certificates}
        hint={say.certificatesHint}
        options={certifications.map(({ id, title: label }) => ({ value: id, label }))}
        value={certificationIds}
        onChange={setCertifications}
        findLabel={say.findCertificate}
      />
      <TextField
        label={say.until}
        hint={say.untilHint}
        type="date"
        isOptional
        min={today}
        value={until}
        onChange={({ target }) => setUntil(target.value)}
      />
      <TextArea
        label={say.reason}
        hint={say.reasonHint}
        rows={2}
        maxLength={1_000}
        value={reason}
        error={mistake.reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Checkbox label={say.remember} checked={isRemembered} onChange={({ target }) => setRemembered(target.checked)} />
      {error && <ProblemNotice error={error} />}
      <div className="row">
        <Button kind="primary" isBusy={isSending} busyLabel={say.working} onClick={accept}>
          {say.accept}
        </Button>
        <Button isBusy={isSending} busyLabel={say.working} onClick={decline}>
          {say.decline}
        </Button>
        <CheckAgain badge={badge} />
      </div>
    </div>
  );
}

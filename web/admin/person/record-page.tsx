import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { PersonRecord } from "../../../functions/roster/person-contract.ts";
import { AssignDialog } from "../../coach/assign-dialog.tsx";
import { certificationWords } from "../../strings/en-certifications.ts";
import { outsideBadgeWords } from "../../strings/en-outside-badges.ts";
import { personWords as say } from "../../strings/en-person.ts";
import { Button } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { AdminNavigation } from "../admin-navigation.tsx";
import { CertificatesOfPerson } from "./certificates.tsx";
import { ChangeDialog } from "./change-dialog.tsx";
import type { ChangeKind } from "./draft.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { MergedInto, Merges } from "./merges.tsx";
import { OutsideBadgesOfPerson } from "./outside-badges.tsx";
import { Pins } from "./pins.tsx";
import { recordQuery } from "./queries.ts";
import { Facts, RoleTable } from "./record-parts.tsx";
import { Timeline } from "./timeline.tsx";
import "./person.css";

/** A person's record for administrators: what holds, what comes, what was, and everything that may be done about it. */
export function PersonRecordPage() {
  const { staffId } = useParams({ from: "/signed-in/admin/people/$staffId" });
  const { data: record } = useSuspenseQuery(recordQuery(staffId));
  const [isAssigning, setAssigning] = useState(false);
  const isHere = record.status === "active" && !record.isOnLeave && !record.mergedInto;
  return (
    <Page
      title={record.name}
      tabTitle={say.tab(record.name)}
      eyebrow={<Link to="/admin/people">{say.back}</Link>}
      lead={say.lead(record.status, record.isOnLeave)}
      {...(isHere && { actions: <Button onClick={() => setAssigning(true)}>{say.assign}</Button> })}
    >
      <AdminNavigation />
      {isAssigning && <AssignDialog person={record} onClose={() => setAssigning(false)} />}
      {record.mergedInto ? <MergedInto into={record.mergedInto} /> : <Acts key={staffId} record={record} />}
      <div className="record">
        <Section title={say.facts}>
          <Facts record={record} />
        </Section>
        {record.pins.length > 0 && (
          <Section title={say.pins}>
            <Pins record={record} />
          </Section>
        )}
        <Section title={say.roles}>
          <RoleTable roles={record.roles} />
        </Section>
        {!record.mergedInto && (
          <Section title={certificationWords.person.title}>
            <CertificatesOfPerson staffId={staffId} name={record.name} isHere={isHere} />
          </Section>
        )}
        {!record.mergedInto && (
          <Section title={outsideBadgeWords.theirs}>
            <OutsideBadgesOfPerson staffId={staffId} name={record.name} />
          </Section>
        )}
        <Section title={say.coming}>
          <Coming record={record} />
        </Section>
        {record.merges.length > 0 && (
          <Section title={say.merges}>
            <Merges record={record} />
          </Section>
        )}
        <Section title={say.timeline}>
          <p className="quiet">{say.timelineLead}</p>
          <Timeline record={record} />
        </Section>
      </div>
    </Page>
  );
}

/** What can be done about someone today: one who left can be brought back, one on leave can return. */
function kindsFor({ status, isOnLeave, leaves, roles }: PersonRecord): ChangeKind[] {
  if (status === "left") return ["rehire", "edit"];
  const hasRole = roles.some(({ when }) => when !== "past");
  return [
    "edit",
    "roles",
    ...(hasRole ? (["transfer"] as const) : []),
    "leave",
    ...(isOnLeave || leaves.some(({ to }) => to === undefined) ? (["return"] as const) : []),
    status === "suspended" ? "lift" : "suspend",
    "end",
  ];
}

function Acts({ record }: { record: PersonRecord }) {
  const [open, setOpen] = useState<ChangeKind | "merge">();
  const close = () => setOpen(undefined);
  return (
    <div className="row" role="group" aria-label={say.actions}>
      {kindsFor(record).map((kind) => (
        <Button key={kind} onClick={() => setOpen(kind)}>
          {say.acts[kind]}
        </Button>
      ))}
      <Button onClick={() => setOpen("merge")}>{say.acts.merge}</Button>
      {open === "merge" && <MergeDialog record={record} onClose={close} />}
      {open !== undefined && open !== "merge" && <ChangeDialog kind={open} record={record} onClose={close} />}
    </div>
  );
}

function Coming({ record: { coming } }: { record: PersonRecord }) {
  if (coming.length === 0) return <p className="quiet">{say.comingNone}</p>;
  return (
    <ul className="record-list">
      {coming.map((one) => (
        <li key={`${one.on} ${one.what} ${one.role} ${one.schoolName}`}>
          <strong>{say.date(one.on)}</strong>: {say.comingWords(one)}
        </li>
      ))}
    </ul>
  );
}

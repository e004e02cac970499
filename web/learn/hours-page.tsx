import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CreditEntry, CreditPage } from "../../functions/credit/contract.ts";
import { useSession } from "../app/session.ts";
import { creditWords } from "../strings/en-credit.ts";
import { list, words } from "../strings/en.ts";
import { Button, ButtonAnchorLink, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { amountOf } from "./amount.ts";
import { hoursQuery } from "./hours-queries.ts";
import { OutsideCard } from "./outside-card.tsx";
import { OutsideForm } from "./outside-form.tsx";
import { TranscriptLink } from "./paper-links.tsx";
import { PlanForm } from "./plan-form.tsx";
import { PurposeCard } from "./purpose-card.tsx";
import { aboutOf } from "./topics.ts";
import "./hours-page.css";

const say = creditWords.mine;

/** What one's hours count for, what is left until when, and the courses taken elsewhere. */
export function HoursPage() {
  const { access, today } = useSession();
  const { data } = useSuspenseQuery(hoursQuery);
  const [adding, setAdding] = useState<"course" | "plan">();
  const approves = access.includes("coach") || access.includes("districtAdministrator");
  const asking = data.totals.filter(({ approvedBefore }) => approvedBefore).map(({ name }) => name);
  const isReturned = data.outside.some(({ state }) => state === "returned");
  return (
    <Page
      title={say.title}
      lead={say.lead}
      eyebrow={
        <nav className="row">
          <Link to="/certificates">{say.certificates}</Link>
          {approves && <Link to="/hours/reviews">{say.reviews}</Link>}
        </nav>
      }
      actions={
        <>
          <TranscriptLink />
          <ButtonAnchorLink href="/api/my/credit.csv">{say.csv}</ButtonAnchorLink>
        </>
      }
    >
      <Notice kind="info" title={say.next}>
        {nextStep(data, today)}
      </Notice>
      <Section title={say.purposes}>
        {data.totals.length === 0 && <EmptyState title={say.purposesNone}>{say.purposesNoneHow}</EmptyState>}
        <ul className="hours-list">
          {data.totals.map((total) => (
            <li key={total.ruleId}>
              <PurposeCard total={total} entries={data.entries} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say.courses}>
        {asking.length > 0 && <p>{say.askWhy(list(asking))}</p>}
        {data.outside.length === 0 && adding === undefined && <EmptyState title={say.coursesNone}>{say.coursesNoneHow}</EmptyState>}
        <ul className="hours-list">
          {data.outside.map((course) => (
            <li key={course.id}>
              <OutsideCard course={course} />
            </li>
          ))}
        </ul>
        {adding === "course" && <OutsideForm onClose={() => setAdding(undefined)} />}
        {adding === "plan" && <PlanForm onClose={() => setAdding(undefined)} />}
        {adding === undefined && (
          <div className="row">
            <Button kind={isReturned ? "secondary" : "primary"} onClick={() => setAdding("course")}>
              {say.add}
            </Button>
            <Button onClick={() => setAdding("plan")}>{say.ask}</Button>
          </div>
        )}
      </Section>
      <Section title={say.credits}>
        {data.entries.length === 0 ? (
          <EmptyState title={say.creditsNone} action={<ButtonLink to="/">{say.toPath}</ButtonLink>}>
            {say.creditsNoneHow}
          </EmptyState>
        ) : (
          <Table caption={say.credits} isCaptionHidden columns={columnsOf(today)} rows={data.entries} rowKey={({ id }) => id} />
        )}
      </Section>
    </Page>
  );
}

const columnsOf = (today: string): Column<CreditEntry>[] => [
  { id: "what", header: say.what, isRowHeader: true, cell: ({ title }) => title },
  { id: "on", header: say.date, cell: ({ on }) => words.date(on, today) },
  { id: "provider", header: say.provider, cell: ({ provider }) => provider },
  { id: "minutes", header: say.time, isNumeric: true, cell: ({ minutes }) => words.minutes(minutes) },
];

/** What came back first, then what was approved beforehand and is over, then a cycle nobody knows, then what is left. */
function nextStep({ outside, totals }: CreditPage, today: string): string {
  const returned = outside.find(({ state }) => state === "returned");
  if (returned) return say.nextReturned(returned.title);
  const taken = outside.find(({ state, completedOn }) => state === "agreed" && completedOn <= today);
  if (taken) return say.nextAgreed(taken.title);
  const open = totals.find(({ until, unitsPerCycle }) => until === undefined && unitsPerCycle !== undefined);
  if (open) return say.nextCycle(open.name);
  const dated = totals.filter(({ until }) => until !== undefined).toSorted((a, b) => (a.until ?? "").localeCompare(b.until ?? ""));
  for (const { name, until = "", unit, unitsLeft = 0, shares } of dated) {
    if (unitsLeft > 0) return say.nextLeft(name, amountOf(unitsLeft, unit), until);
    const share = shares.find((one) => one.unitsLeft > 0);
    if (share) return say.nextShare(name, amountOf(share.unitsLeft, unit), aboutOf(share.topics));
  }
  return say.nextNothing;
}

import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { CaseloadPage as Caseload } from "../../functions/engagement/people-contract.ts";
import { words } from "../strings/en.ts";
import { coach } from "../strings/en-coach.ts";
import { teamWords } from "../strings/en-teams.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { SearchField } from "../ui/filter-field.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page, Section } from "../ui/page.tsx";
import { CaseloadFigures } from "./caseload-figures.tsx";
import { type CaseloadPerson, PersonRow } from "./person-row.tsx";
import { caseloadQuery } from "./queries.ts";
import { RemindDialog } from "./remind-dialog.tsx";
import { ExtensionQueue } from "./extension-queue.tsx";
import { ReviewQueue } from "./review-queue.tsx";
import { WaitingApplications, WaitingCourses, WaitingPieces } from "./waiting-applications.tsx";
import "./coach.css";

const { caseload: say } = coach;
type Need = CaseloadPerson["need"];

/** The order in which a week's needs are met. Folded are those who ask for nothing, and those whose review stands above. */
const needs: Need[] = ["overdue", "stalled", "dueSoon", "review", "onTrack", "onLeave"];
const folded: ReadonlySet<Need> = new Set<Need>(["review", "onTrack", "onLeave"]);
/** From this many people on, finding by name is quicker than reading. */
const manyPeople = 12;
/** A week has room for about this many; the others of a group are one press away. */
const shownAtFirst = 8;
/** So that one's people are never far below. */
const reviewsAtFirst = 5;

/** The coach's first screen: the reviews that wait, then everyone by what they need, each with its reason in words. */
export function CaseloadPage() {
  const { data } = useSuspenseQuery(caseloadQuery);
  const asking = data.people.filter(({ need }) => need === "overdue" || need === "stalled").length;
  if (data.people.length === 0 && data.reviews.length === 0)
    return (
      <Page title={say.title} eyebrow={words.day(data.today, data.today)}>
        <EmptyState title={say.emptyTitle}>{say.empty}</EmptyState>
      </Page>
    );
  return (
    <Page
      title={say.title}
      eyebrow={words.day(data.today, data.today)}
      lead={say.lead(data.people.length, data.reviews.length, asking)}
      actions={<ButtonLink to="/assign">{say.assign}</ButtonLink>}
    >
      <p className="links no-print">
        <WaitingApplications />
        <WaitingPieces />
        <WaitingCourses />
        <Link to="/district/teams">{teamWords.overview.link}</Link>
      </p>
      <ExtensionQueue />
      <Section title={say.reviews}>
        <p className="quiet">{data.reviews.length === 0 ? say.reviewsNone : say.reviewsLead}</p>
        {data.reviews.length > 0 && <ReviewQueue reviews={data.reviews} shownAtFirst={reviewsAtFirst} />}
      </Section>
      <People data={data} />
      <CaseloadFigures data={data} />
    </Page>
  );
}

function People({ data }: { data: Caseload }) {
  const [find, setFind] = useState("");
  const [reminding, setReminding] = useState<CaseloadPerson>();
  const isFinding = find.trim() !== "";
  const found = data.people.filter(({ name }) => name.toLocaleLowerCase().includes(find.trim().toLocaleLowerCase()));
  const list = (people: CaseloadPerson[], isGrouped: boolean) => (
    <ul className="coach-people">
      {people.map((person) => (
        <PersonRow key={person.id} person={person} isNeedShown={!isGrouped} onRemind={() => setReminding(person)} />
      ))}
    </ul>
  );
  return (
    <Section title={say.people}>
      {data.people.length >= manyPeople && (
        <div className="coach-find">
          <SearchField label={say.find} value={find} onChange={({ target }) => setFind(target.value)} />
        </div>
      )}
      {isFinding && (found.length === 0 ? <p className="quiet">{say.findNone}</p> : list(found, false))}
      {!isFinding &&
        needs.map((need) => <Group key={need} need={need} people={data.people.filter((person) => person.need === need)} list={list} />)}
      {reminding && <RemindDialog staffId={reminding.id} name={reminding.name} onClose={() => setReminding(undefined)} />}
    </Section>
  );
}

function Group({
  need,
  people,
  list,
}: {
  need: Need;
  people: CaseloadPerson[];
  list: (people: CaseloadPerson[], isGrouped: boolean) => ReactNode;
}) {
  const [isAll, setAll] = useState(false);
  if (people.length === 0) return null;
  if (folded.has(need))
    return (
      <details className="coach-group">
        <summary>{say.openGroup(need, people.length)}</summary>
        {list(people, true)}
      </details>
    );
  return (
    <div className="coach-group">
      <h3 className="coach-group-title">{say.openGroup(need, people.length)}</h3>
      {list(people.slice(0, isAll ? people.length : shownAtFirst), true)}
      {!isAll && people.length > shownAtFirst && (
        <div className="row">
          <Button onClick={() => setAll(true)}>{say.showAll(people.length)}</Button>
        </div>
      )}
    </div>
  );
}

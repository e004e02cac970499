import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { SchoolPage as School } from "../../functions/engagement/contract.ts";
import { useSession } from "../app/session.ts";
import { ExtensionQueue } from "../coach/extension-queue.tsx";
import { mayAssign, maySupport } from "../coach/may.ts";
import { figures } from "../strings/en-figures.ts";
import { lead } from "../strings/en-lead.ts";
import { teamWords } from "../strings/en-teams.ts";
import { ButtonLink } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Page, Section } from "../ui/page.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { BenchDepth } from "./bench-depth.tsx";
import { Definition } from "./definition.tsx";
import type { Show, View } from "./filter.ts";
import { FilterBar } from "./filter-bar.tsx";
import { Headline } from "./headline.tsx";
import { MetricSwitcher } from "./metric-switcher.tsx";
import { OwnPlace } from "./own-place.tsx";
import { PastNote } from "./past.tsx";
import { PeopleList } from "./people-list.tsx";
import { schoolQuery, schoolReviewsQuery } from "./queries.ts";
import { RolesTable } from "./roles-table.tsx";
import { SchoolTrend } from "./school-trend.tsx";
import { Reasons } from "./support-list.tsx";
import { useAnnouncedView } from "./use-announced-view.ts";
import "./lead.css";

const { school: say } = lead;

/** A school's own figures for those who lead it: where it stands, among nameless others, by role, by week, by person. */
export function SchoolPage() {
  const { schoolId } = useParams({ from: "/signed-in/school/$schoolId" });
  const view = useSearch({ from: "/signed-in/school/$schoolId" });
  const { district, access } = useSession();
  const { data: page, error, isPlaceholderData, refetch } = useQuery(schoolQuery(schoolId, view));
  const isRefreshing = isPlaceholderData && page?.school.id === schoolId;
  useAnnouncedView(isPlaceholderData ? undefined : page, view.metric ?? "transfer");
  if (error && !page) throw error;
  if (!page || (isPlaceholderData && !isRefreshing)) return <PageSkeleton />;
  return (
    <Page
      title={page.school.name}

      lead={say.lead(page.school.level, page.activeStaff)}
      eyebrow={<Where asOf={lead.asOf(page.asOf, district.zone)} view={view} />}
      {...(mayAssign(access) && {
        actions: (
          <ButtonLink to="/assign" search={{ schoolId }}>
            {say.assign}
          </ButtonLink>
        ),
      })}
    >
      <SchoolSwitch schoolId={schoolId} view={view} />
      <p className="links no-print">
        <Waiting schoolId={schoolId} />
        <Link to="/school/$schoolId/teams" params={{ schoolId }}>
          {teamWords.page.link}
        </Link>
      </p>
      {maySupport(access) && <ExtensionQueue />}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <FilterBar view={view} levelLabel={say.compare} isBusy={isRefreshing} hasPast />
      <PastNote frozen={page.frozen} />
      <div className="lead-content" aria-busy={isRefreshing}>
        <Content page={page} view={view} />
      </div>
    </Page>
  );
}

function Where({ asOf, view: { show: _, ...search } }: { asOf: string; view: View & { show?: Show } }) {
  const { access } = useSession();
  const isDistrict = access.includes("districtLeader") || access.includes("districtAdministrator");
  return (
    <span className="row">
      {isDistrict && (
        <Link to="/district" search={search}>
          {say.back}
        </Link>
      )}
      <span>{asOf}</span>
    </span>
  );
}

/** The way to the evidence that waits here, for those who may review it. */
function Waiting({ schoolId }: { schoolId: string }) {
  const { schools } = useSession();
  const { data } = useQuery({ ...schoolReviewsQuery(schoolId), enabled: schools.some(({ id }) => id === schoolId) });
  if (!data || data.reviews.length === 0) return null;
  return (
    <Link to="/school/$schoolId/reviews" params={{ schoolId }}>
      {say.waiting(data.reviews.length)}
    </Link>
  );
}

/** For someone who leads several schools: the others, one press away. */
function SchoolSwitch({ schoolId, view: { show: _, ...search } }: { schoolId: string; view: View & { show?: Show } }) {
  const { schools } = useSession();
  if (schools.length < 2) return null;
  return (
    <nav aria-label={say.switch}>
      <ul className="lead-schools-switch">
        {schools.map(({ id, name }) => (
          <li key={id}>
            <Link to="/school/$schoolId" params={{ schoolId: id }} search={search} aria-current={id === schoolId ? "page" : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Content({ page, view }: { page: School; view: View & { show?: Show } }) {
  const definition = page.definitions.find(({ id }) => id === page.filter.metric);
  if (!definition) return null;
  return (
    <>
      <Headline definition={definition} rate={page.metrics[definition.id]} inReview={page.inReview} />
      <MetricSwitcher metrics={page.metrics} chosen={definition.id} />
      <Section title={figures.support.title1}>
        {page.support.length === 0 ? <p className="quiet">{figures.support.own}</p> : <Reasons reasons={page.support} />}
      </Section>
      <OwnPlace page={page} definition={definition} />
      <Section title={say.rolesTitle}>
        <RolesTable page={page} metric={definition.id} />
        {page.roleGap.state !== "hidden" && (
          <p>{page.roleGap.state === "known" ? figures.gap.sentence(page.roleGap) : figures.gap.sentenceFew}</p>
        )}
      </Section>
      <SchoolTrend page={page} definition={definition} />
      {page.frozen === undefined && page.school.level !== "district" && <BenchDepth schoolId={page.school.id} />}
      {page.frozen === undefined && (
        <Section title={say.peopleTitle}>
          <PeopleList schoolId={page.school.id} view={view} />
        </Section>
      )}
      <Definition
        definition={definition}
        roleGap={page.roleGapDefinition}
        asOf={page.asOf}
        coverage={page.coverage}
        excluded={page.excluded}
        hasScore={false}
      />
    </>
  );
}

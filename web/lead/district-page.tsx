import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { DistrictPage as District } from "../../functions/engagement/contract.ts";
import { useSession } from "../app/session.ts";
import { ExtensionQueue } from "../coach/extension-queue.tsx";
import { WaitingAppeals, WaitingApplications, WaitingPieces } from "../coach/waiting-applications.tsx";
import { lead } from "../strings/en-lead.ts";
import { teamWords } from "../strings/en-teams.ts";
import { ButtonAnchorLink, ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { AdviceCard } from "./advice-card.tsx";
import { BenchDepth } from "./bench-depth.tsx";
import { ChangeNote } from "./change-note.tsx";
import { Definition } from "./definition.tsx";
import { DistrictTrend } from "./district-trend.tsx";
import type { View } from "./filter.ts";
import { FilterBar } from "./filter-bar.tsx";
import { Headline } from "./headline.tsx";
import { MetricSwitcher } from "./metric-switcher.tsx";
import { PastNote } from "./past.tsx";
import { districtCsv, districtPdf, districtQuery } from "./queries.ts";
import { RoleTotals } from "./role-totals.tsx";
import { Spread } from "./spread.tsx";
import { SupportList } from "./support-list.tsx";
import { useAnnouncedView } from "./use-announced-view.ts";
import "./lead.css";

const { district: say } = lead;

/** The district leader's screen: what can be counted on at any school, and where it is furthest from that. */
export function DistrictPage() {
  const view = useSearch({ from: "/signed-in/district" });
  const { district, access } = useSession();
  const { data: page, error, isPlaceholderData, refetch } = useQuery(districtQuery(view));
  useAnnouncedView(isPlaceholderData ? undefined : page, view.metric ?? "transfer");
  if (!page && !error) return <PageSkeleton />;
  return (
    <Page
      title={say.title}

      lead={page ? say.lead(page.districtName, page.schools.filter(({ level }) => level !== "district").length) : district.name}
      {...(page && { eyebrow: lead.asOf(page.asOf, district.zone) })}
      actions={
        <>
          <ButtonLink to="/assign">{say.assign}</ButtonLink>
          <ButtonAnchorLink href={districtPdf(view)}>{say.report}</ButtonAnchorLink>
          <ButtonAnchorLink href={districtCsv(view)}>{say.export}</ButtonAnchorLink>
        </>
      }
    >
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <p className="links no-print">
        {access.includes("districtLeader") && <WaitingApplications />}
        {access.includes("districtLeader") && <WaitingPieces />}
        <WaitingAppeals />
        <Link to="/district/teams">{teamWords.page.link}</Link>
      </p>
      {access.includes("districtLeader") && <ExtensionQueue />}
      <FilterBar view={view} isBusy={isPlaceholderData} hasPast />
      {page && <PastNote frozen={page.frozen} />}
      {page && (
        <div className="lead-content" aria-busy={isPlaceholderData}>
          <Content page={page} view={view} />
        </div>
      )}
    </Page>
  );
}

function Content({ page, view }: { page: District; view: View }) {
  const definition = page.definitions.find(({ id }) => id === page.filter.metric);
  if (!definition) return null;
  if (page.schools.length === 0) {
    const isFiltered = view.level !== undefined || view.role !== undefined;
    return <EmptyState title={isFiltered ? say.noneTitle : say.emptyTitle}>{isFiltered ? say.none : say.empty}</EmptyState>;
  }
  return (
    <>
      <Headline
        definition={definition}
        rate={page.metrics[definition.id]}
        leftOut={page.leftOut[definition.id]}
        inReview={page.inReview}
        countOnIt={page.countOnIt}
        isHidden={page.schools.some(({ metrics }) => metrics[definition.id].isHidden)}
      />
      <MetricSwitcher metrics={page.metrics} leftOut={page.leftOut} chosen={definition.id} />
      <AdviceCard page={page} definition={definition} />
      <SupportList page={page} view={view} />
      <Spread page={page} definition={definition} view={view} />
      <RoleTotals page={page} definition={definition} />
      <ChangeNote view={view} />
      <DistrictTrend page={page} definition={definition} />
      {page.frozen === undefined && <BenchDepth level={view.level} />}
      <Definition
        definition={definition}
        roleGap={page.roleGapDefinition}
        asOf={page.asOf}
        coverage={page.coverage}
        excluded={page.excluded}
        leftOut={page.leftOut[definition.id]}
        hasScore
      />
    </>
  );
}

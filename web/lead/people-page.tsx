import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useSession } from "../app/session.ts";
import { t } from "../strings/en.ts";
import { lead } from "../strings/en-lead.ts";
import { Page } from "../ui/page.tsx";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { PeopleList } from "./people-list.tsx";
import { peopleBehindQuery } from "./queries.ts";
import "./lead.css";

const { people: say } = lead;

/** Where a figure of a school leads: the people who were counted, whose parts add up to it. */
export function PeoplePage() {
  const { schoolId } = useParams({ from: "/signed-in/district/schools/$schoolId/people" });
  const view = useSearch({ from: "/signed-in/district/schools/$schoolId/people" });
  const { access } = useSession();
  const { data, error, isPlaceholderData } = useQuery(peopleBehindQuery(schoolId, view));
  if (error && !data) throw error;
  if (!data) return <PageSkeleton />;
  const { show: _, ...search } = view;
  const isDistrict = access.includes("districtLeader") || access.includes("districtAdministrator");
  return (
    <Page
      title={say.title(lead.short[data.metric], data.school.name)}

      lead={say.lead(data.rate, data.role === undefined ? undefined : t.jobRoles[data.role])}
      eyebrow={
        <span className="row">
          {isDistrict && (
            <Link to="/district" search={search}>
              {lead.school.back}
            </Link>
          )}
          <Link to="/school/$schoolId" params={{ schoolId }} search={search}>
            {data.school.name}
          </Link>
        </span>
      }
    >
      <PeopleList schoolId={schoolId} view={view} filter={<FilterBar view={view} isBusy={isPlaceholderData} hasLevel={false} />} />
    </Page>
  );
}

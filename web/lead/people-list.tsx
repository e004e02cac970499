import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { lead } from "../strings/en-lead.ts";
import { ButtonAnchorLink } from "../ui/button.tsx";
import { FilterSelect } from "../ui/filter-field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { Show, View } from "./filter.ts";
import { PeopleTable } from "./people-table.tsx";
import { peopleBehindQuery, peopleCsv } from "./queries.ts";

const { people: say } = lead;
const shows = ["all", "counted", "rest"] as const;

/** The people behind the chosen figure of a school, with a choice of whom (after the page's own `filter`), and the same list as a file. */
export function PeopleList({ schoolId, view, filter }: { schoolId: string; view: View & { show?: Show }; filter?: ReactNode }) {
  const navigate = useNavigate();
  const { data, error, isPlaceholderData, refetch } = useQuery(peopleBehindQuery(schoolId, view));
  const labels = view.metric === "stalled" ? say.showsStalled : say.shows;
  return (
    <div className="stack">
      <div className="lead-filter no-print">
        {filter}
        <FilterSelect<Show>
          label={say.show}
          value={view.show ?? "all"}
          options={shows.map((value) => ({ value, label: labels[value] }))}
          onChoose={(value) =>
            void navigate({
              to: ".",
              resetScroll: false,
              search: ({ show: _, ...before }: View & { show?: Show }) => (value === "all" ? before : { ...before, show: value }),
            })
          }
        />
        <ButtonAnchorLink href={peopleCsv(schoolId, view)}>{lead.district.export}</ButtonAnchorLink>
        <span className="lead-refreshing" role="status">
          {isPlaceholderData ? lead.filter.refreshing : ""}
        </span>
      </div>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && <PeopleTable people={data.people} />}
      <p className="quiet small">{say.private}</p>
    </div>
  );
}

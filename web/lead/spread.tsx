import { Link, useNavigate, useRouter } from "@tanstack/react-router";
import type { DistrictPage, MetricDefinition, SchoolRate, SchoolRow } from "../../functions/engagement/contract.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { type StripMark, StripPlot } from "../charts/strip-plot.tsx";
import { lead } from "../strings/en-lead.ts";
import { Section } from "../ui/page.tsx";
import type { View } from "./filter.ts";
import { HeatTable } from "./heat-table.tsx";

const { spread: say } = lead;

type Known = SchoolRow & { rate: Extract<SchoolRate, { isHidden: false }> & { percent: number } };

/** Every school as a dot on one scale, with level and count-on-it marked, and the table of the same schools below. */
export function Spread({ page, definition, view }: { page: DistrictPage; definition: MetricDefinition; view: View }) {
  const { countOnIt } = page;
  const compared = page.schools.filter(({ level }) => level !== "district" || view.level === "district");
  const known = compared.flatMap((school): Known[] => {
    const rate = school.metrics[definition.id];
    return rate.isHidden || rate.percent === undefined ? [] : [{ ...school, rate: { ...rate, percent: rate.percent } }];
  });
  const percents = known.map(({ rate }) => rate.percent);
  const marks: StripMark[] = [
    ...(countOnIt.level === undefined ? [] : [{ kind: "level" as const, value: countOnIt.level, label: say.level(countOnIt.level) }]),
    ...(countOnIt.score === undefined ? [] : [{ kind: "floor" as const, value: countOnIt.score, label: say.floor(countOnIt.score) }]),
  ];
  return (
    <Section title={say.title}>
      <ChartFigure
        title={say.figure(definition.title)}
        summary={
          known.length === 0
            ? say.none
            : say.summary(known.length, Math.min(...percents), Math.max(...percents), compared.length - known.length)
        }
        isTableOpen
        table={<HeatTable page={page} metric={definition.id} view={view} />}
      >
        {(ids) => (known.length === 0 ? null : <Picture ids={ids} known={known} marks={marks} view={view} bounds={countOnIt} />)}
      </ChartFigure>
    </Section>
  );
}

type PictureProps = {
  ids: { labelledBy: string; describedBy: string };
  known: Known[];
  marks: StripMark[];
  view: View;
  bounds: DistrictPage["countOnIt"];
};

function Picture({ ids, known, marks, view, bounds: { lower, upper, score } }: PictureProps) {
  const router = useRouter();
  const navigate = useNavigate();
  const { level: _, ...search } = view;
  const linkTo = (schoolId: string) => ({ to: "/school/$schoolId", params: { schoolId }, search }) as const;
  return (
    <StripPlot
      {...ids}
      points={known.map(({ id, name, rate }) => ({
        id,
        value: rate.percent,
        label: say.dot(name, rate),
        href: router.buildLocation(linkTo(id)).href,
      }))}
      marks={marks}
      bounds={
        score === undefined && lower !== undefined && upper !== undefined ? { lower, upper, label: lead.score.boundsLabel } : undefined
      }
      onOpen={(id) => void navigate(linkTo(id))}
      readout={(id) => {
        const school = known.find((one) => one.id === id);
        return (
          school && (
            <>
              <Link {...linkTo(id)}>{school.name}</Link> · {lead.levels[school.level]} · {say.readout(school.rate)}
              {view.asOf === undefined && (
                <>
                  {" · "}
                  <Link to="/district/schools/$schoolId/people" params={{ schoolId: id }} search={search}>
                    {say.people}
                    <span className="visually-hidden"> {say.peopleOf(school.name)}</span>
                  </Link>
                </>
              )}
            </>
          )
        );
      }}
    />
  );
}

import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { BenchDepth as Depth, CriticalRole } from "../../functions/engagement/coverage-contract.ts";
import type { SchoolLevel } from "../../functions/roster/contract.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { RateBar } from "../charts/rate-bar.tsx";
import { TrendChart } from "../charts/trend-chart.tsx";
import { fromFirstKnown } from "../charts/trend-layout.ts";
import { lead } from "../strings/en-lead.ts";
import { teamWords } from "../strings/en-teams.ts";
import { words } from "../strings/en.ts";
import { ButtonAnchorLink } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { Rows } from "./definition.tsx";
import { benchDepthCsv, benchDepthQuery } from "./team-queries.ts";
import "./teams.css";

const { bench: say } = teamWords;
const roles: readonly CriticalRole[] = ["facilitator", "dataAnalyst", "coach", "tier2Lead", "tier3Lead"];
/** How many schools are in sight; the others are folded away below them. */
const inSight = 12;

type School = Depth["schools"][number];

/**
 * Whether schools could go on without any one person: the figure, each school's roles behind it, the way to the names, and
 * how it moved week by week, and how it is computed: of the schools of a level, or of one school alone.
 */
export function BenchDepth({ schoolId, level }: { schoolId?: string; level?: SchoolLevel | undefined }) {
  const query = { ...(schoolId !== undefined && { schoolId }), ...(level !== undefined && { level }) };
  const { data, error, refetch } = useQuery(benchDepthQuery(query));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const [own] = data?.schools ?? [];
  if (!data || (!own && schoolId !== undefined)) return null;
  const { definition, total: rate } = data;
  return (
    <Section title={definition.title}>
      <p className="quiet">{definition.question}</p>
      {rate.percent === undefined ? (
        <p className="quiet">{say.none}</p>
      ) : (
        <>
          <p>
            <RateBar percent={rate.percent} text={words.percent(rate.percent)} /> {say.sentence(rate)}
          </p>
          {schoolId === undefined || !own ? <Schools data={data} /> : <Roles school={own} deepFrom={data.deepFrom} />}
          <Weeks data={data} />
        </>
      )}
      <div className="row no-print">
        {schoolId === undefined ? (
          <ButtonAnchorLink href={benchDepthCsv(query)}>{say.export}</ButtonAnchorLink>
        ) : (
          <Link to="/school/$schoolId/teams" params={{ schoolId }}>
            {say.own}
          </Link>
        )}
      </div>
      <details className="lead-definition">
        <summary>{say.computed}</summary>
        <dl>
          <Rows definition={definition} />
        </dl>
      </details>
    </Section>
  );
}

/** The frozen weeks as a line, and as a table. */
function Weeks({ data: { trend, definition } }: { data: Depth }) {
  const known = trend.flatMap(({ asOf, rate: { percent } }) => (percent === undefined ? [] : [{ on: asOf, value: percent }]));
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last || known.length < 2) return null;
  return (
    <ChartFigure
      title={lead.trend.figure(definition.title)}
      summary={lead.trend.summary(trend.length, first.on, first.value, last.value, definition.title)}
      table={
        <Table
          caption={lead.trend.table}
          rows={trend.toReversed()}
          rowKey={({ week }) => week}
          columns={[
            { id: "week", header: lead.trend.columns.week, isRowHeader: true, cell: ({ asOf }) => words.fullDate(asOf) },
            { id: "rate", header: say.figure, isNumeric: true, cell: ({ rate }) => say.rate(rate) },
          ]}
        />
      }
    >
      {(ids) => (
        <TrendChart
          {...ids}
          names={{ line: definition.title }}
          weeks={fromFirstKnown(
            trend.map(({ asOf, rate }) => ({
              on: asOf,
              line: rate.percent,
              text: lead.trend.week(asOf, rate.percent === undefined ? [] : [words.percent(rate.percent), say.rate(rate)]),
            })),
          )}
        />
      )}
    </ChartFigure>
  );
}

/** The weakest first: those are asked about first. */
function Schools({ data: { schools, deepFrom, definition } }: { data: Depth }) {
  const ordered = schools.toSorted((a, b) => (a.rate.percent ?? 101) - (b.rate.percent ?? 101) || a.name.localeCompare(b.name));
  const columns: Column<School>[] = [
    {
      id: "school",
      header: say.school,
      isRowHeader: true,
      cell: ({ id, name }) => (
        <Link to="/school/$schoolId/teams" params={{ schoolId: id }} aria-label={say.toTeams(name)}>
          {name}
        </Link>
      ),
    },
    { id: "figure", header: say.figure, isLabelledInList: true, cell: ({ rate }) => say.rate(rate) },
    ...roles.map((role): Column<School> => ({
      id: role,
      header: say.role[role],
      isLabelledInList: true,
      cell: ({ bench }) => <People people={bench.find((one) => one.role === role)?.people} deepFrom={deepFrom} />,
    })),
  ];
  const table = (rows: School[]) => (
    <div className="team-places">
      <Table caption={definition.title} isCaptionHidden isListOnPhone columns={columns} rows={rows} rowKey={({ id }) => id} />
    </div>
  );
  const folded = ordered.slice(inSight);
  return (
    <>
      {table(ordered.slice(0, inSight))}
      {folded.length > 0 && (
        <details>
          <summary>{say.others(folded.length)}</summary>
          {table(folded)}
        </details>
      )}
    </>
  );
}

function Roles({ school: { bench }, deepFrom }: { school: School; deepFrom: number }) {
  return (
    <ul>
      {bench.map(({ role, people }) => (
        <li key={role}>
          {say.role[role]}: <People people={people} deepFrom={deepFrom} />
        </li>
      ))}
    </ul>
  );
}

/** How many people stand behind a role; that it is too few is said in words, not by color alone. */
function People({ people, deepFrom }: { people: number | undefined; deepFrom: number }) {
  if (people === undefined) return <span className="quiet team-none">{teamWords.overview.noTeam}</span>;
  return (
    <span className="team-tally" data-open={people < deepFrom || undefined}>
      {say.people(people)}
      {people < deepFrom && <span className="visually-hidden"> ({say.thin})</span>}
    </span>
  );
}

import type { BenchDepthDefinition } from "../../functions/engagement/coverage-contract.ts";
import type { Coverage, Excluded, LeftOut, MetricDefinition, RoleGapDefinition } from "../../functions/engagement/contract.ts";
import { useSession } from "../app/session.ts";
import { figures } from "../strings/en-figures.ts";
import { lead } from "../strings/en-lead.ts";

const { definition: say } = lead;

type DefinitionProps = {
  definition: MetricDefinition;
  asOf: string;
  coverage?: Coverage;
  excluded?: Excluded[];
  leftOut?: LeftOut;
  /** Said below, where the page shows gaps between roles. */
  roleGap?: RoleGapDefinition;
  hasScore: boolean;
};

/** How the chosen figure is computed, from the one definition that also computes it. */
export function Definition({ definition, asOf, coverage, excluded = [], leftOut, roleGap, hasScore }: DefinitionProps) {
  const { district } = useSession();
  return (
    <details className="lead-definition">
      <summary>{say.title}</summary>
      <dl>
        <Rows definition={definition} />
        <div>
          <dt>{say.leftOut}</dt>
          <dd>{say.leftOutAll(excluded.filter(({ count }) => count > 0))}</dd>
          {leftOut && leftOut.people > 0 && <dd>{lead.leftOut(leftOut)}</dd>}
        </div>
        {coverage && (
          <div>
            <dt>{figures.coverageTitle}</dt>
            <dd>{figures.coverage(coverage)}</dd>
          </div>
        )}
        <div>
          <dt>{say.asOf}</dt>
          <dd>{lead.time(asOf, district.zone)}</dd>
        </div>
      </dl>
      <p>{say.several}</p>
      {hasScore && <p>{say.score}</p>}
      {roleGap && (
        <>
          <h3>{roleGap.title}</h3>
          <dl>
            <Rows definition={roleGap} />
          </dl>
        </>
      )}
    </details>
  );
}

/** A definition's words, one row each. */
export function Rows({ definition }: { definition: MetricDefinition | RoleGapDefinition | BenchDepthDefinition }) {
  const { question, numerator, denominator, window, excluded, missing, version } = definition;
  const rows = { question, numerator, denominator, window, excluded, missing, version: say.version(version) };
  return (Object.keys(rows) as (keyof typeof rows)[]).map((key) => (
    <div key={key}>
      <dt>{say.rows[key]}</dt>
      <dd>{rows[key]}</dd>
    </div>
  ));
}

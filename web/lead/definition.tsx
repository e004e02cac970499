import type { LeftOut, MetricDefinition } from "../../functions/engagement/contract.ts";
import { useSession } from "../app/session.ts";
import { lead } from "../strings/en-lead.ts";

const { definition: say } = lead;

type DefinitionProps = {
  definition: MetricDefinition;
  asOf: string;
  excluded?: { reason: string; count: number }[];
  leftOut?: LeftOut;
  hasScore: boolean;
};

/** How the chosen figure is computed, from the one definition that also computes it. */
export function Definition({ definition, asOf, excluded = [], leftOut, hasScore }: DefinitionProps) {
  const { district } = useSession();
  const { question, numerator, denominator, window, missing, version } = definition;
  const rows = { question, numerator, denominator, window, excluded: definition.excluded, missing };
  return (
    <details className="lead-definition">
      <summary>{say.title}</summary>
      <dl>
        {(Object.keys(rows) as (keyof typeof rows)[]).map((key) => (
          <div key={key}>
            <dt>{say.rows[key]}</dt>
            <dd>{rows[key]}</dd>
          </div>
        ))}
        <div>
          <dt>{say.leftOut}</dt>
          <dd>{say.leftOutAll(excluded.filter(({ count }) => count > 0))}</dd>
          {leftOut && leftOut.people > 0 && <dd>{lead.leftOut(leftOut)}</dd>}
        </div>
        <div>
          <dt>{say.asOf}</dt>
          <dd>{lead.time(asOf, district.zone)}</dd>
        </div>
        <div>
          <dt>{say.rows.version}</dt>
          <dd>{say.version(version)}</dd>
        </div>
      </dl>
      <p>{say.several}</p>
      {hasScore && <p>{say.score}</p>}
    </details>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { AuthoringPage } from "../../../functions/curriculum/contract.ts";
import type { ModulePeople } from "../../../functions/engagement/people-contract.ts";
import { publishing as say } from "../../strings/en-publishing.ts";
import { ProblemNotice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { modulePeopleQuery } from "./queries.ts";

const stages = ["completed", "begun", "ahead"] as const;

/** Whom the new text meets, by how far they are, with their names; and what it does to each of them. */
export function PublishPeople({ page }: { page: AuthoringPage }) {
  // A module that was never in force is nobody's yet, and the catalogue does not know it.
  const isNew = Object.keys(page.current).length === 0;
  const { data, error, refetch } = useQuery({ ...modulePeopleQuery(page.moduleId), enabled: !isNew });
  return (
    <Section title={say.whom}>
      {isNew && <p>{say.newToAll}</p>}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data ? (
        <People people={data} />
      ) : (
        !isNew &&
        !error && (
          <div>
            <p className="quiet" role="status">
              {say.loadingPeople}
            </p>
            <Skeleton lines={3} />
          </div>
        )
      )}
    </Section>
  );
}

function People({ people: { people, isCut, ...counts } }: { people: ModulePeople }) {
  if (counts.completed + counts.begun + counts.ahead === 0) return <p>{say.nobody}</p>;
  return (
    <>
      <p>{say.counts(counts.completed, counts.begun, counts.ahead)}</p>
      {stages
        .filter((stage) => counts[stage] > 0)
        .map((stage) => {
          const named = people.filter((person) => person.stage === stage);
          return (
            <details key={stage} className="admin-stage">
              <summary>
                <strong>{say.stageCount(counts[stage])}</strong> {say.stages[stage]}
              </summary>
              <ul className="admin-names">
                {named.map(({ staffId, name, schoolName }) => (
                  <li key={staffId}>
                    {name} <span className="quiet">{schoolName}</span>
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      {isCut && <p className="quiet small">{say.cut}</p>}
    </>
  );
}

import type { CatalogView } from "../../../functions/curriculum/contract.ts";
import type { JobRole } from "../../../functions/roster/contract.ts";
import { t } from "../../strings/en.ts";
import { authoring } from "../../strings/en-authoring.ts";

const say = authoring.preview;

type PathStandingProps = {
  moduleId: string;
  role: JobRole;
  catalog: CatalogView;
  /** The module's own, as the text that is looked at has them. */
  prerequisites: string[] | undefined;
};

/** Where a module stands for one role: its place on the path, by when, after what, and what has to be finished before. */
export function PathStanding({ moduleId, role, catalog, prerequisites }: PathStandingProps) {
  const path = catalog.paths.find((one) => one.role === role);
  const titleOf = (id: string) => catalog.modules.find((module) => module.id === id)?.title ?? id;
  const at = path?.modules.findIndex(({ id }) => id === moduleId) ?? -1;
  const step = path?.modules[at];
  const before = path?.modules[at - 1];
  const needs = prerequisites ?? catalog.modules.find(({ id }) => id === moduleId)?.prerequisites ?? [];
  return (
    <section className="card stack" data-gap="small" aria-label={path?.title ?? t.jobRoles[role]}>
      <h2 className="admin-standing-name">{path?.title ?? t.jobRoles[role]}</h2>
      {!path ? (
        <p>{say.noPath}</p>
      ) : !step ? (
        <p>{say.notOnPath}</p>
      ) : (
        <>
          <p>
            <strong>{say.onPath(at + 1, path.modules.length, step.dueDays)}</strong>
          </p>
          <p className="quiet">{before ? say.before(titleOf(before.id)) : say.first}</p>
        </>
      )}
      <p className="quiet">{needs.length > 0 ? say.needs(needs.map(titleOf)) : say.needsNothing}</p>
    </section>
  );
}

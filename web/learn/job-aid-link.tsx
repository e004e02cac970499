import { study } from "../strings/en-study.ts";
import { ButtonLink } from "../ui/button.tsx";

/** The way to a module's job aid, from wherever the work is near. */
export function JobAidLink({ moduleId }: { moduleId: string }) {
  return (
    <div className="row no-print">
      <ButtonLink kind="quiet" icon="print" to="/learn/$moduleId/job-aid" params={{ moduleId }}>
        {study.jobAid.link}
      </ButtonLink>
    </div>
  );
}

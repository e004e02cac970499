import { Link } from "@tanstack/react-router";
import type { DistrictPage, MetricDefinition } from "../../functions/engagement/contract.ts";
import { lead } from "../strings/en-lead.ts";
import { Section } from "../ui/page.tsx";
import { adviceFor, highLevel, largeGap, schoolsBehind } from "./advice.ts";

const { advice: say } = lead;
/** More names than this are no longer a place to begin. */
const manySchools = 8;

/** What level and gap ask for, in a sentence; nothing where there is no score. */
export function AdviceCard({ page, definition }: { page: DistrictPage; definition: MetricDefinition }) {
  const { isHigherBetter, id } = definition;
  const advice = adviceFor(page.countOnIt, isHigherBetter);
  if (!advice) return null;
  const behind = schoolsBehind(page.schools, id, page.countOnIt, isHigherBetter).map(({ name }) => name);
  const target = behind.length > manySchools ? say.targetMany(behind.length) : say.target(behind);
  return (
    <Section title={say.title}>
      <div className="lead-advice">
        <p>{advice === "target" ? target : say[advice]}</p>
        {advice === "target" && (
          <p>
            <Link to="/admin/coaches">{say.coaches}</Link>
          </p>
        )}
        <p className="quiet small">{say.convention(highLevel, largeGap, isHigherBetter)}</p>
      </div>
    </Section>
  );
}

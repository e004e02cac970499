import { Link } from "@tanstack/react-router";
import type { DistrictPage, MetricDefinition } from "../../functions/engagement/contract.ts";
import { advice as say } from "../strings/en-advice.ts";
import { Section } from "../ui/page.tsx";
import { adviceFor, highLevel, largeGap, schoolsBehind } from "./advice.ts";
import { adviceWords } from "./advice-words.ts";

/** What level and gap ask for, in a sentence; nothing where there is no score. */
export function AdviceCard({ page, definition }: { page: DistrictPage; definition: MetricDefinition }) {
  const { isHigherBetter, id } = definition;
  const advice = adviceFor(page.countOnIt, isHigherBetter);
  if (!advice) return null;
  const behind = schoolsBehind(page.schools, id, page.countOnIt, isHigherBetter).map(({ name }) => name);
  return (
    <Section title={say.title}>
      <div className="lead-advice">
        <p>{adviceWords(advice, behind, isHigherBetter)}</p>
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

import { useQuery } from "@tanstack/react-query";
import { figures } from "../strings/en-figures.ts";
import { Section } from "../ui/page.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { View } from "./filter.ts";
import { changeQuery } from "./queries.ts";

const { change: say } = figures;

/** Whether schools came closer together, said only where the change is clear. The page does not wait for it. */
export function ChangeNote({ view }: { view: View }) {
  const { data, error } = useQuery(changeQuery(view));
  if (error) return null;
  return (
    <Section title={say.title}>
      {data ? <p className="lead-change">{say.sentence(data)}</p> : <Skeleton lines={2} />}
      <p className="quiet small">{say.rule}</p>
    </Section>
  );
}

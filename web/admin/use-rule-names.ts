import { useSuspenseQuery } from "@tanstack/react-query";
import { schoolsQuery } from "../app/directory.ts";
import { ruleWords } from "../strings/en-rules.ts";
import { rulesQuery } from "./queries.ts";

/** How the schools and certificates that a rule names are called. */
export function useRuleNames() {
  const { data: schools } = useSuspenseQuery(schoolsQuery);
  const { data } = useSuspenseQuery(rulesQuery);
  const school = new Map(schools.map(({ id, name }) => [id, name]));
  const certification = new Map(data.certifications.map(({ id, title }) => [id, title]));
  return {
    school: (id: string) => school.get(id) ?? ruleWords.unknownSchool,
    certification: (id: string) => certification.get(id) ?? id,
  };
}

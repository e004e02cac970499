import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { libraryQuery } from "../reference/queries.ts";
import { reference } from "../strings/en-reference.ts";
import { Section } from "../ui/page.tsx";

const say = reference.library;

/** What the library holds for a module; nothing while it is being fetched or where it holds nothing. */
export function GoFurther({ moduleId }: { moduleId: string }) {
  const { data } = useQuery(libraryQuery);
  const resources = data?.resources.filter(({ modules }) => modules.includes(moduleId)) ?? [];
  if (resources.length === 0) return null;
  return (
    <Section title={say.forModule}>
      <ul className="learn-references">
        {resources.map(({ id, title, publisher, kind }) => (
          <li key={id}>
            <Link to="/library" hash={id}>
              {title}
            </Link>
            <span className="quiet small">
              {say.kinds[kind]} · {publisher}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ask, client } from "../app/api.ts";
import { decisionWords as say } from "../strings/en-decisions.ts";
import { Section } from "../ui/page.tsx";

const extensionsQuery = queryOptions({ queryKey: ["extensions"], queryFn: () => ask(client.api.extensions.$get()) });

/** The requests for more time that wait for the person who looks; nothing while none does. */
export function ExtensionQueue() {
  const { data } = useQuery(extensionsQuery);
  if (!data || data.requests.length === 0) return null;
  return (
    <Section title={say.queue(data.requests.length)}>
      <ul className="stack" data-gap="small">
        {data.requests.map(({ id, staffId, personName, moduleTitle, wishedOn = "" }) => (
          <li key={id}>
            <Link to="/people/$staffId" params={{ staffId }}>
              {say.queueLine(personName, moduleTitle, wishedOn, data.today)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { DefinitionView } from "../../functions/certification/decision-contract.ts";
import { localDateOf } from "../app/dates.ts";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { useSession } from "../app/session.ts";
import { certificationWords } from "../strings/en-certifications.ts";
import { list } from "../strings/en.ts";
import { Page, Section } from "../ui/page.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { differences } from "./certification-draft.ts";
import { CertificationForm } from "./certification-form.tsx";
import { CertificationRefresh } from "./certification-refresh.tsx";
import { certificationsQuery } from "./certification-queries.ts";

const say = certificationWords.edit;

/** One certification: what the district decided about it, how that differs from what ships, and its editions. */
export function CertificationPage() {
  const { certificationId } = useParams({ from: "/signed-in/admin/certifications/$certificationId" });
  const { data } = useSuspenseQuery(certificationsQuery);
  const definition = data.definitions.find(({ id }) => id === certificationId);
  if (!definition) return <NotFoundPage />;
  const different = differences(definition);
  return (
    <Page title={definition.title} width="narrow" eyebrow={<Link to="/admin/certifications">{say.back}</Link>} lead={definition.summary}>
      <AdminNavigation />
      <p>{different.length === 0 ? say.same : `${say.differs}: ${list(different.map((name) => say.differences[name]))}.`}</p>
      {/* A new version begins a new form: whoever reloads after a conflict sees what stands. */}
      <CertificationForm key={definition.version} definition={definition} titles={data.definitions} />
      <CertificationRefresh certificationId={definition.id} />
      <Section title={say.editions}>
        <Editions editions={definition.editions} />
      </Section>
    </Page>
  );
}

function Editions({ editions }: Pick<DefinitionView, "editions">) {
  const { district } = useSession();
  if (editions.length === 0) return <p className="quiet">{say.editionsNone}</p>;
  return (
    <ol className="stack" reversed>
      {editions.map(({ edition, savedBy, savedAt, reason }) => (
        <li key={edition}>
          <p>{say.edition(edition, savedBy, localDateOf(savedAt, district.zone))}</p>
          <p className="quiet">{reason}</p>
        </li>
      ))}
    </ol>
  );
}

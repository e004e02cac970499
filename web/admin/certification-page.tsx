import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { certificationWords } from "../strings/en-certifications.ts";
import { list } from "../strings/en.ts";
import { Page, Section } from "../ui/page.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { differences } from "./certification-draft.ts";
import { CertificationForm } from "./certification-form.tsx";
import { CertificationRefresh } from "./certification-refresh.tsx";
import { certificationsQuery } from "./certification-queries.ts";
import { Editions } from "./editions.tsx";

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
        <Editions editions={definition.editions} none={say.editionsNone} said={say.edition} />
      </Section>
    </Page>
  );
}

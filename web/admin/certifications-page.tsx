import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { DefinitionView } from "../../functions/certification/decision-contract.ts";
import { certificationWords } from "../strings/en-certifications.ts";
import { outsideBadgeWords } from "../strings/en-outside-badges.ts";
import { pastCertificateWords } from "../strings/en-past-certificates.ts";
import { words } from "../strings/en.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { certificationsQuery } from "./certification-queries.ts";

const say = certificationWords.list;

const columns: Column<DefinitionView>[] = [
  {
    id: "title",
    header: say.name,
    isRowHeader: true,
    cell: ({ id, title }) => (
      <Link to="/admin/certifications/$certificationId" params={{ certificationId: id }}>
        {title}
      </Link>
    ),
  },
  { id: "offered", header: say.offered, cell: ({ choices }) => (choices.isOffered ? say.yes : say.no) },
  { id: "reviewers", header: say.reviewers, isNumeric: true, cell: ({ choices }) => words.number(choices.reviewers) },
  { id: "holds", header: say.holds, cell: ({ choices }) => say.years(choices.validity.years) },
  { id: "edition", header: say.edition, cell: ({ version, editions }) => (editions.length === 0 ? say.shipped : say.own(version)) },
];

/** Every certification of the ladder, each with the way to what it asks for. */
export function CertificationsPage() {
  const { data } = useSuspenseQuery(certificationsQuery);
  return (
    <Page
      title={say.title}
      lead={say.lead}
      width="wide"
      actions={
        <>
          <ButtonLink to="/admin/badges">{outsideBadgeWords.queue.link}</ButtonLink>
          <ButtonLink to="/admin/certifications/past">{pastCertificateWords.link}</ButtonLink>
        </>
      }
    >
      <AdminNavigation />
      <Table caption={say.title} isCaptionHidden columns={columns} rows={data.definitions} rowKey={({ id }) => id} />
    </Page>
  );
}

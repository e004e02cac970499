import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CreditRuleView } from "../../functions/credit/rule-contract.ts";
import { creditWords } from "../strings/en-credit.ts";
import { words } from "../strings/en.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { CreditExport } from "./credit-export.tsx";
import { creditRulesQuery } from "./credit-queries.ts";
import { newPurpose } from "./credit-draft.ts";

const say = creditWords.admin;

const columns: Column<CreditRuleView>[] = [
  {
    id: "name",
    header: say.name,
    isRowHeader: true,
    cell: ({ id, terms }) => (
      <Link to="/admin/hours/$ruleId" params={{ ruleId: id }}>
        {terms.name}
      </Link>
    ),
  },
  { id: "kind", header: say.kind, cell: ({ terms }) => creditWords.kinds[terms.kind] },
  { id: "offered", header: say.inUse, cell: ({ terms }) => (terms.isOffered ? say.yes : say.no) },
  {
    id: "verified",
    header: say.verified,
    cell: ({ terms: { verifiedOn } }) => (verifiedOn === undefined ? say.never : words.fullDate(verifiedOn)),
  },
  {
    id: "edition",
    header: say.edition,
    cell: ({ edition, editions }) => (editions.length === 0 ? say.shipped : say.own(edition)),
  },
];

/** Everything hours are counted for, what is in use first, and credit as a file for an audit. */
export function CreditRulesPage() {
  const { data } = useSuspenseQuery(creditRulesQuery);
  const rules = data.rules.toSorted((a, b) => Number(b.terms.isOffered) - Number(a.terms.isOffered));
  return (
    <Page
      title={say.title}
      lead={say.lead}
      width="wide"
      actions={
        <>
          <ButtonLink to="/hours/reviews">{creditWords.queue.title}</ButtonLink>
          <ButtonLink to="/admin/hours/$ruleId" params={{ ruleId: newPurpose }}>
            {say.add}
          </ButtonLink>
        </>
      }
    >
      <AdminNavigation />
      <Table caption={say.title} isCaptionHidden columns={columns} rows={rules} rowKey={({ id }) => id} />
      <Section title={say.export}>
        <CreditExport rules={rules} />
      </Section>
    </Page>
  );
}

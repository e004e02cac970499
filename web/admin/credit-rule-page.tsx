import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { creditWords } from "../strings/en-credit.ts";
import { Page, Section } from "../ui/page.tsx";
import { AdminNavigation } from "./admin-navigation.tsx";
import { emptyTerms, newPurpose } from "./credit-draft.ts";
import { creditRulesQuery } from "./credit-queries.ts";
import { CreditRuleForm } from "./credit-rule-form.tsx";
import { Editions } from "./editions.tsx";

const say = creditWords.rule;

/** One purpose: what the district decided about it, what a change would do, and its editions. */
export function CreditRulePage() {
  const { ruleId } = useParams({ from: "/signed-in/admin/hours/$ruleId" });
  const { data } = useSuspenseQuery(creditRulesQuery);
  const rule = data.rules.find(({ id }) => id === ruleId);
  const isNew = ruleId === newPurpose;
  if (!rule && !isNew) return <NotFoundPage />;
  return (
    <Page title={rule?.terms.name ?? say.newTitle} width="narrow" eyebrow={<Link to="/admin/hours">{say.back}</Link>}>
      <AdminNavigation />
      {/* A new edition begins a new form: whoever reloads after a conflict sees what stands. */}
      <CreditRuleForm key={rule?.edition ?? 0} {...(rule && { rule })} terms={rule?.terms ?? emptyTerms} />
      {rule && (
        <Section title={say.editions}>
          <Editions editions={rule.editions} none={say.editionsNone} said={say.editionBy} />
        </Section>
      )}
    </Page>
  );
}

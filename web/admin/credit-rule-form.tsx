import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useRef, useState } from "react";
import type { CreditPreview, CreditRuleView, CreditTerms } from "../../functions/credit/rule-contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSend } from "../app/use-send.ts";
import { amountOf } from "../learn/amount.ts";
import { creditWords } from "../strings/en-credit.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";
import { hasNumbers, hasShares } from "./credit-draft.ts";
import { creditRulesQuery } from "./credit-queries.ts";
import { CreditTermsFields } from "./credit-terms-fields.tsx";

const say = creditWords.rule;
const api = client.api.credit.rules;
/** So much a reason has to say; as the API asks. */
const shortest = 10;
/** What a refusal marks beside its field. */
const shown = ["name", "verifiedOn", "source", "counts", "shares", "unitsPerCycle"];

/** Everything a district decides about a purpose; what it does to a few people is shown before it is saved. */
export function CreditRuleForm({ rule, terms: first }: { rule?: CreditRuleView; terms: CreditTerms }) {
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [terms, setTerms] = useState<CreditTerms>(first);
  const [reason, setReason] = useState("");
  const [isChecked, setChecked] = useState(false);
  const previewing = useSend({
    send: (given: CreditTerms, options) => ask(api.preview.$post({ json: { ...(rule && { ruleId: rule.id }), terms: given } }, options)),
  });
  const saving = useSend({
    send: (input: { terms: CreditTerms; reason: string }, options): Promise<CreditRuleView> =>
      rule
        ? ask(api[":ruleId"].$put({ param: { ruleId: rule.id }, json: { ...input, edition: rule.edition } }, options))
        : ask(api.$post({ json: input }, options)),
    refreshes: [creditRulesQuery.queryKey, ["hours"], ["person"]],
    onDone: () => {
      toast(say.saved);
      if (!rule) void navigate({ to: "/admin/hours" });
    },
  });
  const isSilent = reason.trim().length < shortest;
  const isWhole = hasNumbers(terms) && hasShares(terms);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isSilent && isWhole) return saving.send({ terms, reason: reason.trim() });
    setTimeout(() => focusFirstInvalid(form.current));
  };
  const refused = [saving.error, previewing.error].find((error) => error instanceof ApiProblem);
  return (
    <form className="stack" ref={form} onSubmit={submit} noValidate>
      {first.verifiedOn === undefined && first.kind !== "other" && (
        <Notice kind="warn" title={say.unverified}>
          {say.unverifiedHow}
        </Notice>
      )}
      <CreditTermsFields
        terms={terms}
        onChange={(change) => {
          setTerms({ ...terms, ...change });
          previewing.reset();
        }}
        errorOf={(name) => refused?.fieldMessage(name)}
      />
      {isChecked && !isWhole && <Notice kind="bad">{hasNumbers(terms) ? say.sharesNeeded : say.numbersNeeded}</Notice>}
      <div className="row">
        <Button
          isBusy={previewing.isSending}
          busyLabel={say.previewing}
          onClick={() => (isWhole ? previewing.send(terms) : setChecked(true))}
        >
          {say.preview}
        </Button>
      </div>
      {previewing.error && <ProblemNotice error={previewing.error} />}
      {previewing.result && <Preview preview={previewing.result} before={first} after={terms} />}
      <TextArea
        label={say.reason}
        hint={say.reasonHint}
        rows={3}
        maxLength={2_000}
        value={reason}
        error={isChecked && isSilent ? say.reasonNeeded : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      <p className="quiet small">{say.what}</p>
      {saving.error && <ProblemNotice error={saving.error} shownFields={shown} />}
      <div className="row">
        <Button kind="primary" type="submit" isBusy={saving.isSending} busyLabel={say.saving}>
          {say.save}
        </Button>
      </div>
    </form>
  );
}

function Preview({
  preview: { people, lookedAt },
  before: now,
  after: then,
}: {
  preview: CreditPreview;
  before: CreditTerms;
  after: CreditTerms;
}) {
  return (
    <div role="status">
      <Section title={say.previewTitle}>
        {people.length === 0 ? (
          <p>{say.previewNone(lookedAt)}</p>
        ) : (
          <Table
            caption={say.previewTitle}
            isCaptionHidden
            rows={people}
            rowKey={({ name }) => name}
            columns={[
              { id: "name", header: say.person, isRowHeader: true, cell: ({ name }) => name },
              {
                id: "before",
                header: say.previewNow,
                isNumeric: true,
                cell: ({ before }) => (before === undefined ? say.nothing : amountOf(before, now.unit)),
              },
              { id: "after", header: say.previewThen, isNumeric: true, cell: ({ after }) => amountOf(after, then.unit) },
            ]}
          />
        )}
      </Section>
    </div>
  );
}

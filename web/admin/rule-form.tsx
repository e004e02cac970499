import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useRef, useState } from "react";
import type { RuleInput, RuleView } from "../../functions/assignment/rule-contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { TargetFields } from "../coach/target-fields.tsx";
import { ruleFormWords } from "../strings/en-rule-form.ts";
import { ruleWords } from "../strings/en-rules.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { audienceSoFar } from "./condition-draft.ts";
import { rulesQuery } from "./queries.ts";
import { RuleConditions } from "./rule-conditions.tsx";
import { type RuleDraft, ruleDraft, ruleOf, type RuleProblem } from "./rule-draft.ts";
import { RuleDueFields } from "./rule-due-fields.tsx";
import { RuleTrial } from "./rule-trial.tsx";
import { useRuleNames } from "./use-rule-names.ts";

const say = ruleFormWords;

export type AskedRule = { rule: RuleInput; isActive: boolean };

/**
 * A rule's form. It is saved only after what it would change was shown, by name; a change asks for that again. `from` is
 * an earlier version whose words it begins with.
 */
export function RuleForm({
  saved,
  from,
  certifications,
}: {
  saved: RuleView | undefined;
  from?: RuleView | undefined;
  certifications: readonly { id: string; title: string }[];
}) {
  const { today } = useSession();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => ruleDraft(from ?? saved, today));
  const [problems, setProblems] = useState<RuleProblem[]>([]);
  const form = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<AskedRule>();
  const save = useSend({
    send: ({ rule, isActive }: AskedRule, options) =>
      saved
        ? ask(
            client.api.rules[":ruleId"].$put({ param: { ruleId: saved.id }, json: { ...rule, isActive, version: saved.version } }, options),
          )
        : ask(client.api.rules.$post({ json: rule }, options)),
    refreshes: [["rules"], ["district"], ["school"], ["person"], ["caseload"]],
    onDone: ({ name }) => {
      toast(say.saved(name));
      void navigate({ to: "/admin/rules" });
    },
  });
  const change = (part: Partial<RuleDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setAsked(undefined);
    save.reset();
  };
  const show = () => {
    const outcome = ruleOf(draft, saved, today);
    setProblems("problems" in outcome ? outcome.problems : []);
    if ("problems" in outcome) return focusFirstInvalid(form.current);
    setAsked({ rule: outcome.rule, isActive: draft.isActive });
  };
  const targetProblems = problems.filter((problem) => problem === "target" || problem === "days" || problem === "on");
  return (
    <div className="admin-form" ref={form}>
      <TextField
        label={say.name}
        hint={say.nameHint}
        maxLength={120}
        value={draft.name}
        error={problems.includes("name") ? say.nameNeeded : undefined}
        onChange={({ target }) => change({ name: target.value })}
      />
      <Step title={say.who}>
        <RuleConditions
          groups={draft.groups}
          onChange={(groups) => change({ groups })}
          certifications={certifications}
          isMissing={problems.includes("who")}
        />
        <Sentence draft={draft} />
      </Step>
      <Step title={say.what}>
        <TargetFields draft={draft} onChange={change} problems={targetProblems} />
      </Step>
      <Step title={say.when}>
        <RuleDueFields draft={draft} onChange={change} problems={problems} today={today} />
        {saved && (
          <Checkbox
            label={say.isActive}
            hint={say.isActiveHint}
            checked={draft.isActive}
            onChange={({ target }) => change({ isActive: target.checked })}
          />
        )}
      </Step>
      {!asked && (
        <div className="row">
          <Button kind="primary" onClick={show}>
            {say.preview}
          </Button>
        </div>
      )}
      {asked && (
        <RuleTrial asked={asked} {...(saved && { ruleId: saved.id })}>
          {save.error && <SaveFailure error={save.error} />}
          <div className="row">
            <Button kind="primary" isBusy={save.isSending} busyLabel={say.saving} onClick={() => save.send(asked)}>
              {say.save}
            </Button>
          </div>
        </RuleTrial>
      )}
    </div>
  );
}

/** The audience read back in plain words while it is being put together. */
function Sentence({ draft: { groups } }: { draft: RuleDraft }) {
  const names = useRuleNames();
  const audience = audienceSoFar(groups);
  return (
    <div className="admin-sentence" role="status">
      {audience && (
        <>
          <strong>{say.reads}</strong>
          <p>{ruleWords.audience(audience, names)}</p>
        </>
      )}
    </div>
  );
}

/** Someone else saving first is explained, with a way to their version; what was entered stays until it is asked for. */
function SaveFailure({ error }: { error: Error }) {
  const queries = useQueryClient();
  if (!(error instanceof ApiProblem) || error.code !== "conflict") return <ProblemNotice error={error} />;
  return (
    <Notice kind="warn" title={error.title ?? ""} isAlert>
      <p>{error.detail}</p>
      <Button onClick={() => void queries.invalidateQueries(rulesQuery)}>{say.conflictReload}</Button>
    </Notice>
  );
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="admin-step" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useRef, useState } from "react";
import type { RuleInput, RuleView } from "../../functions/assignment/contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { focusFirstInvalid } from "../app/focus.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { DueFields, TargetFields } from "../coach/target-fields.tsx";
import { admin } from "../strings/en-admin.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, TextField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { rulesQuery } from "./queries.ts";
import { RuleAudienceFields } from "./rule-audience-fields.tsx";
import { type RuleDraft, ruleDraft, ruleOf, type RuleProblem } from "./rule-draft.ts";
import { RulePreview } from "./rule-preview.tsx";

const { rule: say } = admin;

type Asked = { rule: RuleInput; isActive: boolean };

/** A rule's form. It is saved only after the names of everyone it adds and removes were shown; a change asks for them again. */
export function RuleForm({ saved }: { saved: RuleView | undefined }) {
  const { today } = useSession();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => ruleDraft(saved, today));
  const [problems, setProblems] = useState<RuleProblem[]>([]);
  const form = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Asked>();
  const preview = useSend({
    send: ({ rule, isActive }: Asked, options) =>
      ask(client.api.rules.preview.$post({ json: { ...rule, ...(saved && { id: saved.id, isActive }) } }, options)),
  });
  const save = useSend({
    send: ({ rule, isActive }: Asked, options) =>
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
    const next = { rule: outcome.rule, isActive: draft.isActive };
    setAsked(next);
    preview.send(next);
  };
  const isShown = asked !== undefined && preview.result !== undefined && !preview.isSending;
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
        <RuleAudienceFields draft={draft} onChange={change} isRoleMissing={problems.includes("roles")} />
      </Step>
      <Step title={say.what}>
        <TargetFields draft={draft} onChange={change} problems={targetProblems} />
      </Step>
      <Step title={say.when}>
        <DueFields draft={draft} onChange={change} problems={targetProblems} today={today} />
        <TextField
          label={say.from}
          hint={say.fromHint}
          type="date"
          value={draft.effectiveFrom}
          error={problems.includes("from") ? say.fromNeeded : undefined}
          onChange={({ target }) => change({ effectiveFrom: target.value })}
        />
        {saved && (
          <Checkbox
            label={say.isActive}
            hint={say.isActiveHint}
            checked={draft.isActive}
            onChange={({ target }) => change({ isActive: target.checked })}
          />
        )}
      </Step>
      {preview.error && <ProblemNotice error={preview.error} />}
      {!isShown && (
        <div className="row">
          <Button kind="primary" isBusy={preview.isSending} busyLabel={say.previewing} onClick={show}>
            {say.preview}
          </Button>
        </div>
      )}
      {isShown && preview.result && (
        <section className="admin-step" aria-label={say.previewTitle}>
          <RulePreview preview={preview.result} />
          {save.error && <SaveFailure error={save.error} />}
          <div className="row">
            <Button kind="primary" isBusy={save.isSending} busyLabel={say.saving} onClick={() => save.send(asked)}>
              {say.save}
            </Button>
          </div>
        </section>
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

import { Link } from "@tanstack/react-router";
import type { AttemptView, ModulePage } from "../../functions/learning/contract.ts";
import { useOutbox } from "../app/outbox.ts";
import { study } from "../strings/en-study.ts";
import { Button } from "../ui/button.tsx";
import { RadioGroup } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { Page } from "../ui/page.tsx";
import { ProgressBar } from "../ui/progress.tsx";

const c = study.check;

type CheckQuestionProps = {
  module: ModulePage["module"];
  attempt: AttemptView;
  item: AttemptView["items"][number];
  /** From 1. */
  number: number;
  isKeptHere: boolean;
  onAnswer: (choiceId: string) => void;
  goTo: (at: number | "review") => void;
};

/** One situation, its question and choices. The answer is kept the moment it is chosen. */
export function CheckQuestion({ module, attempt, item, number, isKeptHere, onAnswer, goTo }: CheckQuestionProps) {
  const total = attempt.items.length;
  const answered = attempt.items.filter(({ id }) => attempt.answers[id] !== undefined).length;
  const chosen = attempt.answers[item.id];
  return (
    <Page
      title={c.question(number, total)}
      tabTitle={c.tabTitle(number, total, module.title)}
      step={number}
      width="narrow"
      eyebrow={
        <Link to="/learn/$moduleId/check" params={{ moduleId: module.id }} search={{}}>
          {c.title}: {module.title}
        </Link>
      }
    >
      <ProgressBar label={c.progress} value={answered} max={total} text={c.progressText(answered, total)} />
      <Paragraphs text={item.scenario} />
      <RadioGroup
        legend={item.question}
        options={item.choices.map(({ id, text }) => ({ value: id, label: text }))}
        value={chosen}
        onChange={onAnswer}
      />
      <div className="learn-check-foot">
        <div className="row">
          {number > 1 && <Button onClick={() => goTo(number - 1)}>{c.previous}</Button>}
          <Button kind="primary" onClick={() => goTo(number < total ? number + 1 : "review")}>
            {number < total ? c.next : c.toReview}
          </Button>
        </div>
        {chosen !== undefined && <SavedMark isKeptHere={isKeptHere} />}
      </div>
    </Page>
  );
}

/** A scenario's paragraphs. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div className="learn-scenario">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}

function SavedMark({ isKeptHere }: { isKeptHere: boolean }) {
  const { isSending } = useOutbox();
  if (isKeptHere && isSending) return null;
  return (
    <p className="learn-saved quiet small">
      <Icon name={isKeptHere ? "offline" : "check"} size={16} />
      {isKeptHere ? c.keptHere : c.kept}
    </p>
  );
}

import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ModulePage } from "../../functions/learning/contract.ts";
import { CheckIntro } from "./check-intro.tsx";
import { CheckQuestion } from "./check-question.tsx";
import { CheckResult } from "./check-result.tsx";
import { CheckReview } from "./check-review.tsx";
import { CheckWaiting } from "./check-waiting.tsx";
import { firstOpenQuestion, useAttempt } from "./use-attempt.ts";
import { useWaiting } from "./use-waiting.ts";
import { useModule } from "./use-module.ts";
import "./check-page.css";

/** The knowledge check: an opening, one situation per screen, a review, and a result that teaches. All of it has an address. */
export function CheckPage() {
  const { moduleId } = useParams({ from: "/signed-in/learn/$moduleId/check" });
  const { attempt } = useSearch({ from: "/signed-in/learn/$moduleId/check" });
  const page = useModule(moduleId);
  return attempt === undefined ? <CheckIntro page={page} /> : <Attempt page={page} number={attempt} />;
}

function Attempt({ page, number }: { page: ModulePage; number: number }) {
  const { at } = useSearch({ from: "/signed-in/learn/$moduleId/check" });
  const navigate = useNavigate({ from: "/learn/$moduleId/check" });
  const moduleId = page.module.id;
  const { page: attempt, kept, answer } = useAttempt(moduleId, number);
  const waiting = useWaiting("check", moduleId);
  if (attempt.state === "submitted") return <CheckResult page={page} result={attempt.result} />;
  if (waiting) return <CheckWaiting module={page.module} waiting={waiting} />;
  const goTo = (next: number | "review") => void navigate({ search: { attempt: number, at: next } });
  const current = at ?? firstOpenQuestion(attempt.attempt);
  const item = current === "review" ? undefined : attempt.attempt.items[current - 1];
  if (current === "review" || !item) return <CheckReview module={page.module} attempt={attempt.attempt} goTo={goTo} />;
  return (
    <CheckQuestion
      key={item.id}
      module={page.module}
      attempt={attempt.attempt}
      item={item}
      number={current}
      isKeptHere={kept > 0}
      onAnswer={(choiceId) => answer(item.id, choiceId)}
      goTo={goTo}
    />
  );
}

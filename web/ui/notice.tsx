import type { ReactNode } from "react";
import { ApiProblem } from "../app/api.ts";
import { t } from "../strings/en.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./notice.css";

/** What a notice is about; colour, drawing and order of urgency follow. */
export type NoticeKind = "info" | "good" | "warn" | "bad";

const icons = { info: "info", good: "check", warn: "warning", bad: "warning" } as const;

/** A message that belongs to a place in the page. `isAlert` makes it be read out the moment it appears. */
export function Notice({ kind, title, isAlert, children }: { kind: NoticeKind; title?: string; isAlert?: boolean; children: ReactNode }) {
  return (
    <div className="notice" data-kind={kind} role={isAlert ? "alert" : undefined}>
      <Icon name={icons[kind]} />
      <div className="notice-body">
        {title !== undefined && <p className="notice-title">{title}</p>}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}

/** Why something did not work and what to do, from whatever was thrown. Fields that the form shows itself are left to it. */
export function ProblemNotice({ error, onRetry, shownFields = [] }: { error: Error; onRetry?: () => void; shownFields?: string[] }) {
  const problem = error instanceof ApiProblem ? error : undefined;
  const rest = problem?.fields.filter(({ path }) => !shownFields.some((name) => path === name || path.endsWith(`.${name}`))) ?? [];
  const detail = problem?.isOffline ? t.errors.actionOffline : (problem?.detail ?? t.errors.actionFailed);
  return (
    <Notice kind="bad" isAlert {...(problem?.title !== undefined && { title: problem.title })}>
      <p>{detail}</p>
      {rest.length > 0 && (
        <ul>
          {rest.map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      )}
      {problem?.requestId !== undefined && problem.status >= 500 && <p className="small">{t.errors.requestId(problem.requestId)}</p>}
      {onRetry && (
        <div className="row">
          <Button onClick={onRetry}>{t.tryAgain}</Button>
        </div>
      )}
    </Notice>
  );
}

import { Link } from "@tanstack/react-router";
import type { ModulePage } from "../../functions/learning/contract.ts";
import { type HandedIn, takeBack } from "../app/outbox.ts";
import { study } from "../strings/en-study.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";

const c = study.check;

/** A check that was handed in without a connection: it waits here, and the practice need not. */
export function CheckWaiting({ module, waiting }: { module: ModulePage["module"]; waiting: HandedIn }) {
  const params = { moduleId: module.id };
  return (
    <Page
      title={c.waitingTitle}
      tabTitle={`${c.waitingTitle} · ${module.title}`}
      step="waiting"
      width="narrow"
      eyebrow={
        <Link to="/learn/$moduleId" params={params}>
          {module.title}
        </Link>
      }
    >
      <Notice kind="info">{c.waiting}</Notice>
      <div className="row">
        <ButtonLink kind="primary" to="/learn/$moduleId/practice" params={params}>
          {c.toPractice}
        </ButtonLink>
        <Button onClick={() => takeBack(waiting)}>{c.waitingTakeBack}</Button>
      </div>
    </Page>
  );
}

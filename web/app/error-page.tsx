import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { t } from "../strings/en.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";
import { ApiProblem } from "./api.ts";
import { NotFoundPage } from "./not-found-page.tsx";

/** For a page that could not be opened: what happened, what to do, and the number by which support finds it. */
export function ErrorPage({ error }: ErrorComponentProps) {
  const router = useRouter();
  const problem = error instanceof ApiProblem ? error : navigator.onLine ? undefined : new ApiProblem(0, { code: "offline" });
  if (problem?.status === 404) return <NotFoundPage />;
  return (
    <Page title={titleOf(problem)} step="error" width="narrow" lead={explanationOf(problem)}>
      <div className="row">
        {problem ? (
          <Button kind="primary" onClick={() => void router.invalidate()}>
            {t.tryAgain}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => location.reload()}>
            {t.errors.reload}
          </Button>
        )}
        <ButtonLink to="/" kind="secondary">
          {t.errors.home}
        </ButtonLink>
      </div>
      {problem?.requestId !== undefined && <p className="small quiet">{t.errors.requestId(problem.requestId)}</p>}
    </Page>
  );
}

function titleOf(problem: ApiProblem | undefined): string {
  if (problem?.isOffline) return t.errors.offlineTitle;
  return problem?.status === 403 ? t.errors.notAllowedTitle : t.errors.title;
}

function explanationOf(problem: ApiProblem | undefined): string {
  if (!problem) return t.errors.unexpected;
  if (problem.isOffline) return t.errors.offline;
  return problem.detail ?? t.errors.internal;
}

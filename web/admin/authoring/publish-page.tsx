import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../../app/session.ts";
import { useFocusOnArrival } from "../../app/focus.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { publishing as say } from "../../strings/en-publishing.ts";
import { Badge } from "../../ui/badge.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice, ProblemNotice } from "../../ui/notice.tsx";
import { Section } from "../../ui/page.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { isSameText } from "./draft-edits.ts";
import { nameOfFile } from "./file-picker.tsx";
import { ModuleFrame } from "./module-frame.tsx";
import { changedFileNames } from "./module-files.ts";
import { PublishForm } from "./publish-form.tsx";
import { PublishPeople } from "./publish-people.tsx";
import { useCompiled } from "./use-compiled.ts";
import { useDraftKeeper } from "./use-draft-keeper.ts";

type Published = { number: number; publishOn: string };

/** Publishing, in the order one decides it: what changes, whom it meets, when, what to read again; then what happened. */
export function PublishPage() {
  const { moduleId } = useParams({ from: "/signed-in/admin/content/$moduleId/publish" });
  return <Publish key={moduleId} moduleId={moduleId} />;
}

function Publish({ moduleId }: { moduleId: string }) {
  const [published, setPublished] = useState<Published>();
  return (
    <ModuleFrame moduleId={moduleId} tab="publish" {...(published && { step: `done-${published.number}` })}>
      {published ? <Done moduleId={moduleId} published={published} /> : <Draft moduleId={moduleId} onPublished={setPublished} />}
    </ModuleFrame>
  );
}

function Draft({ moduleId, onPublished }: { moduleId: string; onPublished: (published: Published) => void }) {
  const { page, state } = useDraftKeeper(moduleId);
  const hasDraft = page.draft !== undefined || state.status !== "saved";
  const isChanged = hasDraft && !isSameText(state.files, page.current);
  const compiled = useCompiled(moduleId, isChanged ? state.files : undefined);
  const params = { moduleId };
  const toEditor = (
    <ButtonLink to="/admin/content/$moduleId/edit" params={params}>
      {authoring.module.edit}
    </ButtonLink>
  );
  if (!isChanged)
    return (
      <EmptyState title={hasDraft ? say.sameTitle : say.nothingTitle} action={toEditor}>
        {hasDraft ? say.same : say.nothing}
      </EmptyState>
    );
  const errors = compiled.problems?.filter(({ severity }) => severity === "error").length ?? 0;
  const isTrouble = state.status !== "saved" && state.status !== "saving" && state.status !== "waiting";
  const isReady = state.status === "saved" && !compiled.isBehind && errors === 0 && compiled.problems !== undefined;
  return (
    <div className="admin-publish">
      <p className="quiet">{say.lead}</p>
      {isTrouble && (
        <Notice kind="warn" isAlert>
          <p>{say.unsavedTrouble}</p>
          {toEditor}
        </Notice>
      )}
      {compiled.error && <ProblemNotice error={compiled.error} />}
      {errors > 0 && !compiled.isBehind && (
        <Notice kind="bad" title={say.mistakesTitle}>
          <p>{say.mistakes}</p>
          <p>{authoring.edit.problems(errors, 0)}</p>
          <ButtonLink to="/admin/content/$moduleId/edit" params={params}>
            {authoring.preview.toEditor}
          </ButtonLink>
        </Notice>
      )}
      <Section
        title={say.changes}
        aside={
          <Link to="/admin/content/$moduleId/compare" params={params} search={{}}>
            {say.toCompare}
          </Link>
        }
      >
        <ul className="admin-part-list">
          {changedFileNames(page.current, state.files).map((file) => (
            <li key={file}>
              {nameOfFile(file, { ...page.current, ...state.files })}{" "}
              {page.current[file] === undefined && <Badge tone="good">{say.newFile}</Badge>}
              {state.files[file] === undefined && <Badge tone="bad">{say.goneFile}</Badge>}
            </li>
          ))}
        </ul>
      </Section>
      <PublishPeople page={page} />
      {isReady ? (
        <PublishForm page={page} files={state.files} onPublished={onPublished} />
      ) : (
        !isTrouble &&
        errors === 0 &&
        !compiled.error && (
          <div>
            <p className="quiet" role="status">
              {state.status === "saved" ? say.checking : say.unsaved}
            </p>
            <Skeleton lines={3} />
          </div>
        )
      )}
    </div>
  );
}

function Done({ moduleId, published: { number, publishOn } }: { moduleId: string; published: Published }) {
  const { today } = useSession();
  const arrival = useFocusOnArrival<HTMLDivElement>();
  const isToday = publishOn <= today;
  return (
    <div ref={arrival} tabIndex={-1}>
      <Notice kind="good" title={say.doneTitle(number, isToday)} isAlert>
        <p>{isToday ? say.doneToday : say.doneLater(publishOn, today)}</p>
        <div className="row">
          <ButtonLink kind="primary" to="/admin/content/$moduleId" params={{ moduleId }}>
            {say.toOverview}
          </ButtonLink>
          <ButtonLink to="/admin/content">{authoring.module.back}</ButtonLink>
        </div>
      </Notice>
    </div>
  );
}

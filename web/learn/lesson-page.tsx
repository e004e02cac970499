import { Link, useNavigate, useParams, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import type { ModulePage } from "../../functions/learning/contract.ts";
import { toast } from "../app/announce.ts";
import { keep } from "../app/outbox.ts";
import { useSession } from "../app/session.ts";
import { draftKey } from "../app/use-draft.ts";
import { study } from "../strings/en-study.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ContentBody } from "../ui/content-body.tsx";
import { Icon } from "../ui/icon.tsx";
import { loadBlocks } from "../ui/lazy-block.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { ProgressBar } from "../ui/progress.tsx";
import { NotFoundPage } from "../app/not-found-page.tsx";
import { JobAidLink } from "./job-aid-link.tsx";
import { foreignLang, LanguageNotice } from "./language-notice.tsx";
import { useCheckAhead } from "./use-check-ahead.ts";
import { useModule } from "./use-module.ts";
import "./lesson-page.css";

const l = study.lesson;
type Lesson = ModulePage["module"]["lessons"][number];

// What lessons hold besides text comes with them: it must be there when the connection has gone.
void loadBlocks();
void import("../app/save-status.tsx");

/** One lesson to read, where it stands in its module, and the one button that finishes it and goes on. */
export function LessonPage() {
  const { moduleId, lessonId } = useParams({ from: "/signed-in/learn/$moduleId/lesson/$lessonId" });
  const session = useSession();
  const page = useModule(moduleId);
  const { module, enrollment } = page;
  const index = module.lessons.findIndex(({ id }) => id === lessonId);
  const lesson = module.lessons[index];
  useKeptPlace(moduleId, lesson?.id);
  usePagesAhead(moduleId);
  useCheckAhead(page);
  if (!lesson) return <NotFoundPage />;
  const lang = foreignLang(module.language);
  const doneText = l.progressText(enrollment.lessonsDone.length, module.lessons.length);
  return (
    <div className="learn-lesson">
      <aside className="learn-lesson-outline no-print" aria-label={l.outline}>
        <Outline page={page} current={lesson.id} />
      </aside>
      <Page
        title={lesson.title}
        titleLang={lang}
        tabTitle={l.tabTitle(lesson.title, module.title)}
        eyebrow={
          <div className="stack" data-gap="small">
            <Link to="/learn/$moduleId" params={{ moduleId }} lang={lang}>
              {module.title}
            </Link>
            <span>{l.place(index + 1, module.lessons.length, lesson.minutes)}</span>
            <div className="learn-lesson-progress no-print">
              <ProgressBar label={l.progress} value={enrollment.lessonsDone.length} max={module.lessons.length} text={doneText} />
            </div>
          </div>
        }
      >
        <LanguageNotice of={module.language} />
        {enrollment.readAgain.includes(lesson.id) && <Notice kind="info">{l.changed}</Notice>}
        <article>
          <ContentBody
            key={lesson.id}
            nodes={lesson.body}
            size="reading"
            terms={module.terms}
            language={module.language}
            keptAs={draftKey(session, `tried.${module.id}.${lesson.id}`)}
          />
        </article>
        <Onward page={page} lesson={lesson} index={index} />
      </Page>
    </div>
  );
}

/** Remembers which lesson was opened last, so that "continue" comes back here. */
function useKeptPlace(moduleId: string, lessonId: string | undefined): void {
  useEffect(() => {
    if (lessonId !== undefined) keep({ kind: "place", slot: `place ${moduleId}`, keep: "last", input: { moduleId, lessonId } });
  }, [moduleId, lessonId]);
}

/** Fetches the pages that come after the lessons while one reads, so that they open when the connection has gone. */
function usePagesAhead(moduleId: string): void {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => {
      const params = { moduleId };
      void router.preloadRoute({ to: "/learn/$moduleId/check", params });
      void router.preloadRoute({ to: "/learn/$moduleId/practice", params });
      void router.preloadRoute({ to: "/learn/$moduleId", params });
    }, 1_500);
    return () => clearTimeout(timer);
  }, [moduleId, router]);
}

function Outline({ page: { module, enrollment }, current }: { page: ModulePage; current: string }) {
  return (
    <nav aria-label={l.navigation}>
      <ol className="learn-outline">
        {module.lessons.map(({ id, title }) => (
          <li key={id} data-done={enrollment.lessonsDone.includes(id) || undefined}>
            <Link
              to="/learn/$moduleId/lesson/$lessonId"
              params={{ moduleId: module.id, lessonId: id }}
              lang={foreignLang(module.language)}
              {...(id === current && { "aria-current": "page" as const })}
            >
              {title}
              {enrollment.lessonsDone.includes(id) && <span className="visually-hidden"> ({study.module.done})</span>}
            </Link>
            {enrollment.readAgain.includes(id) && <span className="learn-changed">{study.module.changed}</span>}
          </li>
        ))}
        <li data-done={enrollment.check.passedAt !== undefined || undefined}>
          <Link to="/learn/$moduleId/check" params={{ moduleId: module.id }}>
            {study.module.check}
          </Link>
        </li>
        <li data-done={enrollment.practice.acceptedAt !== undefined || undefined}>
          <Link to="/learn/$moduleId/practice" params={{ moduleId: module.id }}>
            {study.module.practice}
          </Link>
        </li>
      </ol>
    </nav>
  );
}

function Onward({ page: { module, enrollment }, lesson, index }: { page: ModulePage; lesson: Lesson; index: number }) {
  const navigate = useNavigate();
  const params = { moduleId: module.id };
  const next = module.lessons[index + 1];
  const previous = module.lessons[index - 1];
  const isDone = enrollment.lessonsDone.includes(lesson.id);
  const isChanged = enrollment.readAgain.includes(lesson.id);
  const goOn = () =>
    next
      ? navigate({ to: "/learn/$moduleId/lesson/$lessonId", params: { ...params, lessonId: next.id } })
      : navigate({ to: "/learn/$moduleId/check", params });
  const finish = () => {
    if (!isDone || isChanged) {
      keep({
        kind: "lesson",
        slot: `lesson ${module.id} ${lesson.id}`,
        keep: "first",
        input: { moduleId: module.id, lessonId: lesson.id, doneAt: new Date().toISOString() },
      });
      toast(isDone ? l.markedAgain(lesson.title) : l.marked(lesson.title));
    }
    void goOn();
  };
  return (
    <div className="learn-onward no-print">
      {isDone && !isChanged && (
        <p className="quiet small">
          <Icon name="check" size={16} /> {l.alreadyDone}
        </p>
      )}
      <div className="learn-onward-buttons">
        <Button kind="primary" onClick={finish}>
          {isChanged ? l.doneAgain : isDone ? l.continueTo : next ? l.done : l.doneLast}
        </Button>
        {previous && (
          <ButtonLink kind="quiet" icon="arrowLeft" to="/learn/$moduleId/lesson/$lessonId" params={{ ...params, lessonId: previous.id }}>
            {l.previous(previous.title)}
          </ButtonLink>
        )}
      </div>
      <p className="quiet small">{next ? l.next(next.title) : l.nextCheck}</p>
      {!next && <JobAidLink moduleId={module.id} />}
    </div>
  );
}

import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import type { SourceProblem } from "../../functions/curriculum/contract.ts";
import type { ModuleContent } from "../../functions/curriculum/content.ts";
import { ContentBody } from "../ui/content-body.tsx";
import "./write.css";

type Written = { content?: ModuleContent; problems: SourceProblem[] };

/** For authors, in `npm run dev` alone: a module as it will be read, made anew each time one of its files is saved. */
function WriteApp() {
  const [, , moduleId = "", place = ""] = location.pathname.split("/");
  return moduleId === "" ? <ModuleList /> : <ModuleView moduleId={moduleId} place={place} />;
}

function ModuleList() {
  const folders = (useJson("", 0) as string[] | undefined) ?? [];
  return (
    <main className="write">
      <h1>Modules</h1>
      <ul>
        {folders.map((name) => (
          <li key={name}>
            <a href={`/write/${name.slice(0, 3)}`}>{name}</a>
          </li>
        ))}
      </ul>
    </main>
  );
}

function ModuleView({ moduleId, place }: { moduleId: string; place: string }) {
  const [saves, setSaves] = useState(0);
  useEffect(() => {
    const onChange = (changed: { moduleId: string }) => changed.moduleId === moduleId && setSaves((count) => count + 1);
    import.meta.hot?.on("content:changed", onChange);
    return () => import.meta.hot?.off("content:changed", onChange);
  }, [moduleId]);
  const written = useJson(`${moduleId}.json`, saves) as Written | undefined;
  const [last, setLast] = useState<ModuleContent>();
  // While a text has an error, what was last right stays in view.
  if (written?.content && written.content !== last) setLast(written.content);
  if (!written) return <main className="write">Compiling…</main>;
  const lesson = last?.lessons.find(({ id }) => id === place);
  return (
    <main className="write">
      <nav aria-label="Lessons">
        <a href="/write">All modules</a>
        {last?.lessons.map(({ id, title }, i) => (
          <a key={id} href={`/write/${moduleId}/${id}`} aria-current={id === place ? "page" : undefined}>
            {i + 1}. {title}
          </a>
        ))}
        <a href={`/write/${moduleId}/job-aid`}>Job aid</a>
        <a href={`/write/${moduleId}/practice`}>Practice</a>
      </nav>
      <Problems problems={written.problems} isStale={!written.content} />
      {last && lesson && (
        <article>
          <h1>{lesson.title}</h1>
          <ContentBody key={lesson.id} nodes={lesson.body} size="reading" terms={last.terms} />
        </article>
      )}
      {last && place === "job-aid" && (
        <article>
          <h1>{last.jobAid.title}</h1>
          <ContentBody nodes={last.jobAid.body} />
        </article>
      )}
      {last && place === "practice" && (
        <article>
          <h1>{last.practice.title}</h1>
          <ContentBody nodes={last.practice.task} />
          <ContentBody nodes={last.practice.evidence} />
        </article>
      )}
      {last && place === "" && (
        <article>
          <h1>{last.title}</h1>
          <p>{last.summary}</p>
        </article>
      )}
    </main>
  );
}

function Problems({ problems, isStale }: { problems: SourceProblem[]; isStale: boolean }) {
  return (
    <section aria-live="polite" className="write-problems">
      {problems.length === 0 && <p>No mistakes.</p>}
      {isStale && <p>Shown below is the last text without an error.</p>}
      <ul>
        {problems.map((one) => (
          <li key={`${one.file}:${one.line}:${one.column}:${one.message}`} data-severity={one.severity}>
            <code>
              {one.file}:{one.line}:{one.column}
            </code>{" "}
            {one.message}. {one.fix}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useJson(name: string, saves: number): unknown {
  const [value, setValue] = useState<unknown>();
  useEffect(() => {
    let isWanted = true;
    void fetch(`/__content/${name}?save=${saves}`)
      .then((response) => response.json())
      .then((json) => isWanted && setValue(json));
    return () => {
      isWanted = false;
    };
  }, [name, saves]);
  return value;
}

/** Opens the page for authors. */
export function startWriting(root: HTMLElement): void {
  createRoot(root).render(
    <StrictMode>
      <WriteApp />
    </StrictMode>,
  );
}

import type { ModuleAnswers, ModuleContent } from "../../../functions/curriculum/content.ts";
import { EvidenceExamples } from "../../learn/evidence-examples.tsx";
import { foreignLang } from "../../learn/language-notice.tsx";
import { RubricTable } from "../../learn/rubric-table.tsx";
import { study } from "../../strings/en-study.ts";
import { ContentBody } from "../../ui/content-body.tsx";
import { ExternalLink } from "../../ui/external-link.tsx";
import { CheckSample } from "./check-sample.tsx";
import "../../learn/practice-page.css";
import "../../learn/job-aid-page.css";
import "./module-part.css";

const p = study.practice;

/** A part of a module as its learners meet it; `whole` is what `module.yaml` holds: the module at a glance and the practice. */
export type Part = { kind: "lesson"; index: number } | { kind: "about" | "check" | "practice" | "jobAid" | "whole" };

type ModulePartProps = { module: ModuleContent; answers: ModuleAnswers | undefined; part: Part };

/** Shows one part of a module with the very parts that learners' pages are made of, and records nothing. */
export function ModulePart({ module, answers, part }: ModulePartProps) {
  switch (part.kind) {
    case "lesson":
      return <Lesson module={module} index={part.index} />;
    case "about":
      return <About module={module} />;
    case "check":
      return answers ? <CheckSample module={module} answers={answers} /> : null;
    case "practice":
      return <Practice module={module} />;
    case "jobAid":
      return <JobAid module={module} />;
    case "whole":
      return (
        <div className="stack" data-gap="large">
          <About module={module} />
          <Practice module={module} />
        </div>
      );
  }
}

function Lesson({ module, index }: { module: ModuleContent; index: number }) {
  const lesson = module.lessons[index];
  if (!lesson) return null;
  return (
    <article className="stack">
      <p className="quiet small">{study.lesson.place(index + 1, module.lessons.length, lesson.minutes)}</p>
      <h2 className="admin-part-title" lang={foreignLang(module.language)}>
        {lesson.title}
      </h2>
      <ContentBody key={lesson.id} nodes={lesson.body} size="reading" terms={module.terms} language={module.language} />
    </article>
  );
}

function About({ module }: { module: ModuleContent }) {
  const lang = foreignLang(module.language);
  return (
    <article className="stack">
      <p className="quiet small">{study.module.eyebrow(module.minutes)}</p>
      <h2 className="admin-part-title" lang={lang}>
        {module.title}
      </h2>
      <p lang={lang}>{module.summary}</p>
      <h3>{study.module.objectives}</h3>
      <ul className="admin-part-list" lang={lang}>
        {module.objectives.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <h3>{study.module.steps}</h3>
      <ol className="admin-part-list">
        {module.lessons.map(({ id, title }) => (
          <li key={id} lang={lang}>
            {title}
          </li>
        ))}
        <li>{study.module.check}</li>
        <li lang={lang}>{module.practice.title}</li>
      </ol>
      <h3>{study.module.references}</h3>
      <ul className="admin-part-list">
        {module.references.map(({ url, title, publisher, supports }) => (
          <li key={url}>
            <ExternalLink href={url}>{title}</ExternalLink>{" "}
            <span className="quiet small" lang={lang}>
              {publisher}. {supports}
            </span>
          </li>
        ))}
      </ul>
    </article>
  );
}

function Practice({ module: { practice, language } }: { module: ModuleContent }) {
  const lang = foreignLang(language);
  return (
    <article className="stack">
      <p className="quiet small">
        {p.eyebrow} · {p.minutes(practice.minutes)}
      </p>
      <h2 className="admin-part-title" lang={lang}>
        {practice.title}
      </h2>
      <h3>{p.task}</h3>
      <ContentBody nodes={practice.task} language={language} />
      <h3>{p.evidence}</h3>
      <ContentBody nodes={practice.evidence} language={language} />
      <h3>{p.rubric}</h3>
      <p className="quiet">{p.rubricLead}</p>
      <RubricTable rubric={practice.rubric} lang={lang} />
      <EvidenceExamples examples={practice.examples} lang={lang} />
    </article>
  );
}

function JobAid({ module: { jobAid, terms, language } }: { module: ModuleContent }) {
  return (
    <article className="stack">
      <h2 className="admin-part-title" lang={foreignLang(language)}>
        {jobAid.title}
      </h2>
      <div className="learn-job-aid-sheet">
        <ContentBody nodes={jobAid.body} terms={terms} language={language} />
      </div>
    </article>
  );
}

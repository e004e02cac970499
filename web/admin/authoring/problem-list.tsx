import { Fragment, useState } from "react";
import type { SourceProblem } from "../../../functions/curriculum/contract.ts";
import { sentenceCase } from "../../strings/en.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import type { Compiled } from "./use-compiled.ts";

const say = authoring.edit;
/** A module that is begun has a mistake for each part still to write; the first few say enough. */
const shownAtFirst = 8;

/** What is wrong in the text, mistakes first: each one a button that leads to its place. */
export function ProblemList({ compiled, onShow }: { compiled: Compiled; onShow: (problem: SourceProblem) => void }) {
  const [isAll, setAll] = useState(false);
  const { problems = [], error } = compiled;
  const errors = problems.filter(({ severity }) => severity === "error");
  const hints = problems.filter(({ severity }) => severity === "warning");
  const ordered = [...errors, ...hints];
  const shown = isAll ? ordered : ordered.slice(0, shownAtFirst);
  const isKnown = compiled.problems !== undefined;
  return (
    <section className="admin-write-problems" aria-label={say.problemsTitle}>
      <p role="status" className="admin-write-count">
        {error
          ? say.previewFailed
          : !isKnown
            ? say.checking
            : ordered.length === 0
              ? say.noMistakes
              : say.problems(errors.length, hints.length)}
      </p>
      {shown.length > 0 && (
        <ul className="admin-problems">
          {shown.map((problem, i) => (
            <li key={`${i}:${problem.file}:${problem.line}:${problem.message}`}>
              <button type="button" className="admin-problem" data-severity={problem.severity} onClick={() => onShow(problem)}>
                <span className="row">
                  <Badge tone={problem.severity === "error" ? "bad" : "warn"}>
                    {problem.severity === "error" ? say.mistake : say.hint}
                  </Badge>
                  <span className="quiet small">{say.problemPlace(problem.file, problem.line, problem.column)}</span>
                </span>
                {/* The compiler speaks English only. */}
                <span lang="en">
                  <strong>
                    <Said text={`${sentenceCase(problem.message)}.`} />
                  </strong>{" "}
                  <Said text={problem.fix} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {ordered.length > shown.length && (
        <div>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {say.more(ordered.length - shown.length)}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Words of the compiler; what it quotes from the text stands between backticks. */
function Said({ text }: { text: string }) {
  return text.split("`").map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : <Fragment key={i}>{part}</Fragment>));
}

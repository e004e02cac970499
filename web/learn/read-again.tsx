import { Link } from "@tanstack/react-router";
import type { ReadAgain } from "../../functions/assignment/contract.ts";
import { study } from "../strings/en-study.ts";
import { Icon } from "../ui/icon.tsx";
import "./read-again.css";

const say = study.readAgain;

/** Lessons that the district changed since the person read them: a request, and no loss of what was completed. */
export function ReadAgainPanel({ modules, isModuleNamed = true }: { modules: ReadAgain[]; isModuleNamed?: boolean }) {
  const count = modules.reduce((sum, { lessons }) => sum + lessons.length, 0);
  if (count === 0) return null;
  return (
    <section className="learn-again no-print" aria-labelledby="learn-again-title">
      <h2 id="learn-again-title">
        <Icon name="info" />
        {say.title(count)}
      </h2>
      <p>{say.lead}</p>
      {modules.map(({ moduleId, title, lessons }) => (
        <div key={moduleId}>
          {isModuleNamed && <p className="quiet small">{title}</p>}
          <ul>
            {lessons.map((lesson) => (
              <li key={lesson.id}>
                <Link to="/learn/$moduleId/lesson/$lessonId" params={{ moduleId, lessonId: lesson.id }}>
                  {say.lesson(lesson.title, lesson.minutes)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

import type { SourceFiles } from "../../../functions/curriculum/contract.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { ModulePart, type Part } from "./module-part.tsx";
import { lessonsIn } from "./module-files.ts";
import type { Compiled } from "./use-compiled.ts";

const say = authoring.edit;

/** What the open file makes, as staff will see it; while the text has mistakes, the last that had none. */
export function LivePreview({ compiled, file, files }: { compiled: Compiled; file: string; files: SourceFiles }) {
  const { module, answers, isOld, isBehind } = compiled;
  return (
    <section className="admin-write-preview" aria-label={say.preview} tabIndex={0}>
      <p className="admin-write-preview-label">
        {say.preview}
        {isBehind && <span className="quiet small"> {say.checking}</span>}
      </p>
      {isOld && module && <p className="quiet small">{say.oldPreview}</p>}
      {module ? <ModulePart module={module} answers={answers} part={partOf(file, files)} /> : <p className="quiet">{say.noPreview}</p>}
    </section>
  );
}

function partOf(file: string, files: SourceFiles): Part {
  const at = lessonsIn(files).findIndex((lesson) => lesson.file === file);
  if (at >= 0) return { kind: "lesson", index: at };
  if (file === "job-aid.md") return { kind: "jobAid" };
  return { kind: file === "check.yaml" ? "check" : "whole" };
}

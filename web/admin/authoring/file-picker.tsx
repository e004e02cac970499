import { useId } from "react";
import type { SourceFiles } from "../../../functions/curriculum/contract.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { inFileOrder, isLessonFile, lessonsIn } from "./module-files.ts";

const say = authoring.edit;
const otherFiles: Record<string, string> = say.files;

/** What a file is to someone who writes: the lesson by its title, the others by what they hold. */
export function nameOfFile(file: string, files: SourceFiles): string {
  const lesson = lessonsIn(files).find((one) => one.file === file);
  if (lesson) return say.lesson(lesson.number, lesson.title);
  return file === "job-aid.md" ? say.jobAid : (otherFiles[file] ?? file);
}

type FilePickerProps = {
  files: SourceFiles;
  /** What staff read today, to mark what differs. */
  before: SourceFiles;
  isLocal: boolean;
  value: string;
  onChoose: (file: string) => void;
};

/** Chooses the file to work on: lessons and the job aid first; in a module that was shipped the rest stands apart. */
export function FilePicker({ files, before, isLocal, value, onChoose }: FilePickerProps) {
  const id = useId();
  const names = inFileOrder(Object.keys(files));
  const isUsual = (name: string) => isLessonFile(name) || name === "job-aid.md";
  const groups = isLocal
    ? [{ label: say.groups.all, names }]
    : [
        { label: say.groups.lessons, names: names.filter(isUsual) },
        { label: say.groups.rest, names: names.filter((name) => !isUsual(name)) },
      ];
  return (
    <div className="field admin-write-file">
      <label className="field-label" htmlFor={id}>
        {say.file}
      </label>
      <select id={id} className="input" data-kind="select" value={value} onChange={({ target }) => onChoose(target.value)}>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.names.map((name) => (
              <option key={name} value={name}>
                {nameOfFile(name, files)}
                {files[name] !== before[name] && Object.keys(before).length > 0 && ` (${say.changed})`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

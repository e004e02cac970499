import { authoring } from "../../strings/en-authoring.ts";
import { publishing as say } from "../../strings/en-publishing.ts";
import { CheckList } from "../../ui/check-list.tsx";
import type { LessonFile } from "./module-files.ts";

/** Which of the lessons that changed those who had read them are to read again; says what that does and does not do. */
export function ReadAgainField({
  lessons,
  value,
  onChange,
}: {
  lessons: LessonFile[];
  value: string[];
  onChange: (value: string[]) => void;
}) {
  if (lessons.length === 0) return <p className="quiet">{say.againNone}</p>;
  return (
    <CheckList
      legend={say.againWhich}
      hint={say.againLead}
      findLabel={say.find}
      options={lessons.map(({ id, number, title }) => ({ value: id, label: authoring.edit.lesson(number, title) }))}
      value={value}
      onChange={onChange}
    />
  );
}

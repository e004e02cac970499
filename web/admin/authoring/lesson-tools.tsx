import { type FormEvent, useId, useState } from "react";
import type { SourceFiles } from "../../../functions/curriculum/contract.ts";
import { toast } from "../../app/announce.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { t } from "../../strings/en.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/field.tsx";
import type { DraftKeeper } from "./draft-keeper.ts";
import { lessonsIn, nameOfLesson, withLessonCalled, withLessonEarlier, withNewLesson, withoutLesson } from "./module-files.ts";

const say = authoring.edit;
const mostLessons = 5;

type LessonToolsProps = {
  files: SourceFiles;
  /** The lesson that is open, if one is. */
  file: string | undefined;
  keeper: DraftKeeper;
  goTo: (file: string) => void;
};

/** In a module of the district's own: adds a lesson, moves, renames or removes the one that is open. */
export function LessonTools({ files, file, keeper, goTo }: LessonToolsProps) {
  const [asked, setAsked] = useState<"rename" | "remove">();
  const lessons = lessonsIn(files);
  const open = lessons.find((lesson) => lesson.file === file);
  const become = (next: { files: SourceFiles; file: string }) => {
    keeper.writeAll(next.files);
    goTo(next.file);
  };
  const add = () => {
    become(withNewLesson(files));
    toast(say.added(lessons.length + 1));
  };
  const remove = (removed: string) => {
    const left = withoutLesson(files, removed);
    become({ files: left, file: lessonsIn(left)[0]?.file ?? "module.yaml" });
    setAsked(undefined);
    toast(say.removed);
  };
  const moveEarlier = (moved: string, number: number) => {
    become(withLessonEarlier(files, moved));
    toast(say.moved(number - 1));
  };
  return (
    <div className="row" role="group" aria-label={say.lessonTools}>
      {lessons.length < mostLessons ? (
        <Button kind="quiet" onClick={add}>
          {say.add}
        </Button>
      ) : (
        <span className="quiet small">{say.fullLessons}</span>
      )}
      {open && (
        <>
          {open.number > 1 && (
            <Button kind="quiet" onClick={() => moveEarlier(open.file, open.number)}>
              {say.earlier}
            </Button>
          )}
          <Button kind="quiet" onClick={() => setAsked("rename")}>
            {say.rename}
          </Button>
          {lessons.length > 1 && (
            <Button kind="quiet" onClick={() => setAsked("remove")}>
              {say.remove}
            </Button>
          )}
        </>
      )}
      {open && asked === "rename" && <RenameDialog files={files} file={open.file} onClose={() => setAsked(undefined)} onRenamed={become} />}
      {open && asked === "remove" && (
        <Dialog
          title={say.removeTitle(open.title)}
          onClose={() => setAsked(undefined)}
          footer={
            <>
              <Button onClick={() => setAsked(undefined)}>{t.cancel}</Button>
              <Button kind="danger" onClick={() => remove(open.file)}>
                {say.remove}
              </Button>
            </>
          }
        >
          <p>{say.removeWhat}</p>
        </Dialog>
      )}
    </div>
  );
}

type RenameDialogProps = {
  files: SourceFiles;
  file: string;
  onClose: () => void;
  onRenamed: (next: { files: SourceFiles; file: string }) => void;
};

function RenameDialog({ files, file, onClose, onRenamed }: RenameDialogProps) {
  const [name, setName] = useState(nameOfLesson(file));
  const [isTried, setTried] = useState(false);
  const form = useId();
  const next = withLessonCalled(files, file, name.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!next) return;
    onRenamed(next);
    onClose();
    toast(say.renamed(next.file));
  };
  return (
    <Dialog
      title={say.rename}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" type="submit" form={form}>
            {say.rename}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <TextField
          label={say.renameLabel}
          hint={say.renameHint}
          value={name}
          error={isTried && !next ? say.renameBad : undefined}
          onChange={({ target }) => setName(target.value)}
        />
      </form>
    </Dialog>
  );
}

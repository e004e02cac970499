import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import type { SourceProblem } from "../../../functions/curriculum/contract.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ClashPanel } from "./clash-panel.tsx";
import { DiscardDialog } from "./discard-dialog.tsx";
import { FilePicker, nameOfFile } from "./file-picker.tsx";
import { LessonTools } from "./lesson-tools.tsx";
import { LivePreview } from "./live-preview.tsx";
import { ModuleFrame } from "./module-frame.tsx";
import { inFileOrder, isLessonFile } from "./module-files.ts";
import { ProblemList } from "./problem-list.tsx";
import { SaveLine } from "./save-line.tsx";
import { TextEditor, type TextEditorHandle } from "./text-editor.tsx";
import { useCompiled } from "./use-compiled.ts";
import { useDraftKeeper } from "./use-draft-keeper.ts";

const say = authoring.edit;
const from = "/signed-in/admin/content/$moduleId/edit";

/** A module's text in one box and what it makes beside it. Whatever is typed is kept at once, here and then on the server. */
export function EditPage() {
  const { moduleId } = useParams({ from });
  return <Editor key={moduleId} moduleId={moduleId} />;
}

function Editor({ moduleId }: { moduleId: string }) {
  const { file: asked } = useSearch({ from });
  const navigate = useNavigate({ from: "/admin/content/$moduleId/edit" });
  const { page, keeper, state } = useDraftKeeper(moduleId);
  const { files } = state;
  const compiled = useCompiled(moduleId, files);
  const editor = useRef<TextEditorHandle>(null);
  const [isDiscarding, setDiscarding] = useState(false);
  const file = asked !== undefined && files[asked] !== undefined ? asked : inFileOrder(Object.keys(files))[0];
  const goTo = (next: string) => void navigate({ search: { file: next }, replace: true, resetScroll: false });
  const showProblem = (problem: SourceProblem) => {
    if (files[problem.file] === undefined) return;
    if (problem.file !== file) goTo(problem.file);
    editor.current?.goTo(problem);
  };
  if (file === undefined)
    return (
      <ModuleFrame moduleId={moduleId} tab="edit">
        <EmptyState title={say.emptyTitle}>{say.empty}</EmptyState>
      </ModuleFrame>
    );
  const hasSomething = page.draft !== undefined || state.status !== "saved";
  return (
    <ModuleFrame moduleId={moduleId} tab="edit">
      {state.clashes.length > 0 && <ClashPanel page={page} keeper={keeper} state={state} />}
      <FilePicker files={files} before={page.current} isLocal={page.isLocal} value={file} onChoose={goTo} />
      {page.isLocal && <LessonTools files={files} file={isLessonFile(file) ? file : undefined} keeper={keeper} goTo={goTo} />}
      <div className="admin-write">
        <div className="stack">
          <TextEditor
            ref={editor}
            file={file}
            label={say.text(nameOfFile(file, files))}
            text={files[file] ?? ""}
            onChange={(text) => keeper.write(file, text)}
          />
          <details className="admin-write-how">
            <summary>{say.how}</summary>
            <ul>
              {say.howLines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </div>
        <div className="admin-write-beside">
          <div className="admin-write-state">
            <SaveLine page={page} state={state} />
            {hasSomething && Object.keys(page.current).length > 0 && (
              <Button kind="quiet" onClick={() => setDiscarding(true)}>
                {authoring.module.discard}
              </Button>
            )}
          </div>
          <ProblemList compiled={compiled} onShow={showProblem} />
          <LivePreview compiled={compiled} file={file} files={files} />
        </div>
      </div>
      {isDiscarding && <DiscardDialog moduleId={moduleId} onClose={() => setDiscarding(false)} />}
    </ModuleFrame>
  );
}

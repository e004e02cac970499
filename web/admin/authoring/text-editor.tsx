import { type Ref, useEffect, useId, useImperativeHandle, useRef } from "react";
import { offsetOf } from "./module-files.ts";

/** Puts the caret into a place of a text, as soon as that file is the one shown. */
export type TextEditorHandle = { goTo: (place: { file: string; line: number; column: number }) => void };

type TextEditorProps = { file: string; label: string; text: string; onChange: (text: string) => void; ref: Ref<TextEditorHandle> };

/** One file's text in a plain box, with the browser's own undo, spelling and find. */
export function TextEditor({ file, label, text, onChange, ref }: TextEditorProps) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<{ file: string; line: number; column: number }>(undefined);
  const arrive = () => {
    const place = wanted.current;
    if (!box.current || place?.file !== file) return;
    wanted.current = undefined;
    const at = offsetOf(box.current.value, place.line, place.column);
    // A browser brings the caret into view when the box gains the focus, not when the caret moves.
    box.current.blur();
    box.current.setSelectionRange(at, at);
    box.current.focus();
  };
  useImperativeHandle(ref, () => ({
    goTo: (place) => {
      wanted.current = place;
      arrive();
    },
  }));
  useEffect(arrive);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        key={file}
        ref={box}
        id={id}
        className="input admin-write-text"
        value={text}
        maxLength={60_000}
        lang="en"
        spellCheck
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

import { uploadWords as say } from "../strings/en-upload.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ProgressBar } from "../ui/progress.tsx";
import type { useUpload } from "./upload-file.ts";
import "./upload-progress.css";

/** How far a file is while it is sent, with a way to stop it; afterwards, that it was stopped. Stands after the button that sends. */
export function UploadProgress({ upload: { state, isStopped, stop } }: { upload: ReturnType<typeof useUpload> }) {
  if (!state) return isStopped ? <Notice kind="info">{say.stopped}</Notice> : null;
  const { name, step, sent, bytes } = state;
  return (
    <div className="upload-progress">
      <ProgressBar label={say.label(name)} value={sent} max={bytes} text={step === "sending" ? say.sending(sent, bytes) : say[step]} />
      {step === "sending" && (
        <Button
          kind="quiet"
          onClick={({ currentTarget: { form } }) => {
            stop();
            // The button goes; whoever works by keyboard stays where the next step is.
            form?.querySelector<HTMLElement>("[type=submit]")?.focus();
          }}
        >
          {say.stop}
        </Button>
      )}
    </div>
  );
}

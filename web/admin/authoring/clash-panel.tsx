import { useState } from "react";
import type { AuthoringPage } from "../../../functions/curriculum/contract.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { t } from "../../strings/en.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { DiffView } from "./diff-view.tsx";
import type { DraftKeeper, KeeperState } from "./draft-keeper.ts";
import { nameOfFile } from "./file-picker.tsx";

const say = authoring.edit;

/** Where the panel stands in the page, for links that lead to it. */
export const clashPanelId = "both-texts";

/** Two people changed the same file: shows both texts, line by line, and lets one choose. Neither is lost before that. */
export function ClashPanel({ page, keeper, state }: { page: AuthoringPage; keeper: DraftKeeper; state: KeeperState }) {
  const [asked, setAsked] = useState<string>();
  const { files, theirs, clashes } = state;
  const nameOf = (file: string) => nameOfFile(file, { ...theirs, ...files });
  return (
    <div className="stack" id={clashPanelId} tabIndex={-1}>
      <Notice kind="warn" title={say.clashTitle(page.draft?.savedBy ?? say.someone)} isAlert>
        {say.clashLead}
      </Notice>
      {clashes.map((file) => (
        <section key={file} className="card stack" aria-label={say.clashFile(nameOf(file))}>
          <h2>{say.clashFile(nameOf(file))}</h2>
          <DiffView from={theirs[file] ?? say.removedText} to={files[file] ?? say.removedText} view="unified" />
          <div className="row">
            <Button kind="primary" onClick={() => keeper.settle(file, "mine")}>
              {say.mine}
              <span className="visually-hidden">: {nameOf(file)}</span>
            </Button>
            <Button onClick={() => setAsked(file)}>
              {say.theirs}
              <span className="visually-hidden">: {nameOf(file)}</span>
            </Button>
          </div>
        </section>
      ))}
      {asked !== undefined && (
        <Dialog
          title={say.theirsTitle}
          onClose={() => setAsked(undefined)}
          footer={
            <>
              <Button onClick={() => setAsked(undefined)}>{t.cancel}</Button>
              <Button
                kind="danger"
                onClick={() => {
                  keeper.settle(asked, "theirs");
                  setAsked(undefined);
                }}
              >
                {say.theirs}
              </Button>
            </>
          }
        >
          <p>{say.theirsWhat(nameOf(asked))}</p>
        </Dialog>
      )}
    </div>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { showPage, useDraftKeeper } from "./use-draft-keeper.ts";

const say = authoring.module;

/** Says what throwing a draft away does, and does it once confirmed: on the server and on this device. */
export function DiscardDialog({ moduleId, onClose }: { moduleId: string; onClose: () => void }) {
  const queries = useQueryClient();
  const { keeper, state } = useDraftKeeper(moduleId);
  const { send, isSending, error } = useSend({
    send: async ({ version }: { version: number }, options) => {
      const query = { version: String(version) };
      const page = await ask(client.api.authoring[":moduleId"].draft.$delete({ param: { moduleId }, query }, options));
      keeper.forget(page);
      await showPage(queries, page);
    },
    refreshes: [["authoring"]],
    onDone: () => {
      onClose();
      toast(say.discarded);
    },
  });
  return (
    <Dialog
      title={say.discardTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say.keepIt}</Button>
          <Button kind="danger" isBusy={isSending} busyLabel={say.discarding} onClick={() => send({ version: state.version })}>
            {say.discard}
          </Button>
        </>
      }
    >
      <p>{say.discardWhat}</p>
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import type { EditionView } from "../../../functions/curriculum/contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSession } from "../../app/session.ts";
import { useSend } from "../../app/use-send.ts";
import { t } from "../../strings/en.ts";
import { authoring } from "../../strings/en-authoring.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { touchedByPublishing } from "./queries.ts";
import { showPage } from "./use-draft-keeper.ts";

const say = authoring.module;

/** Takes an edition back before its day, once the administrator has read what that means. */
export function WithdrawDialog({ moduleId, edition, onClose }: { moduleId: string; edition: EditionView; onClose: () => void }) {
  const queries = useQueryClient();
  const { today } = useSession();
  const { number, publishOn } = edition;
  const { send, isSending, error } = useSend({
    send: (_: undefined, options) =>
      ask(client.api.authoring[":moduleId"].editions[":number"].withdrawal.$post({ param: { moduleId, number: String(number) } }, options)),
    refreshes: touchedByPublishing,
    onDone: (page) => {
      void showPage(queries, page);
      onClose();
      toast(say.withdrawn(number));
    },
  });
  return (
    <Dialog
      title={say.withdrawTitle(number)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.withdrawing} onClick={() => send(undefined)}>
            {say.withdraw}
          </Button>
        </>
      }
    >
      <p>{say.withdrawWhat(publishOn, today)}</p>
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

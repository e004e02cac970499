import type { OutsideBadgeView } from "../../functions/badges/outside-contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { outsideBadgeWords as say } from "../strings/en-outside-badges.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";

/** Looks again at a badge of another issuer: whether it was revoked since. */
export function CheckAgain({ badge: { id, staffId, title } }: { badge: OutsideBadgeView }) {
  const { send, isSending, error } = useSend({
    send: (badgeId: string, options) =>
      ask(client.api.staff[":staffId"]["outside-badges"][":badgeId"].check.$post({ param: { staffId, badgeId } }, options)),
    refreshes: [["outside-badges"], ["person", staffId], ["timeline"]],
    onDone: () => toast(say.checkedAgain),
  });
  return (
    <>
      <Button isBusy={isSending} busyLabel={say.checkingAgain} onClick={() => send(id)}>
        {say.checkAgain}
        <span className="visually-hidden"> {title}</span>
      </Button>
      {error && <ProblemNotice error={error} />}
    </>
  );
}

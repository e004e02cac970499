import { t } from "../strings/en.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Notice } from "../ui/notice.tsx";
import { dismissRefused, flushOutbox, useOutbox } from "./outbox.ts";

/** What has not reached the server, said honestly at the foot of the page; nothing while all is well. */
export function SaveStatus() {
  const { waiting, refused, trouble, isSending } = useOutbox();
  const isWaiting = waiting > 0 && trouble !== undefined;
  if (!isWaiting && refused.length === 0) return null;
  return (
    <aside className="save-status no-print" aria-label={t.saving.title}>
      {refused.length > 0 && (
        <Notice kind="bad" title={t.saving.refusedTitle} isAlert>
          <ul>
            {refused.map(({ id, kind, refusal }) => (
              <li key={id}>{t.saving.refused(t.saving.kinds[kind], refusal ?? "")}</li>
            ))}
          </ul>
          <Button kind="secondary" onClick={dismissRefused}>
            {t.saving.dismiss}
          </Button>
        </Notice>
      )}
      {isWaiting && (
        <div className="save-waiting">
          <Icon name="offline" />
          <p>{trouble === "signedOut" ? t.saving.waitingSignIn : t.saving.waiting(waiting)}</p>
          <Button kind="secondary" isBusy={isSending} busyLabel={t.saving.sending} onClick={() => void flushOutbox()}>
            {t.saving.sendNow}
          </Button>
        </div>
      )}
    </aside>
  );
}

import { type RefObject, useId, useState } from "react";
import type { ReminderPreferences } from "../../functions/reminders/contract.ts";
import type { SessionView } from "../../functions/roster/contract.ts";
import { account } from "../strings/en-account.ts";
import { chooseLanguage, type Language, language, languageNames, languages } from "../strings/language.ts";
import { Button } from "../ui/button.tsx";
import { client, persistentFetch } from "./api.ts";
import { MailChoices } from "./mail-choices.tsx";
import { useOutbox } from "./outbox.ts";
import { type Scheme, useScheme } from "./scheme.ts";
import { useClosing } from "./use-closing.ts";
import { useSignOut } from "./sign-out.ts";

const schemes: Scheme[] = ["system", "light", "dark"];

/** What the account menu holds: who is signed in, the scheme, and the way out. */
export function AccountPanel({
  session,
  box,
  onClose,
}: {
  session: SessionView;
  /** The button and this panel: what is not outside. */
  box: RefObject<HTMLElement | null>;
  onClose: (isByKey: boolean) => void;
}) {
  useClosing(box, onClose);
  const [scheme, setScheme] = useScheme();
  const { signOut, isSigningOut } = useSignOut();
  const { waiting } = useOutbox();
  const schemeName = useId();
  const languageName = useId();
  const [spoken, setSpoken] = useState<Language>(language);
  const speak = (chosen: Language): void => {
    setSpoken(chosen);
    // Mail follows the language of the pages: told on the way, for nothing that is being written may wait and be lost to a slow connection.
    void persistentFetch(client.api.my.reminders.$url(), {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ language: chosen } satisfies ReminderPreferences),
      keepalive: true,
    }).catch(() => undefined);
    chooseLanguage(chosen);
  };
  const [isMailOpen, setMailOpen] = useState(false);
  return (
    <>
      <p>
        <strong>{session.name}</strong>
        <br />
        <span className="quiet small">{session.district.name}</span>
      </p>
      <fieldset className="account-schemes">
        <legend className="small quiet">{account.scheme}</legend>
        {schemes.map((one) => (
          <label key={one} className="account-scheme">
            <input type="radio" name={schemeName} checked={scheme === one} onChange={() => setScheme(one)} />
            <span>{account.schemes[one]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="account-schemes">
        <legend className="small quiet">{account.language}</legend>
        {languages.map((one) => (
          <label key={one} className="account-scheme" lang={one}>
            <input type="radio" name={languageName} checked={spoken === one} onChange={() => speak(one)} />
            <span>{languageNames[one]}</span>
          </label>
        ))}
      </fieldset>
      <details className="account-mail" onToggle={(event) => setMailOpen(event.currentTarget.open)}>
        <summary>{account.mail.title}</summary>
        {isMailOpen && <MailChoices />}
      </details>
      {waiting > 0 && <p className="small quiet">{account.signOutWaiting(waiting)}</p>}
      <Button isBusy={isSigningOut} busyLabel={account.signingOut} onClick={() => void signOut()}>
        {account.signOut}
      </Button>
    </>
  );
}

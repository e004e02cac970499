import { useEffect, useId, useRef, useState } from "react";
import type { SessionView } from "../../functions/roster/contract.ts";
import { t } from "../strings/en.ts";
import { Icon } from "../ui/icon.tsx";
import { useOutbox } from "./outbox.ts";
import { type Scheme, useScheme } from "./scheme.ts";
import { useSignOut } from "./sign-out.ts";

const schemes: Scheme[] = ["system", "light", "dark"];

/** Who is signed in, the scheme, and the way out. A disclosure: it opens in place, and Escape or leaving closes it. */
export function AccountMenu({ session }: { session: SessionView }) {
  const [isOpen, setOpen] = useState(false);
  const [scheme, setScheme] = useScheme();
  const { signOut, isSigningOut } = useSignOut();
  const { waiting } = useOutbox();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const schemeName = useId();

  useEffect(() => {
    if (!isOpen) return;
    const onOutside = ({ target }: Event) => target instanceof Node && !box.current?.contains(target) && setOpen(false);
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", onOutside);
    document.addEventListener("focusin", onOutside);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onOutside);
      document.removeEventListener("focusin", onOutside);
      document.removeEventListener("keydown", onKey);
    };
  }, [isOpen]);

  return (
    <div className="account" ref={box}>
      <button
        ref={button}
        type="button"
        className="account-button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        aria-label={t.shell.account(session.name)}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="account-initials" aria-hidden="true">
          {initials(session.name)}
        </span>
        <span className="account-name">{session.name}</span>
        <Icon name="chevronDown" size={16} />
      </button>
      <div className="account-panel" id={panelId} hidden={!isOpen}>
        <p>
          <strong>{session.name}</strong>
          <br />
          <span className="quiet small">{session.district.name}</span>
        </p>
        <fieldset className="account-schemes">
          <legend className="small quiet">{t.shell.scheme}</legend>
          {schemes.map((one) => (
            <label key={one} className="account-scheme">
              <input type="radio" name={schemeName} checked={scheme === one} onChange={() => setScheme(one)} />
              <span>{t.shell.schemes[one]}</span>
            </label>
          ))}
        </fieldset>
        {waiting > 0 && <p className="small quiet">{t.shell.signOutWaiting(waiting)}</p>}
        <button type="button" className="button" data-kind="secondary" aria-disabled={isSigningOut} onClick={() => void signOut()}>
          {isSigningOut ? t.shell.signingOut : t.shell.signOut}
        </button>
      </div>
    </div>
  );
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0]?.toUpperCase() ?? "").join("");
}

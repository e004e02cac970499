import { type ComponentType, type RefObject, useId, useRef, useState } from "react";
import type { SessionView } from "../../functions/roster/contract.ts";
import { t } from "../strings/en.ts";
import { Icon } from "../ui/icon.tsx";
import { toast } from "./announce.ts";

type Panel = ComponentType<{ session: SessionView; box: RefObject<HTMLDivElement | null>; onClose: (isByKey: boolean) => void }>;

/**
 * The button that opens what belongs to the person. A disclosure: its panel opens in place, is fetched when it is first
 * wanted, and closes on Escape or when it is left.
 */
export function AccountMenu({ session }: { session: SessionView }) {
  const [isOpen, setOpen] = useState(false);
  const [Panel, setPanel] = useState<Panel>();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const close = (isByKey: boolean) => {
    setOpen(false);
    if (isByKey) button.current?.focus();
  };

  const fetchPanel = () => import("./account-panel.tsx").then(({ AccountPanel }) => setPanel(() => AccountPanel));
  const toggle = () => {
    setOpen(!isOpen);
    if (Panel || isOpen) return;
    fetchPanel().catch(() => {
      setOpen(false);
      toast(t.errors.actionOffline);
    });
  };
  return (
    <div className="account" ref={box}>
      <button
        ref={button}
        type="button"
        className="account-button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        aria-label={t.shell.account(session.name)}
        onPointerEnter={() => void fetchPanel().catch(() => {})}
        onClick={toggle}
      >
        <span className="account-initials" aria-hidden="true">
          {initials(session.name)}
        </span>
        <span className="account-name">{session.name}</span>
        <Icon name="chevronDown" size={16} />
      </button>
      <div className="account-panel" id={panelId} hidden={!isOpen}>
        {isOpen && Panel && <Panel session={session} box={box} onClose={close} />}
      </div>
    </div>
  );
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0]?.toUpperCase() ?? "").join("");
}

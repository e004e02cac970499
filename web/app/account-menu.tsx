import { type ComponentType, useEffect, useId, useRef, useState } from "react";
import type { SessionView } from "../../functions/roster/contract.ts";
import { t } from "../strings/en.ts";
import { Icon } from "../ui/icon.tsx";
import { toast } from "./announce.ts";

type Panel = ComponentType<{ session: SessionView }>;

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
  useClosing(isOpen, box, (isByKey) => {
    setOpen(false);
    if (isByKey) button.current?.focus();
  });

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
        {isOpen && Panel && <Panel session={session} />}
      </div>
    </div>
  );
}

/** Closes what is open on Escape, and when the focus or the pointer goes elsewhere. */
function useClosing(isOpen: boolean, box: { current: HTMLElement | null }, close: (isByKey: boolean) => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!isOpen) return;
    const leave = new AbortController();
    const onOutside = ({ target }: Event) => target instanceof Node && !box.current?.contains(target) && latest.current(false);
    const options = { signal: leave.signal };
    document.addEventListener("pointerdown", onOutside, options);
    document.addEventListener("focusin", onOutside, options);
    document.addEventListener("keydown", ({ key }) => key === "Escape" && latest.current(true), options);
    return () => leave.abort();
  }, [isOpen, box]);
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0]?.toUpperCase() ?? "").join("");
}

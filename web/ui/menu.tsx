import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Icon } from "./icon.tsx";
import "./menu.css";

export type MenuAction = { id: string; label: string; onAction: () => void; isDangerous?: boolean };

/** A button that offers several actions. For two or fewer, show buttons instead. Heavy: only in lazily loaded pages. */
export function Menu({ label, children, actions }: { label: string; children: ReactNode; actions: MenuAction[] }) {
  return (
    <MenuTrigger>
      <Button className="button menu-button" data-kind="secondary" aria-label={label}>
        <span>{children}</span>
        <Icon name="chevronDown" size={16} />
      </Button>
      <Popover className="popover">
        <AriaMenu className="menu" aria-label={label}>
          {actions.map(({ id, label: words, onAction, isDangerous }) => (
            <MenuItem key={id} id={id} className="menu-item" data-dangerous={isDangerous || undefined} onAction={onAction}>
              {words}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

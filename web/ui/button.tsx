import { createLink } from "@tanstack/react-router";
import type { ComponentProps, ReactNode, Ref } from "react";
import { Icon, type IconName } from "./icon.tsx";
import "./button.css";

/** `primary`: the one next step of a page; `secondary`: another way; `quiet`: beside other things; `danger`: cannot be undone; `sun`: on the deep panel. */
export type ButtonKind = "primary" | "secondary" | "quiet" | "danger" | "sun";

type ButtonProps = Omit<ComponentProps<"button">, "children" | "className" | "aria-label"> & {
  kind?: ButtonKind;
  /** The words on it: they say what happens. */
  children: ReactNode;
  icon?: IconName;
  /** While its work runs it keeps focus, says so, and a second press does nothing. */
  isBusy?: boolean;
  busyLabel?: string;
};

/** A button with words. It is `type="button"` unless it says otherwise. */
export function Button({ kind = "secondary", children, icon, isBusy = false, busyLabel, onClick, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className="button"
      data-kind={kind}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {isBusy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{isBusy ? (busyLabel ?? children) : children}</span>
    </button>
  );
}

/** A button with a drawing only; `label` is its name for everyone who cannot see the drawing. */
export function IconButton({
  label,
  icon,
  ...rest
}: Omit<ComponentProps<"button">, "children" | "className" | "aria-label"> & { label: string; icon: IconName }) {
  return (
    <button type="button" {...rest} className="icon-button" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  );
}

type AnchorProps = Omit<ComponentProps<"a">, "className" | "children"> & {
  kind?: ButtonKind;
  icon?: IconName;
  children: ReactNode;
  ref?: Ref<HTMLAnchorElement>;
};

function ButtonAnchor({ kind = "secondary", icon, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className="button" data-kind={kind}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  );
}

/** A link to a page of the application that looks like a button, for a page's next step. */
export const ButtonLink = createLink(ButtonAnchor);

/** A link to a file or another site that looks like a button. */
export function ButtonAnchorLink({ href, ...rest }: AnchorProps & { href: string }) {
  return <ButtonAnchor href={href} {...rest} />;
}

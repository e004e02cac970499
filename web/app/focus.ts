import { type RefObject, useEffect, useRef } from "react";

/**
 * For what takes the place of the button that was pressed: it receives the focus when it appears, so that nobody who
 * works by keyboard or screen reader is left at the top of the page. The element needs `tabIndex={-1}`.
 */
export function useFocusOnArrival<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: "start" });
  }, []);
  return element;
}

/** Moves to the first field that needs correcting, once it is marked. */
export function focusFirstInvalid(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>("[data-invalid] :is(input, textarea, select)")?.focus());
}

import { type RefObject, useEffect, useRef } from "react";

/** Closes what is open in `box` on Escape (`isByKey`), and when the focus or the pointer goes elsewhere. */
export function useClosing(box: RefObject<HTMLElement | null>, close: (isByKey: boolean) => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const leave = new AbortController();
    const onOutside = ({ target }: Event) => target instanceof Node && !box.current?.contains(target) && latest.current(false);
    const options = { signal: leave.signal };
    document.addEventListener("pointerdown", onOutside, options);
    document.addEventListener("focusin", onOutside, options);
    document.addEventListener("keydown", ({ key }) => key === "Escape" && latest.current(true), options);
    return () => leave.abort();
  }, [box]);
}

import { useLayoutEffect, useRef, useState } from "react";

/**
 * The width of an element in CSS pixels, measured before the first paint and whenever it changes. Heights of charts are
 * set by style alone, so a new width never moves what is below.
 */
export function useWidth<E extends HTMLElement>(): { ref: React.RefObject<E | null>; width: number } {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

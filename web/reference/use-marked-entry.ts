import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/** The entry that the address names: it is scrolled to, gets the focus, and is marked by the page's style. */
export function useMarkedEntry(): string {
  const { hash } = useLocation();
  useEffect(() => {
    const entry = hash === "" ? null : document.getElementById(hash);
    entry?.scrollIntoView({ block: "center" });
    entry?.focus({ preventScroll: true });
  }, [hash]);
  return hash;
}

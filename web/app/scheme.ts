import { useState } from "react";

/** Light, dark, or whatever the device says. */
export type Scheme = "system" | "light" | "dark";

const key = "throughline.scheme";

function readScheme(): Scheme {
  const chosen = document.documentElement.dataset.scheme;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** The chosen scheme and how to choose another; `start.js` applies it before the first paint next time. */
export function useScheme(): [Scheme, (scheme: Scheme) => void] {
  const [scheme, setScheme] = useState(readScheme);
  return [
    scheme,
    (chosen) => {
      setScheme(chosen);
      if (chosen === "system") delete document.documentElement.dataset.scheme;
      else document.documentElement.dataset.scheme = chosen;
      try {
        if (chosen === "system") localStorage.removeItem(key);
        else localStorage.setItem(key, chosen);
      } catch {
        // Without storage the choice lasts as long as the page.
      }
    },
  ];
}

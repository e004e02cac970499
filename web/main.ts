import { loadLanguage } from "./strings/language.ts";

async function open(): Promise<void> {
  // The words first, then whatever says them.
  await loadLanguage();
  const root = document.getElementById("root");
  if (import.meta.env.DEV && root && location.pathname.startsWith("/write")) (await import("./write/write-app.tsx")).startWriting(root);
  else await import("./app/start-app.tsx");
}

// Not awaited at the top level: the pages import this very file's chunk, and would wait for it.
void open();

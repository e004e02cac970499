import { loadLanguage } from "./strings/language.ts";

// The words first, then whatever says them. Not awaited at the top level: the pages import this very file's chunk.
void loadLanguage().then(() => import("./app/start-app.tsx"));

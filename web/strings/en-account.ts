import { count } from "./en.ts";
import { localized } from "./language.ts";

/** What the account menu says once it is open. */
export const account = localized("account", {
  language: "Language",
  scheme: "Appearance",
  schemes: { system: "As this device", light: "Light", dark: "Dark" },
  signOut: "Sign out",
  signingOut: "Signing out…",
  signOutWaiting: (n: number) =>
    `${count(n, "step is", "steps are")} still waiting on this device. They stay here, under your name, and are sent the next time you sign in on it.`,
});

import { count } from "./en.ts";
import { localized } from "./language.ts";

/** What the account menu says once it is open. */
export const account = localized("account", {
  language: "Language",
  scheme: "Appearance",
  schemes: { system: "As this device", light: "Light", dark: "Dark" },
  mail: {
    title: "Reminders by mail",
    lead: "At most one mail a day. What a person writes to you comes all the same, and your dates do not change.",
    loading: "Looking…",
    none: "Your district sends no reminders by itself.",
    inThisLanguage: "All mail in English",
    saved: "Saved. It takes effect at once.",
    kinds: {
      overdue: "Something is past its date",
      dueSoon: "Something falls due soon",
      returned: "Practice came back with a comment",
      newlyAssigned: "Something new was assigned",
      renewal: "A certificate can be renewed",
      reviewWaiting: "Practice waits for my review",
      decisionWaiting: "Work or an application waits for my decision",
      peopleOverdue: "People I support are late for long",
      leaderDigest: "How my school or district stands, once a week",
    },
  },
  signOut: "Sign out",
  signingOut: "Signing out…",
  signOutWaiting: (n: number) =>
    `${count(n, "step is", "steps are")} still waiting on this device. They stay here, under your name, and are sent the next time you sign in on it.`,
});

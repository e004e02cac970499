import { count, words } from "./en.ts";
import { localized } from "./language.ts";

/** What administrators read about keys of other programs and about the self-check. */
export const upkeep = localized("upkeep", {
  keys: {
    title: "Keys",
    lead: "A key lets another program of your district, a dashboard for example, read the figures across schools. It reads nothing that has a name in it, and changes nothing.",
    make: "Make a key",
    name: "What is it for?",
    expires: "Good until",
    expiresHint: "A year at most.",
    making: "Making…",
    made: (name: string) => `The key for ${name} was made`,
    once: "Copy it now. It is shown this once and kept nowhere.",
    notShown: "The key was made, but it cannot be shown again. Revoke it and make another.",
    list: "Keys of the district",
    noneTitle: "There is no key yet",
    none: "Make one when a program asks for it.",
    key: "Key begins with",
    state: "State",
    states: { active: "Good", expired: "Expired", revoked: "Revoked" },
    used: "Last used",
    never: "never",
    act: "Action",
    revoke: "Revoke",
    revoking: "Revoking…",
    revokeTitle: (name: string) => `Revoke the key for ${name}?`,
    revokeWhat: "The program that uses it can read nothing from this moment on. This cannot be undone; another key can be made.",
    revoked: (name: string) => `The key for ${name} is revoked`,
  },
  check: {
    title: "Self-check",
    lead: "Every night what stands is compared with what follows from your district's records. Figures that differ are worked out anew at once; records are never touched.",
    run: "Check now",
    starting: "Starting…",
    running: "The check",
    never: "No check has run yet",
    neverWhat: "The first one runs tonight, or now if you ask for it.",
    well: (people: number, schools: number) =>
      `All well: ${count(people, "record", "records")} of people at ${count(schools, "school", "schools")} looked at.`,
    found: (n: number, repaired: number) =>
      repaired === n
        ? `${count(n, "finding", "findings")}, all worked out anew.`
        : `${count(n, "finding", "findings")}, ${words.number(repaired)} worked out anew.`,
    last: (date: string) => `Last check: ${date}`,
    findings: "What was found",
    what: "Finding",
    row: "Row",
    expected: "Expected",
    there: "Found",
    next: "What next",
    repaired: "Worked out anew",
  },
});

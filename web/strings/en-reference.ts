import { count, list, quoted } from "./en.ts";
import { localized } from "./language.ts";

/** What the pages say in which everyone looks things up: search, glossary, library, Common Model. */
export const reference = localized("reference", {
  navigation: "Reference",
  pages: { glossary: "Glossary", library: "Library", model: "Common Model" },

  search: {
    title: "Search",
    label: "Search lessons, words, job aids and guides",
    placeholder: "A word, a lesson, a guide",
    hint: "Lessons, words of the glossary, job aids, guides and the Common Model. Small typing mistakes do no harm.",
    count: (n: number) => (n === 0 ? "Nothing found" : count(n, "result", "results")),
    loose: (n: number) => `Nothing holds all of these words. ${count(n, "result holds", "results hold")} some of them.`,
    noneTitle: (text: string) => `Nothing found for ${quoted(text)}`,
    none: "Try fewer words, or another word for the same thing. The glossary lists what the field calls things.",
    kinds: { lesson: "Lesson", module: "Module", "job-aid": "Job aid", term: "Word", resource: "Library", element: "Common Model" },
  },

  glossary: {
    title: "Glossary",
    lead: (n: number) => `${count(n, "word", "words")} that mean the same in every school of the district.`,
    filter: "Find a word",
    shown: (n: number, all: number) => (n === all ? count(all, "word", "words") : `${n} of ${count(all, "word", "words")}`),
    noneTitle: "No word fits",
    none: "Clear the field to see them all, or search the lessons instead.",
    notToBeConfused: "Not to be confused with",
    taughtIn: "Taught in",
  },

  library: {
    title: "Library",
    lead: "Guides, courses, tools and recordings to go further, from public sources and from your own district.",
    filter: "Find by words",
    role: "For",
    everyRole: "Every role",
    tier: "Tier",
    everyTier: "Every tier",
    tierName: (tier: number) => `Tier ${tier}`,
    tierNames: (tiers: number[]) => (tiers.length === 1 ? `Tier ${tiers[0]}` : `Tiers ${list(tiers.map(String))}`),
    kind: "Kind",
    everyKind: "Every kind",
    kinds: { guide: "Guide", recording: "Recording", course: "Course", tool: "Tool" },
    shown: (n: number, all: number) => (n === all ? count(all, "entry", "entries") : `${n} of ${count(all, "entry", "entries")}`),
    noneTitle: "Nothing fits",
    none: "Choose every role, tier and kind to see the whole library.",
    ours: "Our district's",
    captions: "With captions and a",
    transcript: "transcript",
    goesWith: "Goes with",
    forModule: "Go further",
  },

  model: {
    title: "Common Model",
    lead: (n: number) =>
      `${count(n, "agreement", "agreements")} that hold in every school, each with what it looks like when it is in place.`,
    print: "Print",
    fits: { tight: "Tight", loose: "Loose" },
    fitHints: { tight: "The same in every school", loose: "A school may adapt it and writes down how" },
    columns: { expected: "In place", developmental: "On the way", unacceptable: "Works against it" },
    owner: "Who keeps it",
    evidence: "What shows it",
    taughtIn: "Taught in",
    noneTitle: "No elements yet",
    none: "The district's model will be shown here.",
  },
});

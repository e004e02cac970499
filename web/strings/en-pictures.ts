import { localized } from "./language.ts";

/** The words inside the drawings, line by line as they fit the sheet. They are short: what a drawing shows is said in full beside it. */
export const pictures = localized("pictures", {
  tiers: {
    aside: ["Layers of help,", "never groups", "of children"],
    one: { name: "Tier 1", note: ["for everyone, all year"] },
    two: { name: "Tier 2", note: ["added for a small group"] },
    three: { name: "Tier 3", note: ["added, fitted", "to one student"] },
  },

  fourQuestions: {
    need: { name: ["What is", "the need?"], note: ["the gap, stated", "precisely"] },
    why: { name: ["Why is it", "happening?"], note: ["look at delivery", "first"] },
    what: { name: ["What will", "we do?"], note: ["few actions, each", "with an owner"] },
    working: { name: ["Is it", "working?"], note: ["Was it delivered?", "Did it help?"] },
    again: ["again, knowing more"],
  },

  decisionRule: {
    goalLine: "goal line",
    below: ["four points in a row", "below the line"],
    weeks: "weeks",
    askFirst: "First: was it delivered?",
    thenDecide: ["Then: change, keep or fade"],
  },

  dose: {
    planned: { name: "Planned", note: "8 sessions, 240 minutes" },
    held: { name: "Held", note: "6 sessions, 138 minutes" },
    received: { name: "Received", note: "5 sessions, 115 minutes" },
    key: ["A box is a session; what fills it,", "the minutes. Dashed: it was missed."],
  },

  meetingLoop: {
    inMeeting: "in the meeting",
    back: { name: "Look back", note: "Delivered? Did it help?" },
    problem: { name: "State the problem", note: "what, who, where, when, why" },
    goal: { name: "Set a goal", note: "a number and a date" },
    plan: { name: "Plan", note: "few actions, each with an owner" },
    doIt: { name: "Do it", note: "between meetings" },
    base: ["The base: roles with backups, an agenda,", "people who can decide, minutes"],
  },

  coachingCycle: {
    agree: { name: "Agree", note: ["on one practice"] },
    baseline: { name: "Baseline", note: ["how is it", "now?"] },
    goal: { name: "Goal", note: ["a number", "and a date"] },
    practice: { name: "Practice", note: ["with feedback,", "often"] },
    fade: { name: "Fade", note: ["less help,", "as it holds"] },
    between: ["notes stay", "with the two"],
    later: "30 to 60 days later: does it still hold?",
  },

  behaviorChain: {
    setting: { name: "Setting event", note: "earlier; makes it likelier" },
    antecedent: { name: "Antecedent", note: "what comes right before" },
    behavior: { name: "Behavior", note: "what anyone can see and count" },
    consequence: { name: "Consequence", note: "what follows right after" },
    purpose: { name: "Function", note: ["what it gets, or gets away from,", "and so why it comes back"] },
  },

  stages: {
    exploration: { name: ["Exploration"], note: ["Does it fit us?"] },
    installation: { name: ["Installation"], note: ["time, roles,", "training"] },
    initial: { name: ["Initial", "implementation"], note: ["in use, unevenly"] },
    full: { name: ["Full", "implementation"], note: ["most do it well"] },
    back: ["It can move back when people,", "money or conditions change."],
  },
});

import { expect, it } from "vitest";
import { assignmentMail } from "../../functions/assignment/mail-words.ts";
import { badgesMail } from "../../functions/badges/mail-words.ts";
import { certificationMail } from "../../functions/certification/mail-words.ts";
import { creditMail } from "../../functions/credit/mail-words.ts";
import { learningMail } from "../../functions/learning/mail-words.ts";
import type { Letters } from "../../functions/platform/letters.ts";
import { portfolioMail } from "../../functions/portfolio/mail-words.ts";
import { remindersMail } from "../../functions/reminders/mail-words.ts";
import { readSources } from "../architecture/source-tree.ts";

type Mail = Record<string, (about: never) => Letters>;
/** What each kind of a capability's mail may be about: one that is added has no sample, and does not compile. */
type Samples<M extends Mail> = { [Kind in keyof M]: Parameters<M[Kind]>[0][] };

function written<M extends Mail>(mail: M, samples: Samples<M>): [string, Letters, unknown][] {
  return Object.entries(mail).flatMap(([kind, write]) =>
    (samples[kind as keyof M] as never[]).map((about): [string, Letters, unknown] => [kind, write(about), about]),
  );
}

const to = { givenName: "Noor", address: "https://pathway.example/somewhere" };
const titled = { ...to, title: "MTSS Foundations" };
const titles = { en: "One system", es: "Un solo sistema" };
const badge = { ...titled, issuer: "Cedar Ridge", by: "Sam Whitfield", reason: "Se ve bien." };
const countsFor = { modules: [titles], certifications: ["Practitioner"] };
const day = { expiresOn: "2029-02-15", dueOn: "2027-01-16" };
const isAccepted = [true, false];

const all = [
  ...written(learningMail, {
    reviewed: isAccepted.map((is) => ({
      ...to,
      titles,
      tasks: { en: "A walk-through", es: "Un recorrido" },
      reviewer: is ? "Cho Coach" : undefined,
      isAccepted: is,
    })),
    emptied: isAccepted.map((is) => ({ ...to, titles, reviewer: "Cho Coach", isAccepted: is })),
  }),
  ...written(portfolioMail, {
    observed: [{ ...to, observer: "Ximena Soto" }],
    piece: (["accepted", "returned", "purged"] as const).map((state) => ({ ...to, reviewer: "Cho Coach", state })),
    referenceAsked: ["", "¿Puede ser?"].map((note) => ({ ...to, asker: "Ana Ruiz", askerGivenName: "Ana", note })),
    referenceAnswered: [true, false].map((isGiven) => ({ ...to, referee: "Ximena Soto", isGiven })),
    referenceEmptied: [{ ...to, reviewer: "Cho Coach", referee: "Ximena Soto" }],
    ownWordsEmptied: [{ givenName: "Noor", reviewer: "Cho Coach", recommended: "Ana Ruiz" }],
    sampleCompared: [{ ...to, other: "Ana Ruiz", titles: { en: "A team meeting", es: "Una reunión de equipo" } }],
  }),
  ...written(certificationMail, {
    issued: [true, false].map((isRenewal) => ({
      ...titled,
      ...day,
      isRenewal,
      district: "Maple Valley",
      renewalOpensOn: "2028-11-17",
      verifyAddress: "https://pathway.example/verify/x",
    })),
    revoked: [titled],
    applicationReturned: [titled],
    appealDecided: [true, false].map((isOverturned) => ({
      ...to,
      isOverturned,
      decider: isOverturned ? "Eli Lee" : undefined,
      comment: "OK.",
    })),
    changed: [{ ...titled, ...day, district: "Maple Valley", parts: { en: ["Read what changed"], es: ["Lea lo que cambió"] } }],
  }),
  ...written(creditMail, {
    decided: (["agree", "refuse", "approve", "return", "takeBack"] as const).map((decision) => ({ ...to, by: "Eli Lee", decision })),
  }),
  ...written(assignmentMail, {
    extensionDecided: [day.dueOn, undefined].map((dueOn) => ({ ...to, titles, by: "Cho Coach", dueOn, words: dueOn ? "" : "No llega." })),
  }),
  ...written(badgesMail, {
    counts: [day.dueOn, undefined].map((until) => ({ ...badge, ...countsFor, until })),
    withdrawn: [true, false].map((isForged) => ({ ...titled, issuer: "Cedar Ridge", ...countsFor, isForged })),
    takenBack: [{ ...badge, ...countsFor }],
    doesNotCount: [badge, { ...badge, reason: "" }],
  }),
  ...written(remindersMail, {
    nudge: [{ ...to, titles, from: "Cho Coach", minutesLeft: 12, dueOn: day.dueOn, message: "¿Le ayudo?" }],
  }),
];

/** Every name and text that a message is given, however deep it lies; what is given in each language is another in each. */
const textsIn = (about: unknown): string[] => {
  if (typeof about === "string") return /^\p{Ll}/u.test(about) && !about.startsWith("https:") ? [] : [about];
  if (about === null || typeof about !== "object") return [];
  return Object.entries(about).flatMap(([key, value]) => (key === "en" || key === "es" ? [] : textsIn(value)));
};
/** What is given in each language. */
const pairsIn = (about: unknown): [string, string][] => {
  if (about === null || typeof about !== "object") return [];
  const { en, es } = about as Record<string, unknown>;
  if (typeof en === "string" && typeof es === "string") return [[en, es]];
  return Object.values(about).flatMap(pairsIn);
};
const numbersIn = (text: string): string[] => [...text.matchAll(/\d+/g)].map(([number]) => number).toSorted();
const words = ({ subject, body }: Letters["en"]): string => `${subject}\n${body}`;

it("every kind of mail that goes at once says the same in English and in Spanish: names, words, addresses, days and numbers", () => {
  for (const [kind, { en, es }, about] of all) {
    const spanish = words(es);
    const given = textsIn(about).filter((text) => text !== "" && words(en).includes(text));
    expect({ kind, missing: given.filter((text) => !spanish.includes(text)) }).toEqual({ kind, missing: [] });
    expect({ kind, numbers: numbersIn(spanish) }).toEqual({ kind, numbers: numbersIn(words(en)) });
    for (const [english, own] of pairsIn(about))
      expect([kind, words(en).includes(english), words(en).includes(own), spanish.includes(english), spanish.includes(own)]).toEqual([
        kind,
        true,
        false,
        false,
        true,
      ]);
    expect(spanish).toMatch(/^.+\nHola, Noor:\n/);
    expect(words(en)).toMatch(/^.+\nHello Noor,\n/);
    expect(es.body.split("\n\n")).toHaveLength(en.body.split("\n\n").length);
    for (const [i, paragraph] of es.body.split("\n\n").entries()) {
      if (given.every((text) => text !== paragraph)) expect({ kind, paragraph }).not.toEqual({ kind, paragraph: en.body.split("\n\n")[i] });
    }
    expect(spanish).not.toMatch(/undefined|\bthe\b|\byour\b/i);
  }
});

it("no kind of mail is left out: whoever has words for mail is looked at here", () => {
  const homes = [...readSources(process.cwd(), ["functions"])].map(([path]) => path).filter((path) => path.endsWith("/mail-words.ts"));
  expect(homes).toHaveLength(7);
});

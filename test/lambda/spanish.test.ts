import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { historyProblemsInSpanish } from "../../functions/certification/history-spanish.ts";
import { createApp } from "../../functions/lambda/app.ts";
import { refusalsInSpanish } from "../../functions/lambda/spanish.ts";
import { errorCodes } from "../../functions/platform/errors.ts";
import type { Problem } from "../../functions/platform/problem.ts";
import { sayIn } from "../../functions/platform/sentences.ts";
import { spanishTitles } from "../../functions/platform/spanish.ts";
import { fromOurPages, maplePeople, populate, signedInAs } from "../access/world.ts";
import { readSources } from "../architecture/source-tree.ts";
import { refusalsIn } from "../support/refusals.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

const sources = [...readSources(process.cwd(), ["functions"])].filter(([path]) => !path.endsWith("/spanish.ts"));
const everything = sources.map(([, text]) => text).join("\n");

describe("what is refused, in Spanish", () => {
  it("translates nothing that the code no longer says", () => {
    const longestPart = (english: string) =>
      english
        .split(/\{\}|(?<=[.;]) /)
        .toSorted((a, b) => b.length - a.length)[0]
        ?.replaceAll('"', "");
    const spoken = everything.replaceAll(/\\?"/g, "");
    expect(Object.keys(refusalsInSpanish).filter((english) => !spoken.includes(longestPart(english) ?? english))).toEqual([]);
  });

  it("has every sentence with which the server refuses, a fixed one word for word", () => {
    const all = { ...refusalsInSpanish, ...historyProblemsInSpanish };
    const fixed = Object.fromEntries(Object.entries(all).filter(([english]) => !english.includes("{}")));
    const refusals = sources.flatMap(([path, text]) => (/words(-es)?\.ts$/.test(path) ? [] : refusalsIn(path, text)));
    expect(refusals.length).toBeGreaterThan(380);
    const untold = refusals.filter((one) => sayIn("es", one, one.includes("Name") ? all : fixed) === one);
    expect(untold).toEqual([]);
  });

  it("says a reason and what became of it each by itself, and a reason that is filled in with them", () => {
    const said = (text: string) => sayIn("es", text, refusalsInSpanish);
    expect(said("This is not an e-mail address. Nothing was changed.")).toBe("Esto no es un correo electrónico. No se cambió nada.");
    expect(said("Ana Soto is suspended. No reminder was sent.")).toBe(
      "La cuenta de Ana Soto está suspendida. No se envió ningún recordatorio.",
    );
    expect(said("This is nobody's sentence. Nothing was changed.")).toBe("This is nobody's sentence. Nothing was changed.");
  });

  it("fills in the same names and figures, and leaves no place open", () => {
    for (const [english, spanish] of Object.entries(refusalsInSpanish)) {
      const places = english.split("{}").length - 1;
      const filled = english.split("{}").reduce((text, part, i) => `${text}Name${i}${part}`);
      const said = sayIn("es", filled, refusalsInSpanish);
      expect(said).not.toBe(filled);
      expect(said).not.toMatch(/[{}]/);
      const named = [...spanish.matchAll(/\{(\d)\}/g)].map(([, place]) => Number(place));
      expect(named.every((place) => place >= 1 && place <= places)).toBe(true);
    }
  });

  it("has a title of its own for each error", () => {
    for (const [code, { title }] of Object.entries(errorCodes)) expect(spanishTitles[code as keyof typeof errorCodes]).not.toBe(title);
  });
});

describe("an answer of the API", () => {
  let store: TestStore;
  let app: ReturnType<typeof createApp>;
  let session: string;
  beforeAll(async () => {
    // Each request is logged as it should be; nobody needs to read it.
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
    store = await openTestStore();
    await populate(store);
    app = createApp(store.services, { read: async () => "none" });
    session = await signedInAs(store, maplePeople.teacher);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await store.close();
  });

  const ask = async (path: string, headers: Record<string, string>): Promise<Problem> =>
    (await (
      await app.request(`${store.services.origin}${path}`, { headers: { ...fromOurPages(store.services.origin), ...headers } })
    ).json()) as Problem;

  it("refuses in the language that the person chose, whatever the browser asks for", async () => {
    const spanish = await ask("/api/engagement/district", { cookie: `${session}; throughline-language=es`, "accept-language": "en-US" });
    expect(spanish).toMatchObject({ code: "not-allowed", title: "Su puesto no incluye esto" });
    expect(spanish.detail).toMatch(/^Su puesto no incluye esto\. La administración/);
    const english = await ask("/api/engagement/district", { cookie: `${session}; throughline-language=en`, "accept-language": "es" });
    expect(english).toMatchObject({ code: "not-allowed", title: "Your role does not include this" });
  });

  it("refuses in the browser's language where nothing was chosen", async () => {
    expect(await ask("/api/session", { "accept-language": "es-MX,es;q=0.9,en;q=0.5" })).toMatchObject({
      title: "Inicie sesión, por favor",
    });
    expect(await ask("/api/session", {})).toMatchObject({ title: "Please sign in" });
  });
});

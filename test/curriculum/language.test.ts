import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contentFiles } from "../../content/compile/build.ts";
import { versionOf } from "../../content/compile/languages.ts";
import { Source } from "../../content/compile/source.ts";
import { readCatalog, readModule, shippedAnswers, shippedModule } from "../../functions/curriculum/queries.ts";
import { createContext } from "../../functions/platform/context.ts";
import { languageFrom } from "../../functions/platform/language.ts";
import { compileFiles, validPair, type ContentFiles } from "../content/valid-content.ts";
import { contentFrom, openTestStore, testDistrict } from "../support/store.ts";

describe("the language a browser asks for", () => {
  it.each([
    [undefined, "en"],
    ["", "en"],
    ["es", "es"],
    ["es-MX,es;q=0.9,en;q=0.8", "es"],
    ["en-US,en;q=0.9,es;q=0.8", "en"],
    ["fr,es;q=0.7,en;q=0.3", "es"],
    ["fr;q=1,de", "en"],
    ["es;q=0", "en"],
    [";;,=,q=1", "en"],
  ])("of %j is %s", (header, language) => {
    expect(languageFrom(header)).toBe(language);
  });
});

describe("content in another language", () => {
  const originals = validPair();
  const spanish: ContentFiles = Object.fromEntries(
    Object.entries(originals)
      .filter(([file]) => file.includes("m01-first"))
      .map(([file, text]) => {
        const version = versionOf(new Source(file, text));
        const marked = file.endsWith(".md")
          ? text.replace("---\n", `---\ntranslates: "${version}"\n`)
          : `translates: "${version}"\n${text}`;
        return [`es/${file}`, marked.replaceAll("First module", "Primer módulo").replaceAll("right step", "buen paso")];
      }),
  );
  const compiled = compileFiles({ ...originals, ...spanish });
  const content = contentFrom(Object.fromEntries([...contentFiles(compiled)].map(([name, value]) => [name, value()])));
  let store: Awaited<ReturnType<typeof openTestStore>>;
  beforeAll(async () => {
    store = await openTestStore({ content });
  });
  afterAll(() => store.close());
  const reader = (language: "en" | "es") =>
    createContext(store.services, {
      actor: { kind: "person", staffId: "stf_ana", name: "Ana", grants: [] },
      district: testDistrict,
      requestId: "test",
      language,
    });

  it("that is in step with its original compiles without a complaint", () => {
    expect(compiled.diagnostics).toEqual([]);
  });

  it("is read where it exists, and says of the rest that it is English", async () => {
    const { modules } = await readCatalog(reader("es"));
    expect(modules.map(({ id, language, title }) => [id, language, title])).toEqual([
      ["m01", "es", "Primer módulo"],
      ["m02", "en", "First module"],
    ]);
    expect((await readModule(reader("es"), "m02")).language).toBe("en");
    expect((await readModule(reader("en"), "m01")).language).toBe("en");
  });

  it("is one version of the module with one set of choices, so that an attempt is the same in both", async () => {
    const [english, other] = await Promise.all((["en", "es"] as const).map((language) => shippedAnswers({ content, language }, "m01")));
    const idsOf = (bank: typeof english) =>
      bank?.items.flatMap(({ id, choices }) => [id, ...choices.map((choice) => `${choice.id} ${choice.correct}`)]);
    expect(idsOf(other)).toEqual(idsOf(english));
    expect((await shippedModule({ content, language: "es" }, "m01")).hash).toBe(english?.hash);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../functions/lambda/app.ts";
import { outlineOf, type Schema } from "../../functions/lambda/schema-outline.ts";
import { openTestStore, type TestStore } from "../support/store.ts";

let store: TestStore;
let docs: string;
let paths: Record<string, Record<string, { tags?: string[] }>>;
beforeAll(async () => {
  store = await openTestStore();
  const app = createApp(store.services, { read: async (name) => name });
  docs = await (await app.request("/docs")).text();
  ({ paths } = (await (await app.request("/openapi.json")).json()) as { paths: typeof paths });
});
afterAll(() => store.close());

const section = (name: string): string => /^[^]*?<\/section>/.exec(docs.slice(docs.indexOf(`<h2 id="${name}">`)))?.[0] ?? "";

describe("the API's reference for people", () => {
  it("lists every route once, under its capability, and leads to it from the contents", () => {
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { tags }] of Object.entries(methods)) {
        const heading = new RegExp(`<h3 id="([^"]+)"><code>${method.toUpperCase()} ${path.replaceAll(/[{}.]/g, "\\$&")}</code></h3>`, "g");
        const found = [...docs.matchAll(heading)];
        expect(found, `${method} ${path}`).toHaveLength(1);
        expect(docs).toContain(`<a href="#${found[0]?.[1]}">`);
        expect(section((tags?.[0] ?? "").toLowerCase())).toContain(found[0]?.[0]);
      }
    expect(section("roster")).toContain("POST /api/roster/imports");
    expect(section("engagement")).toContain("GET /api/engagement/district");
    const ids = [...docs.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("shows the fields of what a route takes and answers, without a script", () => {
    const [article = ""] = /POST \/api\/roster\/imports<\/code><\/h3>[^]*?<\/article>/.exec(docs) ?? [];
    expect(article).toContain("Answer");
    expect(article).toContain("appliesOn?: date");
    expect(docs).toContain("Request body");
    expect(docs).not.toContain("<script");
  });
});

describe("a schema's outline", () => {
  const outline = (schema: Schema, named: Record<string, Schema> = {}) => outlineOf(schema, (name) => named[name]);

  it("has a line for each field, says which may be left out, and indents fields of fields", () => {
    const place: Schema = { type: "object", properties: { id: { type: "string" } }, required: ["id"] };
    const schema: Schema = {
      type: "object",
      required: ["on", "places"],
      properties: {
        on: { type: "string", format: "date" },
        level: { enum: ["high", "middle"] },
        places: { type: "array", items: place },
        marks: { type: "array", items: { anyOf: [{ type: "number" }, { type: "null" }] } },
        counts: { type: "object", additionalProperties: { type: "integer" } },
      },
    };
    expect(outline(schema)).toBe(
      [
        "{",
        "  on: date",
        '  level?: "high" | "middle"',
        "  places: {",
        "    id: string",
        "  }[]",
        "  marks?: (number | null)[]",
        "  counts?: { any name: integer }",
        "}",
      ].join("\n"),
    );
  });

  it("follows names, and ends where a schema contains itself", () => {
    const Node: Schema = { type: "object", properties: { next: { $ref: "#/components/schemas/Node" } } };
    expect(outline({ $ref: "#/components/schemas/Node" }, { Node })).toBe("{\n  next?: Node\n}");
  });
});

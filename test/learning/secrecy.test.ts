import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildContent } from "../../content/compile/build.ts";
import { learningRoutes } from "../../functions/learning/routes.ts";
import { shippedAnswers } from "../../functions/curriculum/queries.ts";
import { contentFrom } from "../support/store.ts";
import { apiAs } from "./api.ts";
import { contentOf, moduleOf, openWorld, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld(contentOf([moduleOf({ id: "m01" })]));
});
afterAll(() => world.close());

it("no answer before submission holds a key or a feedback, on any route", async () => {
  const api = apiAs(world, "stf_teacher");
  const bank = await shippedAnswers(world.services, "m01");
  const secrets = bank.items.flatMap(({ choices }) => choices.map(({ feedback }) => feedback));
  const opened = await api("POST", "/api/modules/m01/attempts");
  const item = opened.json.items[0].id as string;
  const answers = { [item]: `${item}-a` };
  const said = [
    await api("GET", "/api/catalog"),
    await api("GET", "/api/modules/m01"),
    await api("PUT", "/api/modules/m01/place", { lessonId: "one" }),
    await api("POST", "/api/modules/m01/lessons/one/completion", {}),
    opened,
    await api("POST", "/api/modules/m01/attempts"),
    await api("PUT", "/api/modules/m01/attempts/1/answers", { answers }),
    await api("GET", "/api/modules/m01/attempts/1"),
    await api("POST", "/api/modules/m01/attempts/1/submission", { answers }),
    await api("GET", "/api/modules/m01/practice"),
    await api("GET", "/api/modules/m01/attempts/2"),
  ];
  for (const { text } of said) {
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/"correct"|"isCorrect"|"feedback"|"objective"/);
  }
  expect(said.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 400, 200, 404]);
});

it("nothing of the real banks but what is shown reaches a module page or an open attempt", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-content-"));
  buildContent("content", folder);
  const real = await openWorld(contentFrom(folder));
  try {
    const api = apiAs(real, "stf_teacher");
    const { json } = await api("GET", "/api/catalog");
    expect(json.modules.length).toBeGreaterThan(5);
    for (const { id } of json.modules as { id: string }[]) {
      const page = await api("GET", `/api/modules/${id}`);
      const opened = await api("POST", `/api/modules/${id}/attempts`);
      const bank = await shippedAnswers(real.services, id);
      const texts = `${page.text}${opened.text}`;
      for (const { choices } of bank.items)
        for (const { feedback } of choices) expect(texts).not.toContain(JSON.stringify(feedback).slice(1, -1));
      expect(opened.text).not.toMatch(/"correct"|"feedback"/);
    }
  } finally {
    await real.close();
    rmSync(folder, { recursive: true });
  }
});

it("what was submitted is read by its own person alone", async () => {
  const api = apiAs(world, "stf_coach", [{ role: "staff" }, { role: "coach" }]);
  expect((await api("GET", "/api/modules/m01/attempts/1")).status).toBe(404);
});

it("every route names its permission, and those about another person check who it is", () => {
  for (const { route } of learningRoutes) expect(route["x-permission"]).toMatch(/^(learning|evidence):/);
});

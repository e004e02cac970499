import { afterAll, describe, expect, it } from "vitest";
import { demoInBrowser } from "../support/demo.ts";
import { type LocalServer, startLocalServer } from "../support/local-server.ts";
import { signInAs } from "../support/people.ts";

const { server: first, browser } = await demoInBrowser();
let second: LocalServer | undefined;
afterAll(() => second?.end());

describe("a power cut", () => {
  it("loses nothing that was acknowledged, and the next start goes on from there", async () => {
    const { page, context } = await signInAs(browser, first.origin, "Denise Walker");
    // Acknowledged one by one while the server is killed in the middle of it.
    const work = page.evaluate(async () => {
      const acknowledged: string[] = [];
      const { modules } = (await (await fetch("/api/catalog")).json()) as { modules: { id: string; lessons: { id: string }[] }[] };
      const headers = { "content-type": "application/json", "x-throughline": "1" };
      for (const { id, lessons } of modules)
        for (const lesson of lessons) {
          const answer = await fetch(`/api/modules/${id}/lessons/${lesson.id}/completion`, { method: "POST", headers, body: "{}" }).catch(
            () => undefined,
          );
          if (answer?.ok !== true) return acknowledged;
          acknowledged.push(`${id} ${lesson.id}`);
          if (acknowledged.length === 20) document.title = "half-way";
        }
      return acknowledged;
    });
    await expect.poll(() => page.title(), { timeout: 30_000, interval: 10 }).toBe("half-way");
    await first.kill();
    const acknowledged = await work;
    expect(acknowledged.length).toBeGreaterThanOrEqual(20);

    second = await startLocalServer({ folder: first.folder, port: first.port });
    await page.goto(`${second.origin}/`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const kept = await page.evaluate(async () => {
      const { modules } = (await (await fetch("/api/catalog")).json()) as { modules: { id: string }[] };
      const pages = await Promise.all(
        modules.map(async ({ id }) => (await fetch(`/api/modules/${id}`)).json() as Promise<{ enrollment: { lessonsDone: string[] } }>),
      );
      return pages.flatMap(({ enrollment }, i) => enrollment.lessonsDone.map((lesson) => `${modules[i]?.id} ${lesson}`));
    });
    expect(acknowledged.filter((one) => !kept.includes(one))).toEqual([]);
    await context.close();
  }, 180_000);
});

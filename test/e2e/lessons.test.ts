import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import type { ModulePage } from "../../functions/learning/contract.ts";
import { allBlocks } from "../content/all-blocks.ts";
import { demoInBrowser } from "../support/demo.ts";
import { desktop, phone, signInAs } from "../support/people.ts";
import { accessibilityProblems } from "../support/axe.ts";

const { server, browser } = await demoInBrowser();

const lesson = "/learn/m08/lesson/define-it";

/** Opens a lesson that holds every drawing and block there is, with one word of the glossary; everything else is as served. */
async function openLesson(page: Page): Promise<void> {
  await page.route("**/api/modules/m08", async (route) => {
    const response = await route.fetch();
    const { module, enrollment } = (await response.json()) as ModulePage;
    const terms = [{ id: "dose", term: "dose", definition: "How much support students receive." }];
    const lessons = module.lessons.map((one) =>
      one.id === "define-it" ? { ...one, body: [["p", {}, "A word: ", ["term", { id: "dose" }, "dose"], "."], ...allBlocks()] } : one,
    );
    await route.fulfill({ response, json: { module: { ...module, terms, lessons }, enrollment } });
  });
  await page.goto(server.origin + lesson);
  await page.locator(".exercise-card").first().waitFor();
}

const looks = [
  { name: "desktop, light", viewport: desktop, colorScheme: "light" },
  { name: "phone, dark", viewport: phone, colorScheme: "dark" },
] as const;

it.each(looks)("every drawing and block is accessible and stays on the page, before and after it is tried ($name)", async (look) => {
  const { context, page } = await signInAs(browser, server.origin, "Maya Torres", look);
  await openLesson(page);
  const complaints = () => accessibilityProblems(page, { within: "main" });
  expect(await complaints()).toEqual([]);
  const show = page.getByRole("button", { name: "Show the answers" });
  expect(await show.count()).toBe(4);
  while ((await show.count()) > 0) await show.first().click();
  expect(await complaints()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await context.close();
});

it.each(["en", "es"])("the words of a drawing stay on its sheet and are at least 12 pixels high on a phone (%s)", async (language) => {
  const { context, page } = await signInAs(browser, server.origin, "Maya Torres", { viewport: phone });
  await context.addCookies([{ name: "throughline-language", value: language, url: server.origin }]);
  await openLesson(page);
  const drawings = await page.locator("svg.picture").evaluateAll((all) =>
    (all as SVGSVGElement[]).map((drawing) => {
      const { width, height } = drawing.viewBox.baseVal;
      const scale = drawing.getBoundingClientRect().width / width;
      const texts = [...drawing.querySelectorAll("text")];
      return {
        smallestPx: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale)),
        outside: texts
          .filter((text) => {
            const box = text.getBBox();
            return box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height;
          })
          .map(({ textContent }) => textContent),
      };
    }),
  );
  expect(drawings).toHaveLength(8);
  for (const { smallestPx, outside } of drawings) {
    expect(outside).toEqual([]);
    expect(smallestPx).toBeGreaterThanOrEqual(12);
  }
  await context.close();
});

it("cards are sorted by keyboard, kept on this device alone, and begun anew", async () => {
  const { context, page } = await signInAs(browser, server.origin, "Maya Torres", {});
  const sent: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && sent.push(new URL(request.url()).pathname));
  await openLesson(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  const card = page.locator(".exercise-card", { hasText: "A graph of eight weeks" });
  await card.getByRole("radio", { name: "Screening" }).focus();
  await page.keyboard.press("Space");
  await card.getByRole("button", { name: "Check this card" }).press("Enter");
  expect(await focused()).toContain("It shows change.");
  await card.getByRole("radio", { name: "Screening" }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await card.getByRole("radio", { name: "Progress monitoring" }).isChecked()).toBe(true);
  const block = page.locator('.aside[data-kind="sort"]');
  await block.getByRole("button", { name: "Check my answers" }).press("Enter");
  expect(await focused()).toBe("Check my answers");
  const result = "Right. 3 questions are still open.";
  expect(await block.getByRole("status").textContent()).toBe(result);

  await page.reload();
  await card.waitFor();
  expect(await card.getByRole("radio", { name: "Progress monitoring" }).isChecked()).toBe(true);
  expect(await block.getByRole("status").textContent()).toBe(result);
  await block.getByRole("button", { name: "Start over" }).press("Enter");
  expect(await block.getByRole("radio", { checked: true }).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("radio");
  await page.waitForLoadState("networkidle");
  // Which lesson was opened last is the one thing that a lesson tells the server by itself.
  expect(sent.filter((path) => !path.endsWith("/place"))).toEqual([]);
  await context.close();
});

it("a word of the glossary explains itself by keyboard, and gives the focus back", async () => {
  const { context, page } = await signInAs(browser, server.origin, "Maya Torres", {});
  await openLesson(page);
  const word = page.getByRole("button", { name: "dose", exact: true });
  await word.press("Enter");
  const meaning = page.getByRole("dialog", { name: "dose" });
  await meaning.getByText("How much support students receive.").waitFor();
  await expect.poll(() => meaning.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press("Tab");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("/glossary#dose");
  await page.keyboard.press("Escape");
  await meaning.waitFor({ state: "hidden" });
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("dose");
  await context.close();
});

it("on paper a lesson is its text, drawings and plain tables, without what can only be pressed", async () => {
  const { context, page } = await signInAs(browser, server.origin, "Maya Torres", {});
  await openLesson(page);
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("button", { name: "Check my answers" }).first().isVisible()).toBe(false);
  expect(await page.getByRole("navigation", { name: "Lessons" }).isVisible()).toBe(false);
  for (const words of ["It shows change.", "Delivery comes first.", "It names nobody.", "It was left out.", "22.5"])
    expect(await page.getByRole("cell", { name: words }).last().isVisible()).toBe(true);
  await context.close();
});

it("a module's job aid prints on one page", async () => {
  const { context, page } = await signInAs(browser, server.origin, "Maya Torres", {});
  const catalog = (await (await page.request.get(`${server.origin}/api/catalog`)).json()) as { modules: { id: string }[] };
  const long: string[] = [];
  for (const { id } of catalog.modules) {
    await page.goto(`${server.origin}/learn/${id}/job-aid`);
    await page.getByRole("button", { name: "Print this page" }).waitFor();
    const pdf = (await page.pdf({ format: "Letter" })).toString("latin1");
    if ((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length !== 1) long.push(id);
  }
  expect(catalog.modules.length).toBeGreaterThan(20);
  expect(long).toEqual([]);
  await context.close();
});

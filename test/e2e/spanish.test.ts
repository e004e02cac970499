import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { spanish } from "../../web/strings/es/all.ts";
import { demoInBrowser } from "../support/demo.ts";
import { phone, signInAs } from "../support/people.ts";
import { accessibilityProblems } from "../support/axe.ts";

const { server, browser } = await demoInBrowser();

const leaves = (value: unknown): string[] =>
  typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];

/** Every text of the English interface, except those that Spanish has too. */
const english = new Set<string>();
const folder = "web/strings";
for (const name of (await readdir(folder)).filter((one) => /^en\b.*\.ts$/.test(one)))
  for (const text of leaves(await import(join(process.cwd(), folder, name)))) english.add(text);
for (const text of leaves(spanish)) english.delete(text);

const pagesOf: Record<string, { path: string; follow?: string }[]> = {
  "Maya Torres": [
    { path: "/" },
    { path: "/learn/m08" },
    { path: "/learn/m08/lesson/define-it" },
    { path: "/learn/m08/check" },
    { path: "/learn/m08/practice" },
    { path: "/certificates" },
    { path: "/portfolio" },
    { path: "/hours" },
    { path: "/portfolio/recommendations" },
    { path: "/portfolio/calibration/arrival-routine" },
    { path: "/no-such-page" },
  ],
  "Jordan Ellis": [{ path: "/coach" }, { path: "/coach", follow: 'a[href^="/people/"]' }, { path: "/assign" }],
  "Priya Raman": [{ path: "/school" }, { path: "/school", follow: 'a[href$="/reviews"]' }],
  "Elena Brooks": [{ path: "/district" }],
  "Sam Whitfield": [
    { path: "/admin/roster" },
    { path: "/admin/rules" },
    { path: "/admin/hours" },
    { path: "/admin/hours/state-il" },
    { path: "/admin/coaches" },
    { path: "/admin/people" },
    { path: "/admin/people?name=t", follow: 'a[href^="/admin/people/"]' },
  ],
};

it.each(Object.entries(pagesOf))(
  "%s, who chose Spanish, finds no page with English of ours, and every page accessible and whole",
  async (who, pages) => {
    const { context, page } = await signInAs(browser, server.origin, who, { viewport: phone });
    await context.addCookies([{ name: "throughline-language", value: "es", url: server.origin }]);
    for (const { path, follow } of pages) {
      await page.goto(server.origin + path);
      const title = page.getByRole("heading", { level: 1 });
      await title.waitFor();
      if (follow) {
        const before = await title.innerText();
        await page.locator(follow).first().click();
        await title.filter({ hasNotText: before }).waitFor();
      }
      await page.waitForLoadState("networkidle");
      const said = await page.evaluate(() => {
        const texts: string[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode())
          if (!walker.currentNode.parentElement?.closest('[lang="en"]')) texts.push(walker.currentNode.textContent?.trim() ?? "");
        for (const name of ["aria-label", "placeholder", "title"])
          for (const element of document.querySelectorAll(`[${name}]`))
            if (!element.closest('[lang="en"]')) texts.push(element.getAttribute(name) ?? "");
        return texts;
      });
      expect({ path, english: said.filter((text) => english.has(text)) }).toEqual({ path, english: [] });
      expect(await page.evaluate(() => document.documentElement.lang)).toBe("es");
      expect({ path, problems: await accessibilityProblems(page) }).toEqual({ path, problems: [] });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect({ path, tooWide: Math.max(0, tooWide) }).toEqual({ path, tooWide: 0 });
    }
    await context.close();
  },
);

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { demoInBrowser } from "../support/demo.ts";
import { desktop, phone, signInAs } from "../support/people.ts";
import { accessibilityProblems } from "../support/axe.ts";

const { server, browser } = await demoInBrowser();

/** Every page of the application, and who opens it. Links that are followed first, one after the other, lead to a page about someone. */
const rounds: [who: string, pages: { path: string; follow?: string | string[] }[]][] = [
  [
    "Maya Torres",
    [
      { path: "/" },
      { path: "/learn/m08" },
      { path: "/learn/m08/lesson/define-it" },
      { path: "/learn/m08/check" },
      { path: "/learn/m08/practice" },
      { path: "/learn/m08/job-aid" },
    ],
  ],
  [
    "Maya Torres",
    [
      { path: "/certificates/elsewhere" },
      { path: "/certificates" },
      { path: "/portfolio?toward=coach&add=coachingCycle" },
      { path: "/hours" },
      { path: "/portfolio/recommendations" },
      { path: "/recommendations" },
      { path: "/portfolio/calibration" },
      { path: "/portfolio/calibration/arrival-routine" },
      { path: "/search?q=screening" },
      { path: "/glossary#dose" },
      { path: "/library?tier=2" },
      { path: "/model" },
      { path: "/no-such-page" },
    ],
  ],
  [
    "Jordan Ellis",
    [
      { path: "/applications" },
      { path: "/coach" },
      { path: "/coach", follow: 'a[href^="/people/"]' },
      { path: "/coach", follow: ['a[href^="/people/"]', 'a[href$="/observe"]'] },
      { path: "/assign" },
      { path: "/portfolio/reviews" },
      { path: "/hours/reviews" },
    ],
  ],
  [
    "Priya Raman",
    [
      { path: "/school" },
      { path: "/school", follow: 'a[href$="/reviews"]' },
      { path: "/school", follow: 'a[href$="/teams"]' },
      { path: "/", follow: 'a[href="/recommendations"]' },
      { path: "/recommendations", follow: 'a[href^="/recommendations/"]' },
    ],
  ],
  ["Rebecca Hamilton", [{ path: "/applications", follow: 'a[href^="/applications/"]' }]],
  [
    "Elena Brooks",
    [
      { path: "/district" },
      { path: "/district?metric=stalled&asOf=2026-03-20" },
      { path: "/appeals" },
      { path: "/portfolio/reviews", follow: 'a[href^="/portfolio/reviews/"]' },
      { path: "/portfolio/calibration/arrival-routine" },
      { path: "/certificates" },
      { path: "/certificates", follow: 'a[href^="/certificates/"]' },
      { path: "/district/teams" },
      { path: "/district/teams/seats" },
    ],
  ],
  [
    "Sam Whitfield",
    [
      { path: "/admin/roster" },
      { path: "/admin/rules" },
      { path: "/admin/reminders" },
      { path: "/admin/rules/rul_nowhere" },
      { path: "/admin/coaches" },
      { path: "/admin/people" },
      { path: "/admin/people?name=t", follow: 'a[href^="/admin/people/"]' },
      { path: "/admin/library" },
      { path: "/admin/calendar" },
      { path: "/admin/certifications" },
      { path: "/admin/certifications/coach" },
      { path: "/admin/certifications/past" },
      { path: "/admin/badges" },
      { path: "/admin/hours" },
      { path: "/admin/hours/state-il" },
      { path: "/admin/check" },
      { path: "/admin/retention" },
      { path: "/admin/api-keys" },
    ],
  ],
  [
    "Sam Whitfield",
    [
      { path: "/admin/content" },
      { path: "/admin/content/m08" },
      { path: "/admin/content/m08/edit" },
      { path: "/admin/content/m08/preview?role=teacher&part=check" },
      { path: "/admin/content/m08/compare" },
      { path: "/admin/content/m08/publish" },
    ],
  ],
];

/** Each width and each color scheme once: colors do not depend on the width, nor the width on the colors. */
const looks = [
  { look: "desktop, light", viewport: desktop, colorScheme: "light" },
  { look: "phone, dark", viewport: phone, colorScheme: "dark" },
] as const;

/**
 * What is wrong with a page at rest, in each look. It is fetched once, in the look that the page before was left in, so that every other
 * page is opened on the phone.
 */
async function problemsOf(page: Page) {
  const found = [];
  const isOnPhone = page.viewportSize()?.width === phone.width;
  for (const { look, viewport, colorScheme } of isOnPhone ? looks.toReversed() : looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    // Two frames: what watches its own width has drawn itself anew in the second.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const overflow = await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
    if (overflow > 0) found.push(`${look}: ${overflow} pixels too wide`);
    found.push(...(await accessibilityProblems(page)).map((problem) => `${look}: ${problem}`));
  }
  return found;
}

describe.each(rounds)("%s", (who, pages) => {
  it("finds every page accessible, whole and free of errors, on a desktop and on a phone in the dark", async () => {
    const { context, page } = await signInAs(browser, server.origin, who);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    for (const { path, follow } of pages) {
      await page.goto(server.origin + path);
      const title = page.getByRole("heading", { level: 1 });
      await title.waitFor();
      for (const link of follow === undefined ? [] : [follow].flat()) {
        const before = await title.innerText();
        // At rest: what is still arriving could move the link from under the pointer.
        await page.waitForLoadState("networkidle");
        await page.locator(link).first().click();
        // Its whole text: a page about the same school may begin with the school's name as well.
        await title.and(page.locator(`:not(:text-is(${JSON.stringify(before)}))`)).waitFor();
      }
      await page.waitForLoadState("networkidle");
      expect({ path, problems: await problemsOf(page) }).toEqual({ path, problems: [] });
      expect(await page.title()).toMatch(/ · Throughline$/);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("someone who is signed out", () => {
  it("finds the sign-in page accessible", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.origin}/`);
    await page.getByRole("link", { name: "Maple Valley Schools" }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await context.close();
  });
});

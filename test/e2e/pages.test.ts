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
  [
    "Elena Brooks",
    [
      { path: "/district" },
      { path: "/district?metric=stalled&asOf=2026-03-20" },
      { path: "/appeals" },
      { path: "/applications", follow: 'a[href^="/applications/"]' },
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
  { name: "desktop, light", viewport: desktop, colorScheme: "light" },
  { name: "phone, dark", viewport: phone, colorScheme: "dark" },
] as const;

describe.each(rounds)("%s", (who, pages) => {
  it.each(looks)("finds every page accessible, whole and free of errors ($name)", async ({ viewport, colorScheme }) => {
    const { context, page } = await signInAs(browser, server.origin, who, { viewport, colorScheme });
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
      expect({ path, problems: await accessibilityProblems(page) }).toEqual({ path, problems: [] });
      const overflow = await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));
      expect({ path, overflow }).toEqual({ path, overflow: 0 });
      expect(await page.title()).toMatch(/ · Throughline$/);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("someone who is signed out", () => {
  it.each(looks)("finds the sign-in page accessible ($name)", async ({ viewport, colorScheme }) => {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    await page.goto(`${server.origin}/`);
    await page.getByRole("link", { name: "Maple Valley Schools" }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await context.close();
  });
});

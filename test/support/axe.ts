import axe from "axe-core";
import type { Page } from "playwright-core";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe finds against WCAG 2.2 AA on a page, or in one part of it: each rule with the first element that breaks it; with `goodPractice`, what it
 * advises beyond the standard too. No page of ours has frames, so it runs in the page itself, and works out no selectors that nobody
 * reads: that takes half the time of asking for everything from outside.
 */
export async function accessibilityProblems(
  page: Page,
  { within, goodPractice = false }: { within?: string; goodPractice?: boolean } = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(`${axe.source};0`);
  // Where motion is reduced a change of colors still goes down from element to element, a frame each: it is looked at when all have theirs.
  await page.waitForFunction(() => !document.getAnimations().some((one) => one instanceof CSSTransition && one.playState === "running"));
  return page.evaluate(
    async ([part, tags]) => {
      const { axe: engine } = globalThis as unknown as { axe: typeof axe };
      const { violations } = await engine.run(part ?? document, { runOnly: tags, resultTypes: ["violations"], selectors: false });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    },
    [within, goodPractice ? [...wcag22AA, "best-practice"] : wcag22AA] as const,
  );
}

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const wcag22AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * What axe finds against WCAG 2.2 AA on a page, or in one part of it: each rule with the first element that breaks it; with `goodPractice`, what it
 * advises beyond the standard too. No page of ours has frames, so it runs in the page itself, which takes a third of the time.
 */
export async function accessibilityProblems(
  page: Page,
  { within, goodPractice = false }: { within?: string; goodPractice?: boolean } = {},
) {
  const axe = new AxeBuilder({ page })
    .options({ runOnly: goodPractice ? [...wcag22AA, "best-practice"] : wcag22AA, resultTypes: ["violations"] })
    .setLegacyMode(true);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import type { CheckYaml } from "../schemas.ts";
import type { YamlFile } from "../yaml-file.ts";

const leastItems = 12;
const mostLongKeys = 0.6;

/** The bank is large enough for a second, different draw, and its keys do not stand out by being the longest. */
export function checkItemBank({ modules }: ContentSource, report: Report): void {
  for (const { module, check } of modules) {
    if (!check) continue;
    const { items } = check.value;
    const draw = module?.value.check.draw ?? 0;
    const needed = Math.max(leastItems, 2 * draw);
    const place = check.at(["items"]);
    if (items.length < needed) {
      const message = `the bank holds ${items.length} items; it needs ${needed}`;
      const why = needed > leastItems ? `twice the draw of ${draw}` : `at least ${leastItems}`;
      report({ ...place, severity: "error", message, fix: `Write ${needed - items.length} more (${why}).` });
    }
    warnOfLongKeys(check, report);
  }
}

function warnOfLongKeys(check: YamlFile<CheckYaml>, report: Report): void {
  const { items } = check.value;
  const longKeys = items.filter(({ choices }) => {
    const key = choices.find(({ correct }) => correct);
    return key && choices.every((choice) => choice === key || choice.text.length < key.text.length);
  });
  if (longKeys.length <= items.length * mostLongKeys) return;
  report({
    ...check.at(["items"]),
    severity: "warning",
    message: `the key is the longest choice in ${longKeys.length} of ${items.length} items`,
    fix: `Shorten the key or say more in the other choices, for example in ${longKeys
      .slice(0, 3)
      .map(({ id }) => id)
      .join(", ")}.`,
  });
}

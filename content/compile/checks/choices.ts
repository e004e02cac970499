import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import type { CheckYaml } from "../schemas.ts";
import type { YamlFile } from "../yaml-file.ts";

type Choice = CheckYaml["items"][number]["choices"][number];

const refersToOthers =
  /\b(all|none|both|neither|any|either) of the (above|below|others)\b|^(all|none|both|neither|any|either) of (these|them|the choices)\W*$/i;

/** Every item has one correct choice, no choice twice, and none that leans on the others, since choices are shuffled. */
export function checkChoices({ modules }: ContentSource, report: Report): void {
  for (const { check } of modules) {
    check?.value.items.forEach(({ choices }, item) => {
      checkKey(check, item, choices, report);
      choices.forEach(({ text }, i) => {
        const place = check.at(["items", item, "choices", i, "text"]);
        const phrase = refersToOthers.exec(text)?.[0];
        if (phrase) {
          const fix = "Write a choice that stands alone: choices are shuffled.";
          report({ ...place, severity: "error", message: `the choice says "${phrase}"`, fix });
        }
        if (choices.findIndex((choice) => choice.text === text) < i) {
          report({
            ...place,
            severity: "error",
            message: "the item has this choice twice",
            fix: "Write a different choice.",
          });
        }
      });
    });
  }
}

function checkKey(check: YamlFile<CheckYaml>, item: number, choices: readonly Choice[], report: Report): void {
  const keys = choices.flatMap(({ correct }, i) => (correct ? [i] : []));
  if (keys.length === 0) {
    const fix = "Add `correct: true` to the one best choice.";
    report({
      ...check.at(["items", item, "choices"]),
      severity: "error",
      message: "the item has no correct choice",
      fix,
    });
  }
  for (const extra of keys.slice(1)) {
    const place = check.at(["items", item, "choices", extra, "correct"]);
    const message = `the item has ${keys.length} correct choices`;
    report({ ...place, severity: "error", message, fix: "Keep `correct: true` on the one best choice." });
  }
}

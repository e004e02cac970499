import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";

/** Every objective is taught by a lesson and assessed by an item, and lessons and items name only objectives that exist. */
export function checkObjectives({ modules }: ContentSource, report: Report): void {
  for (const { module, lessons, check } of modules) {
    if (!module) continue;
    const known = module.value.objectives.map(({ id }) => id);
    const fix = `Name one of ${known.join(", ")}.`;
    const taught = new Set(lessons.flatMap(({ front }) => front?.value.objectives ?? []));
    const assessed = new Set(check?.value.items.map(({ objective }) => objective));

    for (const { front } of lessons) {
      front?.value.objectives.forEach((objective, i) => {
        if (known.includes(objective)) return;
        const message = `the objective \`${objective}\` is not one of the module's`;
        report({ ...front.at(["objectives", i]), severity: "error", message, fix });
      });
    }
    check?.value.items.forEach(({ objective }, i) => {
      if (known.includes(objective)) return;
      const message = `the objective \`${objective}\` is not one of the module's`;
      report({ ...check.at(["items", i, "objective"]), severity: "error", message, fix });
    });

    const hasAllLessons = lessons.every(({ front }) => front);
    known.forEach((objective, i) => {
      const place = module.at(["objectives", i, "id"]);
      if (hasAllLessons && !taught.has(objective)) {
        const message = `no lesson teaches the objective \`${objective}\``;
        report({
          ...place,
          severity: "error",
          message,
          fix: "Name it under `objectives` of the lesson that teaches it, or remove it.",
        });
      }
      if (check && !assessed.has(objective)) {
        const message = `no item assesses the objective \`${objective}\``;
        report({ ...place, severity: "error", message, fix: "Write an item for it in check.yaml, or remove it." });
      }
    });
  }
}

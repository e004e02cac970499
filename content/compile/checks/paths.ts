import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";

/** Every path names existing modules once each, after their prerequisites, with due days that do not go back. */
export function checkPaths({ modules, paths }: ContentSource, report: Report): void {
  const byId = new Map(modules.map((module) => [module.id, module]));
  for (const path of paths) {
    const order = path.value.modules.map(({ id }) => id);
    path.value.modules.forEach(({ id, dueDays }, i) => {
      const place = path.at(["modules", i, "id"]);
      if (!byId.has(id)) {
        const fix = "Write the module, or remove it from the path.";
        report({ ...place, severity: "error", message: `the module \`${id}\` does not exist`, fix });
      }
      if (order.indexOf(id) < i) {
        report({ ...place, severity: "error", message: `\`${id}\` is in the path twice`, fix: "Keep one of the two." });
      }
      for (const prerequisite of byId.get(id)?.module?.value.prerequisites ?? []) {
        const position = order.indexOf(prerequisite);
        if (position > i) {
          const message = `\`${id}\` comes before its prerequisite \`${prerequisite}\``;
          report({ ...place, severity: "error", message, fix: `Move \`${prerequisite}\` above \`${id}\`.` });
        }
        if (position < 0 && !path.value.leavesOut.includes(prerequisite)) {
          const message = `\`${id}\` needs \`${prerequisite}\`, which this path does not include`;
          report({
            ...place,
            severity: "warning",
            message,
            fix: `Add \`${prerequisite}\` above it, or name it under \`leavesOut\` if the path means to do without.`,
          });
        }
      }
      const earlier = path.value.modules[i - 1]?.dueDays ?? 0;
      if (dueDays < earlier) {
        const message = `\`${id}\` is due after ${dueDays} days, sooner than the module before it (${earlier})`;
        const fix = "Order the modules by due day.";
        report({ ...path.at(["modules", i, "dueDays"]), severity: "warning", message, fix });
      }
    });
  }
}

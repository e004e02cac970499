import type { ContentSource, ModuleSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";

/** Every prerequisite is a module, named once, and no chain of prerequisites comes back to its start. */
export function checkPrerequisites({ modules, elsewhere }: ContentSource, report: Report): void {
  const byId = new Map(modules.map((module) => [module.id, module]));
  for (const { id, module } of modules) {
    module?.value.prerequisites.forEach((prerequisite, i) => {
      const place = module.at(["prerequisites", i]);
      if (!byId.has(prerequisite) && !elsewhere.has(prerequisite)) {
        const fix = `Write the module, or name one of ${[...byId.keys()].filter((other) => other !== id).join(", ") || "those that exist"}.`;
        report({ ...place, severity: "error", message: `the prerequisite \`${prerequisite}\` does not exist`, fix });
      }
      if (module.value.prerequisites.indexOf(prerequisite) < i) {
        report({
          ...place,
          severity: "error",
          message: `\`${prerequisite}\` is named twice`,
          fix: "Keep one of the two.",
        });
      }
      const loop = wayBack(id, prerequisite, byId);
      // Each module of a loop meets it; the one that comes first reports it, once.
      if (loop && id === [...loop].toSorted()[0]) {
        const message = `prerequisites go in a circle: ${[id, ...loop].join(" → ")}`;
        report({ ...place, severity: "error", message, fix: "Remove the prerequisite that is not needed to start." });
      }
    });
  }
}

/** The shortest chain of prerequisites from `from` to `goal`, both included; undefined when there is none. */
function wayBack(goal: string, from: string, byId: ReadonlyMap<string, ModuleSource>): string[] | undefined {
  const queue = [[from]];
  const seen = new Set([from]);
  for (let chain = queue.shift(); chain; chain = queue.shift()) {
    const last = chain.at(-1) ?? "";
    if (last === goal) return chain;
    for (const next of byId.get(last)?.module?.value.prerequisites ?? []) {
      if (!seen.has(next)) queue.push([...chain, next]);
      seen.add(next);
    }
  }
  return undefined;
}

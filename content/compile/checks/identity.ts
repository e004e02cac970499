import type { ContentSource } from "../content-source.ts";
import type { Place, Report } from "../diagnostic.ts";

/** Every id is the one its file's name promises, and none is used twice where it must be unique. */
export function checkIdentity({ modules, paths }: ContentSource, report: Report): void {
  const moduleIds = uniqueIn("module", report);
  const itemIds = uniqueIn("item", report);
  const pathIds = uniqueIn("path", report);
  for (const { id, folder, module, lessons, check } of modules) {
    moduleIds(id, module?.at(["id"]) ?? { file: `${folder}/module.yaml`, line: 1, column: 1 });
    if (module && module.value.id !== id) {
      const message = `the id is \`${module.value.id}\` but the folder's name starts with \`${id}\``;
      report({ ...module.at(["id"]), severity: "error", message, fix: `Write \`id: ${id}\`, or rename the folder.` });
    }
    const objectiveIds = uniqueIn("objective", report);
    module?.value.objectives.forEach((objective, i) => objectiveIds(objective.id, module.at(["objectives", i, "id"])));
    const criterionIds = uniqueIn("rubric criterion", report);
    module?.value.practice.rubric.forEach((row, i) => criterionIds(row.id, module.at(["practice", "rubric", i, "id"])));
    const lessonIds = uniqueIn("lesson", report);
    for (const { front } of lessons) if (front) lessonIds(front.value.id, front.at(["id"]));
    check?.value.items.forEach((item, i) => {
      const place = check.at(["items", i, "id"]);
      itemIds(item.id, place);
      if (item.id.startsWith(`${id}-`)) return;
      const message = `the item's id \`${item.id}\` does not start with the module's, \`${id}\``;
      report({ ...place, severity: "error", message, fix: `Write \`${id}-${item.id.slice(4)}\`.` });
    });
  }
  for (const path of paths) {
    const { id } = path.value;
    pathIds(id, path.at(["id"]));
    if (path.source.file.endsWith(`paths/${id}.yaml`)) continue;
    const message = `the id is \`${id}\` but the file is \`${path.source.file}\``;
    report({
      ...path.at(["id"]),
      severity: "error",
      message,
      fix: `Name the file \`paths/${id}.yaml\`, or change the id.`,
    });
  }
}

/** Gives a function that takes ids one by one and reports the second use of any. */
function uniqueIn(kind: string, report: Report): (id: string, place: Place) => void {
  const firstUses = new Map<string, Place>();
  return (id, place) => {
    const first = firstUses.get(id);
    if (!first) {
      firstUses.set(id, place);
      return;
    }
    const message = `the ${kind} id \`${id}\` is already used at ${first.file}:${first.line}:${first.column}`;
    report({ ...place, severity: "error", message, fix: `Give this ${kind} an id of its own.` });
  };
}

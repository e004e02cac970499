import { nodesOf, textOf } from "../prose.ts";
import type { ContentSource } from "../content-source.ts";
import type { Place, Report } from "../diagnostic.ts";
import { emitTerms } from "../emit-shared.ts";
import { termFinder } from "../terms.ts";

/** Whatever the shared files name exists, no id or word stands for two things, and each term is one that lessons use. */
export function checkShared(content: ContentSource, report: Report): void {
  const modules = new Set(content.modules.map(({ id }) => id));
  const needModule = (id: string, place: Place): void => {
    if (modules.has(id)) return;
    report({ ...place, severity: "error", message: `the module \`${id}\` does not exist`, fix: "Name a module of `content/modules`." });
  };
  checkGlossary(content, needModule, report);
  checkModel(content, needModule, report);
  checkInventories(content, report);
  checkLibrary(content, needModule, report);
}

type Need = (id: string, place: Place) => void;

function checkGlossary({ shared: { glossary }, modules }: ContentSource, needModule: Need, report: Report): void {
  if (!glossary) return;
  const { terms } = glossary.value;
  const ids = new Set(terms.map(({ id }) => id));
  const words = new Map<string, string>();
  unique(
    terms.map(({ id }) => id),
    "term",
    (i) => glossary.at(["terms", i, "id"]),
    report,
  );
  terms.forEach(({ id, term, also, notToBeConfusedWith, module }, i) => {
    for (const word of [term, ...also]) {
      const other = words.get(word.toLowerCase());
      if (other !== undefined && other !== id) {
        const message = `"${word}" already stands for \`${other}\``;
        report({ ...glossary.at(["terms", i, "term"]), severity: "error", message, fix: "Let each word lead to one term." });
      }
      words.set(word.toLowerCase(), id);
    }
    notToBeConfusedWith.forEach((one, j) => {
      if (ids.has(one.id) && one.id !== id) return;
      const place = glossary.at(["terms", i, "notToBeConfusedWith", j, "id"]);
      report({
        ...place,
        severity: "error",
        message: `\`${one.id}\` is not another term`,
        fix: "Name the id of another term of the glossary.",
      });
    });
    needModule(module, glossary.at(["terms", i, "module"]));
  });
  const text = modules
    .flatMap(({ lessons }) => lessons.flatMap(({ body }) => nodesOf(body.markdown.root).map((node) => textOf(node))))
    .join("\n");
  terms.forEach(({ id }, i) => {
    if (termFinder(emitTerms(glossary).filter((one) => one.id === id)).find(text, () => true)) return;
    const fix = "Use it where it is taught, add the form that lessons use under `also`, or drop it.";
    report({ ...glossary.at(["terms", i, "id"]), severity: "warning", message: `no lesson uses the term \`${id}\``, fix });
  });
}

function checkModel({ shared: { model } }: ContentSource, needModule: Need, report: Report): void {
  if (!model) return;
  unique(
    model.value.elements.map(({ id }) => id),
    "element",
    (i) => model.at(["elements", i, "id"]),
    report,
  );
  model.value.elements.forEach(({ modules }, i) => modules.forEach((id, j) => needModule(id, model.at(["elements", i, "modules", j]))));
}

function checkInventories({ shared: { inventories } }: ContentSource, report: Report): void {
  for (const inventory of inventories) {
    const { id, areas } = inventory.value;
    const places = areas.flatMap(({ items }, area) =>
      items.map((item, i) => ({ id: item.id, place: inventory.at(["areas", area, "items", i, "id"]) })),
    );
    unique(
      places.map((one) => one.id),
      "item",
      (i) => places[i]?.place ?? inventory.at([]),
      report,
    );
    unique(
      areas.map((area) => area.id),
      "area",
      (i) => inventory.at(["areas", i, "id"]),
      report,
    );
    for (const one of places) {
      if (one.id.startsWith(id.slice(0, 1))) continue;
      const fix = `Begin the ids of the ${id} inventory with \`${id.slice(0, 1)}\`.`;
      report({ ...one.place, severity: "error", message: `the item's id is \`${one.id}\``, fix });
    }
  }
}

function checkLibrary({ shared: { library, model } }: ContentSource, needModule: Need, report: Report): void {
  if (!library) return;
  const { resources } = library.value;
  const elements = new Set(model?.value.elements.map(({ id }) => id));
  unique(
    resources.map(({ id }) => id),
    "resource",
    (i) => library.at(["resources", i, "id"]),
    report,
  );
  unique(
    resources.map(({ url }) => url),
    "resource's address",
    (i) => library.at(["resources", i, "url"]),
    report,
  );
  resources.forEach((resource, i) => {
    resource.modules.forEach((id, j) => needModule(id, library.at(["resources", i, "modules", j])));
    resource.elements.forEach((id, j) => {
      if (elements.has(id)) return;
      const fix = `Name one of ${[...elements].join(", ")}.`;
      report({ ...library.at(["resources", i, "elements", j]), severity: "error", message: `the element \`${id}\` does not exist`, fix });
    });
  });
}

function unique(ids: readonly string[], kind: string, placeOf: (i: number) => Place, report: Report): void {
  ids.forEach((id, i) => {
    const first = ids.indexOf(id);
    if (first === i) return;
    const { file, line, column } = placeOf(first);
    const message = `the ${kind} \`${id}\` is already used at ${file}:${line}:${column}`;
    report({ ...placeOf(i), severity: "error", message, fix: "Keep one of the two, or give this one an id of its own." });
  });
}

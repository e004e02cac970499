import type { ContentSource, MarkdownSource, ModuleSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import { versionOf } from "../languages.ts";
import { nodesOf } from "../prose.ts";
import type { Source } from "../source.ts";
import type { YamlFile } from "../yaml-file.ts";

type File = YamlFile<{ translates?: string | undefined }>;

/**
 * A translation has its original's ids, lessons, items, choices and blocks in the same order, and says which version of
 * each file it translates; one that is behind is a warning.
 */
export function checkTranslation(original: ContentSource, translated: ContentSource, report: Report): void {
  for (const module of translated.modules) {
    const from = original.modules.find(({ id }) => id === module.id);
    if (from) checkModule(from, module, report);
    else missing(module.folder, `the module \`${module.id}\` has no original`, report);
  }
  for (const path of translated.paths) {
    const from = original.paths.find(({ value }) => value.id === path.value.id);
    if (from) inStep(from.source, path, report);
    else missing(path.source.file, `the path \`${path.value.id}\` has no original`, report);
  }
  const glossary = translated.shared.glossary;
  const from = original.shared.glossary;
  if (glossary && from) {
    inStep(from.source, glossary, report);
    same(ids(from.value.terms), ids(glossary.value.terms), "term", (i) => glossary.at(["terms", i, "id"]), report);
  }
}

function checkModule(original: ModuleSource, translated: ModuleSource, report: Report): void {
  const { module, check, jobAid } = translated;
  if (module && original.module) {
    inStep(original.module.source, module, report);
    const [from, to] = [original.module.value, module.value];
    same(ids(from.objectives), ids(to.objectives), "objective", (i) => module.at(["objectives", i, "id"]), report);
    same(ids(from.practice.rubric), ids(to.practice.rubric), "criterion", (i) => module.at(["practice", "rubric", i, "id"]), report);
    same(
      from.references.map(({ url }) => url),
      to.references.map(({ url }) => url),
      "source",
      (i) => module.at(["references", i, "url"]),
      report,
    );
  }
  if (check && original.check) {
    inStep(original.check.source, check, report);
    const [from, to] = [original.check.value.items, check.value.items];
    same(ids(from), ids(to), "item", (i) => check.at(["items", i, "id"]), report);
    to.forEach(({ choices }, i) => {
      const keys = (all: readonly { correct: boolean }[] = []): string => all.map(({ correct }) => (correct ? "yes" : "no")).join();
      if (keys(choices) === keys(from[i]?.choices)) return;
      const fix = "Keep the choices in the original's order: answers are scored by it.";
      report({
        ...check.at(["items", i, "choices"]),
        severity: "error",
        message: "the choices or their key differ from the original's",
        fix,
      });
    });
  }
  if (jobAid?.front && original.jobAid) inStep(original.jobAid.source, jobAid.front, report);
  const lessons = translated.lessons.filter(({ front }) => front);
  const idOf = ({ front }: { front: { value: { id: string } } | undefined }): string => front?.value.id ?? "";
  same(
    original.lessons.map(idOf),
    translated.lessons.map(idOf),
    "lesson",
    (i) => translated.lessons[i]?.source.start ?? placeOf(translated.folder),
    report,
  );
  for (const lesson of lessons) {
    const from = original.lessons.find((one) => idOf(one) === idOf(lesson));
    if (!from || !lesson.front) continue;
    inStep(from.source, lesson.front, report);
    const [blocks, wanted] = [blocksOf(lesson.body), blocksOf(from.body)];
    if (blocks === wanted) continue;
    const message = `the blocks are ${blocks || "none"}, the original's ${wanted || "none"}`;
    report({ ...lesson.source.start, severity: "error", message, fix: "Translate every block, in the same order." });
  }
}

function inStep(original: Source, translation: File, report: Report): void {
  const version = versionOf(original);
  if (translation.value.translates === version) return;
  const isBehind = translation.value.translates !== undefined;
  report({
    ...translation.at(["translates"]),
    severity: "warning",
    message: isBehind ? "the original has changed since this was translated" : "the file does not say which version it translates",
    fix: `${isBehind ? "Bring it into step, then write" : "Write"} \`translates: ${version}\`.`,
  });
}

function same(
  wanted: readonly string[],
  found: readonly string[],
  kind: string,
  placeAt: (i: number) => ReturnType<typeof placeOf>,
  report: Report,
): void {
  const at = wanted.findIndex((id, i) => found[i] !== id);
  const first = at >= 0 ? at : wanted.length;
  if (at < 0 && found.length === wanted.length) return;
  const message = `${kind} ${first + 1} is \`${found[first] ?? "missing"}\`; the original has \`${wanted[first] ?? "none"}\``;
  report({ ...placeAt(first), severity: "error", message, fix: "Keep the original's ids, all of them and in its order." });
}

function blocksOf({ markdown }: MarkdownSource): string {
  return nodesOf(markdown.root)
    .flatMap((node) => (node.type === "containerDirective" ? [node.name] : []))
    .join(", ");
}

function ids(all: readonly { id: string }[]): string[] {
  return all.map(({ id }) => id);
}

function placeOf(file: string): { file: string; line: number; column: number } {
  return { file, line: 1, column: 1 };
}

function missing(file: string, message: string, report: Report): void {
  report({ ...placeOf(file), severity: "error", message, fix: "Name it as the original is named, or remove it." });
}

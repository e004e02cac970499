import type { ContentSource, LessonSource, MarkdownSource, ModuleSource } from "./content-source.ts";
import type { Report } from "./diagnostic.ts";
import { parseMarkdown } from "./markdown.ts";
import { toContentNodes } from "./content-nodes.ts";
import { CheckYaml, LessonYaml, ModuleYaml, PathYaml } from "./schemas.ts";
import type { Source } from "./source.ts";
import { parseYaml, type YamlFile } from "./yaml-file.ts";

/** Sorts files into modules and paths and parses each; reports what is misplaced or does not meet its schema. */
export function readContent(sources: readonly Source[], report: Report): ContentSource {
  const folders = new Map<string, Source[]>();
  const paths: YamlFile<PathYaml>[] = [];
  for (const source of sources) {
    const folder = /^modules\/m\d{2}-[a-z0-9-]+(?=\/[^/]+$)/.exec(source.file)?.[0];
    if (folder) folders.set(folder, [...(folders.get(folder) ?? []), source]);
    else if (/^paths\/[^/]+\.yaml$/.test(source.file)) {
      const path = parseYaml(source, source.text, PathYaml, report);
      if (path) paths.push(path);
    } else {
      const fix = "Keep modules in `modules/m04-short-name/` and paths in `paths/<id>.yaml`.";
      report({ ...source.start, severity: "error", message: "this file has no place in the content folder", fix });
    }
  }
  const modules = [...folders].map(([folder, files]) => readModule(folder, files, report));
  return { modules, paths };
}

function readModule(folder: string, files: readonly Source[], report: Report): ModuleSource {
  const named = (name: string): Source | undefined => {
    const found = files.find((source) => source.file === `${folder}/${name}`);
    const place = { file: `${folder}/${name}`, line: 1, column: 1 };
    if (!found)
      report({
        ...place,
        severity: "error",
        message: "the file is missing",
        fix: `Write \`${name}\` as content/README.md shows.`,
      });
    return found;
  };
  const moduleSource = named("module.yaml");
  const checkSource = named("check.yaml");
  const module = moduleSource && parseYaml(moduleSource, moduleSource.text, ModuleYaml, report);
  const lessons = files.flatMap((source) => {
    if (source === moduleSource || source === checkSource) return [];
    const number = /\/(\d+)-[a-z0-9-]+\.md$/.exec(source.file)?.[1];
    if (number) return [readLesson(source, Number(number), report)];
    const fix = "Name a lesson `1-short-name.md`; keep other files outside `content/modules`.";
    report({ ...source.start, severity: "error", message: "this file is not a part of a module", fix });
    return [];
  });
  return {
    id: /\/(m\d{2})-/.exec(folder)?.[1] ?? "",
    folder,
    lessons: lessons.toSorted((a, b) => a.number - b.number),
    module,
    task: module && readYamlMarkdown(module, "task", report),
    evidence: module && readYamlMarkdown(module, "evidence", report),
    check: checkSource && parseYaml(checkSource, checkSource.text, CheckYaml, report),
  };
}

function readLesson(source: Source, number: number, report: Report): LessonSource {
  const fences = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(source.text)?.[0];
  if (!fences) {
    const fix = "Start the file with `---`, then id, title, minutes and objectives, then `---`.";
    report({ ...source.start, severity: "error", message: "the lesson has no front matter", fix });
  }
  // Blanking the other half, character by character, keeps every offset, line and column true to the file.
  const yaml = fences && blank(fences.slice(0, 3)) + fences.slice(3, -3);
  const text = blank(fences ?? "") + source.text.slice(fences?.length ?? 0);
  const markdown = parseMarkdown(source, text);
  return {
    source,
    number,
    front: yaml === undefined ? undefined : parseYaml(source, yaml, LessonYaml, report),
    body: { markdown, nodes: toContentNodes(markdown, report) },
  };
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}

/** Markdown under `practice.<key>`; places are exact when it is written under `|`. */
function readYamlMarkdown(module: YamlFile<ModuleYaml>, key: "task" | "evidence", report: Report): MarkdownSource {
  const { source } = module;
  const scalar = module.scalarAt(["practice", key]);
  const start = source.placeAt(scalar?.offset ?? 0);
  const isLiteral = scalar?.style === "BLOCK_LITERAL";
  const below = source.text.slice(source.offsetAt(start.line + 1, 1));
  const indent = isLiteral ? (/^(?: *\n)*( *)/.exec(below)?.[1]?.length ?? 0) : start.column - 1;
  const markdown = parseMarkdown(source, module.value.practice[key], isLiteral ? start.line : start.line - 1, indent);
  return { markdown, nodes: toContentNodes(markdown, report) };
}

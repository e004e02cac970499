import type * as z from "zod";
import { toContentNodes } from "./content-nodes.ts";
import type { ContentSource, LessonSource, MarkdownSource, ModuleSource, SharedSource } from "./content-source.ts";
import type { Report } from "./diagnostic.ts";
import { parseMarkdown } from "./markdown.ts";
import { CheckYaml, JobAidYaml, LessonYaml, ModuleYaml, PathYaml } from "./schemas.ts";
import { GlossaryYaml, InventoryYaml, LibraryYaml, ModelYaml } from "./shared-schemas.ts";
import type { Source } from "./source.ts";
import { parseYaml, type YamlFile } from "./yaml-file.ts";

/**
 * Sorts the files under `root` (empty for the originals, `es/` for a translation) into modules, paths and what they
 * share, and parses each; reports what is misplaced or does not meet its schema.
 */
export function readContent(
  sources: readonly Source[],
  report: Report,
  { root = "", elsewhere = [] }: { root?: string; elsewhere?: readonly string[] } = {},
): ContentSource {
  const folders = new Map<string, Source[]>();
  const paths: YamlFile<PathYaml>[] = [];
  const shared: SharedSource = { inventories: [] };
  for (const source of sources) {
    const file = source.file.slice(root.length);
    const folder = /^modules\/[ml]\d{2}-[a-z0-9-]+(?=\/[^/]+$)/.exec(file)?.[0];
    if (folder) folders.set(root + folder, [...(folders.get(root + folder) ?? []), source]);
    else if (/^paths\/[^/]+\.yaml$/.test(file)) {
      const path = parseYaml(source, source.text, PathYaml, report);
      if (path) paths.push(path);
    } else if (!readShared(shared, file, source, report)) {
      const fix = "Keep modules in `modules/m04-short-name/` and paths in `paths/<id>.yaml`.";
      report({ ...source.start, severity: "error", message: "this file has no place in the content folder", fix });
    }
  }
  const modules = [...folders].map(([folder, files]) => readModule(folder, files, report));
  return { modules, paths, shared, elsewhere: new Set(elsewhere) };
}

function readShared(shared: SharedSource, file: string, source: Source, report: Report): boolean {
  if (file === "glossary.yaml") shared.glossary = parseYaml(source, source.text, GlossaryYaml, report);
  else if (file === "model.yaml") shared.model = parseYaml(source, source.text, ModelYaml, report);
  else if (file === "library.yaml") shared.library = parseYaml(source, source.text, LibraryYaml, report);
  else if (/^inventories\/(school|district)\.yaml$/.test(file)) {
    const inventory = parseYaml(source, source.text, InventoryYaml, report);
    if (inventory) shared.inventories.push(inventory);
  } else return false;
  return true;
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
  const jobAidSource = named("job-aid.md");
  const module = moduleSource && parseYaml(moduleSource, moduleSource.text, ModuleYaml, report);
  const lessons = files.flatMap((source) => {
    if (source === moduleSource || source === checkSource || source === jobAidSource) return [];
    const number = /\/(\d+)-[a-z0-9-]+\.md$/.exec(source.file)?.[1];
    if (number) return [readLesson(source, Number(number), report)];
    const fix = "Name a lesson `1-short-name.md`; keep other files outside `content/modules`.";
    report({ ...source.start, severity: "error", message: "this file is not a part of a module", fix });
    return [];
  });
  return {
    id: /\/([ml]\d{2})-/.exec(folder)?.[1] ?? "",
    folder,
    lessons: lessons.toSorted((a, b) => a.number - b.number),
    module,
    task: module && readYamlMarkdown(module, "task", report),
    evidence: module && readYamlMarkdown(module, "evidence", report),
    check: checkSource && parseYaml(checkSource, checkSource.text, CheckYaml, report),
    jobAid: jobAidSource && { source: jobAidSource, ...readFronted(jobAidSource, JobAidYaml, "title", report) },
  };
}

function readLesson(source: Source, number: number, report: Report): LessonSource {
  return { source, number, ...readFronted(source, LessonYaml, "id, title, minutes and objectives", report) };
}

/** A Markdown file that begins with front matter; `keys` says in words what the front matter holds. */
function readFronted<T>(source: Source, schema: z.ZodType<T>, keys: string, report: Report) {
  const fences = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(source.text)?.[0];
  if (!fences) {
    const fix = `Start the file with \`---\`, then ${keys}, then \`---\`.`;
    report({ ...source.start, severity: "error", message: "the file has no front matter", fix });
  }
  // Blanking the other half, character by character, keeps every offset, line and column true to the file.
  const yaml = fences && blank(fences.slice(0, 3)) + fences.slice(3, -3);
  const text = blank(fences ?? "") + source.text.slice(fences?.length ?? 0);
  const markdown = parseMarkdown(source, text);
  return {
    front: yaml === undefined ? undefined : parseYaml(source, yaml, schema, report),
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

import type { ContentNode } from "../../functions/curriculum/content.ts";
import type { Markdown } from "./markdown.ts";
import type { CheckYaml, JobAidYaml, LessonYaml, ModuleYaml, PathYaml } from "./schemas.ts";
import type { GlossaryYaml, InventoryYaml, LibraryYaml, ModelYaml } from "./shared-schemas.ts";
import type { Source } from "./source.ts";
import type { YamlFile } from "./yaml-file.ts";

/** Markdown with the nodes it compiles to. */
export interface MarkdownSource {
  markdown: Markdown;
  nodes: ContentNode[];
}

/** A lesson file; `front` is absent when its front matter did not meet the schema. */
export interface LessonSource {
  source: Source;
  /** The lesson's place in the module, from its file name. */
  number: number;
  front: YamlFile<LessonYaml> | undefined;
  body: MarkdownSource;
}

/** A module's job aid; `front` is absent when its front matter did not meet the schema. */
export interface JobAidSource {
  source: Source;
  front: YamlFile<JobAidYaml> | undefined;
  body: MarkdownSource;
}

/** A module's folder; parts are absent when their file is, or did not meet its schema. */
export interface ModuleSource {
  /** Module id as the folder's name starts with it, known even when `module.yaml` cannot be read. */
  id: string;
  folder: string;
  lessons: LessonSource[];
  module: YamlFile<ModuleYaml> | undefined;
  task: MarkdownSource | undefined;
  evidence: MarkdownSource | undefined;
  check: YamlFile<CheckYaml> | undefined;
  jobAid: JobAidSource | undefined;
}

/** What the modules share; a part is absent when its file is, or did not meet its schema. */
export interface SharedSource {
  glossary?: YamlFile<GlossaryYaml> | undefined;
  model?: YamlFile<ModelYaml> | undefined;
  inventories: YamlFile<InventoryYaml>[];
  library?: YamlFile<LibraryYaml> | undefined;
}

/** All content of one language as read, before the checks. */
export interface ContentSource {
  modules: ModuleSource[];
  paths: YamlFile<PathYaml>[];
  shared: SharedSource;
  /** Ids of modules that exist without being part of this compilation. */
  elsewhere: ReadonlySet<string>;
}

import type { ContentSource } from "../content-source.ts";
import type { Report } from "../diagnostic.ts";
import type { Source } from "../source.ts";

/** The file that remembers every id that was ever published. */
export const publishedIdsFile = "published-ids.txt";
const retired = " retired";

/** Every id that people's records may name: modules, lessons, items, rubric criteria, paths, terms, elements, inventory items, resources. */
function idsOf({ modules, paths, shared }: ContentSource): string[] {
  const ids = [
    ...modules.flatMap(({ id, module, lessons, check }) => [
      id,
      ...lessons.flatMap(({ front }) => (front ? [`${id}/${front.value.id}`] : [])),
      ...(module?.value.practice.rubric ?? []).map((row) => `${id}/rubric/${row.id}`),
      ...(check?.value.items ?? []).map((item) => item.id),
    ]),
    ...paths.map(({ value }) => `path/${value.id}`),
    ...(shared.glossary?.value.terms ?? []).map(({ id }) => `term/${id}`),
    ...(shared.model?.value.elements ?? []).map(({ id }) => `element/${id}`),
    ...shared.inventories.flatMap(({ value }) => value.areas.flatMap(({ items }) => items.map(({ id }) => `inventory/${id}`))),
    ...(shared.library?.value.resources ?? []).map(({ id }) => `resource/${id}`),
  ];
  return [...new Set(ids)].toSorted();
}

/** The file's next text: what is new is added, nothing is ever removed; what is gone is marked as retired. */
export function nextPublishedIds(text: string, content: ContentSource): string {
  const lines = text.split("\n").filter((line) => line !== "");
  const now = new Set(idsOf(content));
  const known = lines.map((line) => (now.has(line) || line.endsWith(retired) ? line : `${line}${retired}`));
  const added = [...now].filter((id) => !lines.includes(id) && !lines.includes(`${id}${retired}`));
  return `${[...known, ...added].toSorted().join("\n")}\n`;
}

/** No id that was published is gone without being retired, and none that was retired is used again. */
export function checkPublishedIds(content: ContentSource, file: Source | undefined, report: Report): void {
  if (!file) return;
  const now = new Set(idsOf(content));
  const known = new Set<string>();
  file.text.split("\n").forEach((line, i) => {
    const isRetired = line.endsWith(retired);
    const id = isRetired ? line.slice(0, -retired.length) : line;
    const place = { file: file.file, line: i + 1, column: 1 };
    known.add(id);
    if (isRetired && now.has(id)) {
      const fix = "Give the new thing a new id: records of people may name the old one.";
      report({ ...place, severity: "error", message: `\`${id}\` was retired and is used again`, fix });
    }
    if (!isRetired && id !== "" && !now.has(id)) {
      const fix = `Bring it back, or write \`${id}${retired}\` to say that it is gone for good.`;
      report({ ...place, severity: "error", message: `\`${id}\` was published and is no longer there`, fix });
    }
  });
  const added = [...now].filter((id) => !known.has(id));
  if (added.length === 0) return;
  const message = `${added.length === 1 ? `\`${added[0]}\` is` : `${added.length} ids, such as \`${added[0]}\`, are`} not in the list yet`;
  report({ file: file.file, line: 1, column: 1, severity: "warning", message, fix: "Run `npm run content -- ids` and commit the file." });
}

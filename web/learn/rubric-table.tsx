import type { ContentLanguage, ModuleContent } from "../../functions/curriculum/content.ts";
import type { RubricLevel } from "../../functions/learning/contract.ts";
import { study } from "../strings/en-study.ts";
import { Badge } from "../ui/badge.tsx";
import { type Column, Table } from "../ui/table.tsx";

type Criterion = ModuleContent["practice"]["rubric"][number];
const levelOrder: RubricLevel[] = ["notYet", "developing", "meets", "exemplary"];

type RubricTableProps = { rubric: Criterion[]; levels?: Record<string, RubricLevel>; lang?: ContentLanguage | undefined };

/** The rubric in plain sight: what counts, at four levels; with `levels`, where the coach placed each line. */
export function RubricTable({ rubric, levels = {}, lang }: RubricTableProps) {
  const columns: Column<Criterion>[] = [
    { id: "criterion", header: study.practice.criterion, isRowHeader: true, cell: ({ criterion }) => <span lang={lang}>{criterion}</span> },
    ...levelOrder.map((level) => ({
      id: level,
      header: study.rubricLevels[level],
      cell: (criterion: Criterion) => <Level text={criterion[level]} lang={lang} isHere={levels[criterion.id] === level} />,
    })),
  ];
  return (
    <div className="learn-rubric">
      <Table caption={study.practice.rubric} isCaptionHidden columns={columns} rows={rubric} rowKey={({ id }) => id} />
    </div>
  );
}

function Level({ text, lang, isHere }: { text: string; lang: ContentLanguage | undefined; isHere: boolean }) {
  return (
    <span className="learn-level" data-here={isHere || undefined}>
      {isHere && (
        <Badge tone="now" icon="check">
          {study.practice.chosen}
        </Badge>
      )}
      <span lang={lang}>{text}</span>
    </span>
  );
}

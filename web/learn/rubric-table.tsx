import type { ModuleContent } from "../../functions/curriculum/content.ts";
import type { RubricLevel } from "../../functions/learning/contract.ts";
import { study } from "../strings/en-study.ts";
import { Badge } from "../ui/badge.tsx";
import { type Column, Table } from "../ui/table.tsx";

type Criterion = ModuleContent["practice"]["rubric"][number];
const levelOrder: RubricLevel[] = ["notYet", "developing", "meets", "exemplary"];

/** The rubric in plain sight: what counts, at four levels; with `levels`, where the coach placed each line. */
export function RubricTable({ rubric, levels = {} }: { rubric: Criterion[]; levels?: Record<string, RubricLevel> }) {
  const columns: Column<Criterion>[] = [
    { id: "criterion", header: study.practice.criterion, isRowHeader: true, cell: ({ criterion }) => criterion },
    ...levelOrder.map((level) => ({
      id: level,
      header: study.rubricLevels[level],
      cell: (criterion: Criterion) => <Level criterion={criterion} level={level} isHere={levels[criterion.id] === level} />,
    })),
  ];
  return (
    <div className="learn-rubric">
      <Table caption={study.practice.rubric} isCaptionHidden columns={columns} rows={rubric} rowKey={({ id }) => id} />
    </div>
  );
}

function Level({ criterion, level, isHere }: { criterion: Criterion; level: RubricLevel; isHere: boolean }) {
  return (
    <span className="learn-level" data-here={isHere || undefined}>
      {isHere && (
        <Badge tone="now" icon="check">
          {study.practice.chosen}
        </Badge>
      )}
      {criterion[level]}
    </span>
  );
}

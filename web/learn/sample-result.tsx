import type { SamplePage } from "../../functions/portfolio/calibration-contract.ts";
import { useSession } from "../app/session.ts";
import { peerWords } from "../strings/en-peers.ts";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { type Column, Table } from "../ui/table.tsx";

const say = peerWords.sample;
/** As certificates ask (functions/certification/ladder-rules.ts). */
const enough = 80;

type Row = { id: string; criterion: string; mine: string; theirs?: string };

/** What one chose, and beside it what another did once both have rated. */
export function SampleResult({ sample, mine }: { sample: SamplePage; mine: NonNullable<SamplePage["mine"]> }) {
  const { today } = useSession();
  const { comparison, criteria } = sample;
  const nameOf = (level: keyof typeof say.levels | undefined): string => (level === undefined ? "" : say.levels[level]);
  const rows = criteria.map(({ id, criterion }): Row => {
    const row = { id, criterion, mine: nameOf(mine.levels[id]) };
    return comparison ? { ...row, theirs: nameOf(comparison.levels[id]) } : row;
  });
  const columns: Column<Row>[] = [
    { id: "criterion", header: say.criterion, cell: ({ criterion }) => criterion, isRowHeader: true },
    { id: "mine", header: say.yours, cell: (row) => row.mine },
    ...(comparison
      ? [
          {
            id: "theirs",
            header: say.theirs(comparison.withName),
            cell: (row: Row) => (row.theirs === row.mine ? `${row.theirs} · ${say.same}` : row.theirs),
          },
        ]
      : []),
  ];
  const title = comparison ? say.result(comparison.percent, comparison.withName) : say.mine;
  return (
    <Section title={title}>
      {comparison ? (
        <Notice kind={comparison.percent >= enough ? "good" : "info"}>{comparison.percent >= enough ? say.counts : say.countsNot}</Notice>
      ) : (
        <Notice kind="info">{say.waiting}</Notice>
      )}
      <Table caption={say.table} isCaptionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
      <div>
        <h3>{say.yourReason}</h3>
        <p className="portfolio-text">{mine.reason}</p>
        <p className="quiet small">{say.rated(mine.ratedOn, today)}</p>
      </div>
      {comparison && (
        <div>
          <h3>{say.reasonOf(comparison.withName)}</h3>
          <p className="portfolio-text">{comparison.reason}</p>
        </div>
      )}
    </Section>
  );
}

import type { PurposeTotal } from "../../functions/credit/contract.ts";
import { creditWords } from "../strings/en-credit.ts";
import { ProgressBar } from "../ui/progress.tsx";
import { Table } from "../ui/table.tsx";
import { amountOf } from "./amount.ts";
import { aboutOf } from "./topics.ts";

const say = creditWords.purpose;

/** The shares of a cycle that have to be about something: how far each is, as bars and as a table. */
export function PurposeShares({ total: { name, shares, unit } }: { total: PurposeTotal }) {
  if (shares.length === 0) return null;
  return (
    <div className="stack" data-gap="small">
      <h4>{say.shares}</h4>
      <ul className="hours-list">
        {shares.map(({ topics, units, unitsNeeded }) => (
          <li key={topics.join()}>
            <p>{aboutOf(topics)}</p>
            <ProgressBar
              label={say.share(aboutOf(topics), name)}
              value={units}
              max={unitsNeeded}
              text={say.have(units, amountOf(unitsNeeded, unit))}
            />
          </li>
        ))}
      </ul>
      <details>
        <summary>
          {say.sharesAsTable}
          <span className="visually-hidden"> ({name})</span>
        </summary>
        <Table
          caption={`${say.shares} (${name})`}
          isCaptionHidden
          rows={shares}
          rowKey={({ topics }) => topics.join()}
          columns={[
            { id: "about", header: say.shareAbout, isRowHeader: true, cell: ({ topics }) => aboutOf(topics) },
            { id: "have", header: say.shareHave, isNumeric: true, cell: ({ units }) => amountOf(units, unit) },
            { id: "needed", header: say.shareNeeded, isNumeric: true, cell: ({ unitsNeeded }) => amountOf(unitsNeeded, unit) },
            { id: "left", header: say.shareLeft, isNumeric: true, cell: ({ unitsLeft }) => amountOf(unitsLeft, unit) },
          ]}
        />
      </details>
      <p className="quiet small">{say.sharesNote}</p>
    </div>
  );
}

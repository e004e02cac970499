import { type FormEvent, useState } from "react";
import type { CreditEntry, PurposeTotal } from "../../functions/credit/contract.ts";
import { toast } from "../app/announce.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { creditWords } from "../strings/en-credit.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { ProgressBar } from "../ui/progress.tsx";
import { amountOf } from "./amount.ts";
import { PurposeShares } from "./purpose-shares.tsx";

const say = creditWords.purpose;

/** One purpose: how much there is, how much is left until when, and what does not count for it. */
export function PurposeCard({ total, entries }: { total: PurposeTotal; entries: readonly CreditEntry[] }) {
  const { name, kind, units, unit, unitsPerCycle, unitsLeft, from, until, minutes, minimumMinutes, notCounted, verifiedOn } = total;
  const isWhole = total.shares.every((share) => share.unitsLeft === 0);
  const titles = new Map(entries.map(({ id, title }) => [id, title]));
  return (
    <div className="card stack" data-gap="small">
      <div className="row" data-justify="between">
        <h3>{name}</h3>
        {kind !== "other" && <Badge tone="neutral">{creditWords.kinds[kind]}</Badge>}
      </div>
      {unitsPerCycle === undefined ? (
        <p>
          <strong>{amountOf(units, unit)}</strong>
        </p>
      ) : (
        <ProgressBar label={name} value={units} max={unitsPerCycle} text={say.have(units, amountOf(unitsPerCycle, unit))} />
      )}
      <p>
        {unitsLeft !== undefined && `${unitsLeft > 0 ? say.left(amountOf(unitsLeft, unit)) : isWhole ? say.whole : say.wholeButShares} `}
        {until === undefined ? say.noCycle(from) : say.cycle(from, until)}
      </p>
      <p className="quiet small">
        {say.minutes(minutes)}
        {minimumMinutes > 0 && ` · ${say.minimum(minimumMinutes)}`}
      </p>
      {total.approvedBefore && <p className="small">{say.approvedBefore}</p>}
      <PurposeShares total={total} />
      {notCounted.length > 0 && (
        <details>
          <summary>{say.notCounted(notCounted.length)}</summary>
          <ul className="hours-list">
            {notCounted.map(({ entryId, why }) => (
              <li key={entryId}>
                {titles.get(entryId) ?? entryId}: {say.why[why]}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Cycle total={total} />
      <p className="quiet small">{verifiedOn === undefined ? say.unverified : say.verified(verifiedOn)}</p>
    </div>
  );
}

function Cycle({ total: { ruleId, name, until, from, cycleYears } }: { total: PurposeTotal }) {
  const { today } = useSession();
  const [startedOn, setStartedOn] = useState(until === undefined ? "" : from);
  const [error, setError] = useState<string>();
  const saving = useSend({
    send: (json: { startedOn: string }, options) => ask(client.api.my.credit.cycles[":ruleId"].$put({ param: { ruleId }, json }, options)),
    refreshes: [["hours"]],
    onDone: () => toast(say.saved),
  });
  const refusal = saving.error instanceof ApiProblem ? saving.error.fieldMessage("startedOn") : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWrong = startedOn === "" || startedOn > today;
    setError(isWrong ? say.dayNeeded : undefined);
    if (!isWrong) saving.send({ startedOn });
  };
  return (
    <details>
      <summary>
        {until === undefined ? say.set : say.change}
        <span className="visually-hidden"> ({name})</span>
      </summary>
      <form className="hours-form" onSubmit={submit} noValidate>
        <TextField
          label={say.startedOn}
          hint={say.setHint(cycleYears)}
          type="date"
          max={today}
          value={startedOn}
          onChange={({ target }) => setStartedOn(target.value)}
          error={error ?? refusal}
        />
        {saving.error && <ProblemNotice error={saving.error} shownFields={["startedOn"]} />}
        <div className="row">
          <Button type="submit" isBusy={saving.isSending} busyLabel={say.saving}>
            {say.save}
          </Button>
        </div>
      </form>
    </details>
  );
}

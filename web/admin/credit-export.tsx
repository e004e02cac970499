import { type FormEvent, useState } from "react";
import type { CreditExport as Finished, CreditExportInput } from "../../functions/credit/contract.ts";
import type { CreditRule } from "../../functions/credit/rule-contract.ts";
import { ApiProblem, ask, client } from "../app/api.ts";
import { useSession } from "../app/session.ts";
import { useSend } from "../app/use-send.ts";
import { creditWords } from "../strings/en-credit.ts";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { DownloadPieces, MadeFile } from "./made-file.tsx";

const say = creditWords.admin;
const kinds = ["credits", "totals", "activities"] as const;
const own = "own";

/** So many years before a day; 29 February of a year that has none is the day before. */
const yearsBefore = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4).replace("-02-29", "-02-28")}`;

/** Takes everyone's credit of some years out as a table: of as many as a purpose in use asks to keep, or of any. */
export function CreditExport({ rules }: { rules: readonly CreditRule[] }) {
  const { today } = useSession();
  const [years, setYears] = useState(own);
  const offered = rules.filter(({ terms }) => terms.isOffered);
  const chooseYears = (ruleId: string) => {
    setYears(ruleId);
    const rule = offered.find(({ id }) => id === ruleId);
    if (rule) setInput({ ...input, from: yearsBefore(today, rule.terms.retentionYears), to: today });
  };
  const [input, setInput] = useState<CreditExportInput>({ what: "credits", from: `${Number(today.slice(0, 4)) - 1}-07-01`, to: today });
  const asking = useSend({ send: (json: CreditExportInput, options) => ask(client.api.credit.exports.$post({ json }, options)) });
  const refusal = asking.error instanceof ApiProblem ? asking.error : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    asking.send(input);
  };
  return (
    <div className="stack">
      <p className="small">{say.exportLead}</p>
      <MadeFile<Finished>
        taskId={asking.result?.taskId}
        making={say.making}
        download={(taskId, { fileName, pieces, people, lines }) => (
          <DownloadPieces
            fileName={fileName}
            mediaType="text/csv"
            pieces={pieces}
            piece={(piece) => client.api.credit.exports[":taskId"].pieces[":piece"].$get({ param: { taskId, piece } })}
            ready={say.ready(people, lines)}
            label={say.download}
            fetching={say.fetching}
          />
        )}
      >
        {(isReady) => (
          <form className="stack" onSubmit={submit} noValidate>
            <SelectField
              label={say.exportWhat}
              value={input.what}
              onChange={({ target }) => setInput({ ...input, what: target.value as CreditExportInput["what"] })}
              options={kinds.map((value) => ({ value, label: say.what[value] }))}
            />
            <SelectField
              label={say.years}
              value={years}
              onChange={({ target }) => chooseYears(target.value)}
              options={[
                { value: own, label: say.yearsOwn },
                ...offered.map(({ id, terms }) => ({ value: id, label: say.yearsOf(terms.name, terms.retentionYears) })),
              ]}
            />
            <div className="row">
              {(["from", "to"] as const).map((end) => (
                <TextField
                  key={end}
                  label={say[end]}
                  type="date"
                  value={input[end]}
                  onChange={({ target }) => {
                    setYears(own);
                    setInput({ ...input, [end]: target.value });
                  }}
                  error={refusal?.fieldMessage(end)}
                />
              ))}
            </div>
            {asking.error && <ProblemNotice error={asking.error} shownFields={["from", "to"]} />}
            <div className="row">
              <Button type="submit" isBusy={asking.isSending} busyLabel={say.asking}>
                {isReady ? say.again : say.start}
              </Button>
            </div>
          </form>
        )}
      </MadeFile>
    </div>
  );
}

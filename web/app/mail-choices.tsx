import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ReminderPreferences } from "../../functions/reminders/contract.ts";
import { account } from "../strings/en-account.ts";
import { language } from "../strings/language.ts";
import { Checkbox } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { announce } from "./announce.ts";
import { ask, client } from "./api.ts";
import { useSend } from "./use-send.ts";

const choicesQuery = queryOptions({ queryKey: ["my-reminders"], queryFn: () => ask(client.api.my.reminders.$get()) });

const { mail: say } = account;

const other = language === "es" ? "en" : "es";

/**
 * Which reminders one gets by mail, and whether all mail comes in the language of this page: a change takes effect at once. Whoever
 * never said in which language gets the one they choose by.
 */
export function MailChoices() {
  const { data, error, refetch } = useQuery(choicesQuery);
  const choosing = useSend({
    send: (json: ReminderPreferences, options) => ask(client.api.my.reminders.$put({ json }, options)),
    refreshes: [choicesQuery.queryKey],
    onDone: () => announce(say.saved),
  });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="quiet small">{say.loading}</p>;
  const { stopped, language: chosen } = choosing.result ?? data;
  return (
    <>
      <p className="quiet small">{data.kinds.length === 0 ? say.none : say.lead}</p>
      <Checkbox
        label={say.inThisLanguage}
        checked={(chosen ?? "en") === language}
        onChange={({ target: { checked } }) => choosing.send({ language: checked ? language : other })}
      />
      {data.kinds.map((kind) => (
        <Checkbox
          key={kind}
          label={say.kinds[kind]}
          checked={!stopped.includes(kind)}
          onChange={({ target: { checked } }) =>
            choosing.send({ stopped: checked ? stopped.filter((one) => one !== kind) : [...stopped, kind], language: chosen ?? language })
          }
        />
      ))}
      {choosing.error && <ProblemNotice error={choosing.error} />}
    </>
  );
}

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { Button } from "../ui/button.tsx";
import { TextArea } from "../ui/field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { titlesLeftOutQuery } from "./queries.ts";

const { page: say } = rosterWords;

/** Whose rows a OneRoster file is read without: titles, one a line. Nothing changes before the next file's preview shows it. */
export function TitlesLeftOut() {
  const { data } = useSuspenseQuery(titlesLeftOutQuery);
  const saved = data.titles.join("\n");
  const [text, setText] = useState(saved);
  const titles = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const saving = useSend({
    send: (json: { titles: string[] }, options) => ask(client.api.roster["titles-left-out"].$put({ json }, options)),
    refreshes: [titlesLeftOutQuery.queryKey],
    onDone: (now) => {
      setText(now.titles.join("\n"));
      toast(say.leftOutSaved(now.titles.length));
    },
  });
  return (
    <div className="card admin-upload">
      <p className="small">{say.leftOutLead}</p>
      <TextArea
        isOptional
        label={say.leftOutTitles}
        hint={say.leftOutHint}
        rows={4}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button isBusy={saving.isSending} busyLabel={say.leftOutSaving} onClick={() => saving.send({ titles })}>
        {say.leftOutSave}
      </Button>
      {saving.error && <ProblemNotice error={saving.error} />}
    </div>
  );
}

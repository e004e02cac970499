import type { RosterExport as Finished } from "../../functions/roster/export-contract.ts";
import { ask, client } from "../app/api.ts";
import { useSend } from "../app/use-send.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { Button } from "../ui/button.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { DownloadPieces, MadeFile } from "./made-file.tsx";

const { page: say } = rosterWords;

/** Takes the roster out as a file. */
export function RosterExport() {
  const asking = useSend({ send: (_: null, options) => ask(client.api.roster.exports.$post({}, options)) });
  return (
    <div className="stack">
      <p className="small">{say.exportLead}</p>
      <MadeFile<Finished>
        taskId={asking.result?.taskId}
        making={say.exportMaking}
        download={(taskId, { fileName, pieces, people, bytes }) => (
          <DownloadPieces
            fileName={fileName}
            mediaType="application/zip"
            pieces={pieces}
            piece={(piece) => client.api.roster.exports[":taskId"].pieces[":piece"].$get({ param: { taskId, piece } })}
            ready={say.exportReady(people)}
            label={say.exportDownload(bytes)}
            fetching={say.exportFetching}
          />
        )}
      >
        {(isReady) => (
          <div className="row">
            <Button isBusy={asking.isSending} busyLabel={say.exportAsking} onClick={() => asking.send(null)}>
              {isReady ? say.exportAgain : say.exportStart}
            </Button>
          </div>
        )}
      </MadeFile>
      {asking.error && <ProblemNotice error={asking.error} />}
    </div>
  );
}

import { useQuery } from "@tanstack/react-query";
import type { PersonRecord, TimelineEntry } from "../../../functions/roster/person-contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { catalogQuery } from "../../app/directory.ts";
import { useSession } from "../../app/session.ts";
import { useSend } from "../../app/use-send.ts";
import { personWords as say } from "../../strings/en-person.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { usePages } from "../use-pages.ts";
import { timelinePage, touchedByChange } from "./queries.ts";

type TitleOf = (target: { kind: string; id: string }) => string;

/** What happened to a person, the latest first, a page at a time; a change can be taken back from here. */
export function Timeline({ record }: { record: PersonRecord }) {
  const staffId = record.id;
  // A merge goes on after the page was loaded; each of its steps, and each change of the record, is read anew.
  const asOf = [record.version, ...record.merges.map(({ state }) => state)].join(" ");
  const { pages, error, hasMore, isLoadingMore, more, retry } = usePages(["timeline", staffId, asOf], (cursor) =>
    timelinePage(staffId, cursor),
  );
  const catalog = useQuery(catalogQuery);
  const undo = useSend({
    send: (entryId: string, options) => ask(client.api.people[":staffId"].undo.$post({ param: { staffId }, json: { entryId } }, options)),
    refreshes: touchedByChange(staffId),
    onDone: () => toast(say.undone),
  });
  if (error && !pages) return <ProblemNotice error={error} onRetry={retry} />;
  if (!pages) return <Skeleton lines={6} />;
  const entries = pages.flatMap((page) => page.entries);
  const titleOf: TitleOf = ({ kind, id }) => {
    if (kind === "module") return catalog.data?.modules.find((one) => one.id === id)?.title ?? id;
    return catalog.data?.paths.find((one) => one.id === id)?.title ?? id;
  };
  return (
    <div className="stack">
      {undo.error && <ProblemNotice error={undo.error} />}
      {entries.length === 0 && !hasMore && <p className="quiet">{say.timelineNone}</p>}
      <ol className="record-timeline">
        {entries.map((entry) => (
          <Step key={entry.id} entry={entry} titleOf={titleOf} onUndo={() => undo.send(entry.id)} />
        ))}
      </ol>
      {error && <ProblemNotice error={error} onRetry={retry} />}
      {hasMore && (
        <div className="row">
          <Button isBusy={isLoadingMore} busyLabel={say.loading} onClick={more}>
            {say.more}
          </Button>
        </div>
      )}
    </div>
  );
}

function Step({ entry, titleOf, onUndo }: { entry: TimelineEntry; titleOf: TitleOf; onUndo: () => void }) {
  const { district } = useSession();
  const lines = [...new Set(entry.facts.map((fact) => say.fact(fact, titleOf)))];
  return (
    <li>
      <p>
        <strong>{say.action(entry.action)}</strong>
        <span className="quiet small">
          {" · "}
          {say.time(entry.at, district.zone)} · {say.by(entry)}
          {entry.ofAccount !== undefined && ` · ${say.ofAccount}`}
        </span>
      </p>
      {lines.length > 0 && (
        <ul className="record-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {entry.isUndoable && (
        <div className="row">
          <Button kind="quiet" onClick={onUndo}>
            {say.undo}
            <span className="visually-hidden">{say.undoOf(entry.action)}</span>
          </Button>
        </div>
      )}
    </li>
  );
}

import type { PersonChange, PersonRecord } from "../../../functions/roster/person-contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSession } from "../../app/session.ts";
import { useSend } from "../../app/use-send.ts";
import { personWords as say } from "../../strings/en-person.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { touchedByChange } from "./queries.ts";

/** What was edited here against the roster, with what the roster says and a way to let go of it. */
export function Pins({ record }: { record: PersonRecord }) {
  const { district } = useSession();
  const { send, isSending, error } = useSend({
    send: (change: PersonChange, options) =>
      ask(
        client.api.people[":staffId"].changes.$post({ param: { staffId: record.id }, json: { version: record.version, change } }, options),
      ),
    refreshes: touchedByChange(record.id),
    onDone: () => toast(say.unpinned),
  });
  return (
    <>
      <ul className="record-list">
        {record.pins.map(({ field, by, at, rosterSays, roles }) => (
          <li key={field}>
            {say.pinned({ field, by, at: say.time(at, district.zone) })}{" "}
            <span className="quiet">
              {say.rosterSays(
                field === "roles"
                  ? say.rosterRoles(roles.filter(({ when }) => when !== "past"))
                  : field === "hiredOn"
                    ? say.date(rosterSays)
                    : rosterSays,
              )}
            </span>
            {record.mergedInto === undefined && (
              <div className="row">
                <Button kind="quiet" isBusy={isSending} onClick={() => send({ kind: "unpin", field })}>
                  {say.unpin}
                  <span className="visually-hidden">{say.unpinOf(field)}</span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {error && <ProblemNotice error={error} />}
    </>
  );
}

import type { RemindersPage } from "../../../functions/reminders/contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { reminderWords as say } from "../../strings/en-reminders.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";
import { Table } from "../../ui/table.tsx";
import { remindersQuery } from "./reminder-queries.ts";

type Address = RemindersPage["addresses"][number];

/** Addresses that take no mail, with what to do about each. */
export function AddressList({ page: { addresses } }: { page: RemindersPage }) {
  const releasing = useSend({
    send: ({ emailHash }: Address, options) =>
      ask(client.api.reminders.addresses[":emailHash"].release.$post({ param: { emailHash } }, options)),
    refreshes: [remindersQuery.queryKey],
    onDone: (_, { name }) => toast(say.released(name)),
  });
  return (
    <section className="stack">
      <h2>{say.addresses}</h2>
      {addresses.length === 0 ? (
        <p className="quiet">{say.addressesNone}</p>
      ) : (
        <>
          <p>{say.addressesLead}</p>
          <Table
            caption={say.addresses}
            isCaptionHidden
            rows={addresses}
            rowKey={({ emailHash }) => emailHash}
            columns={[
              {
                id: "who",
                header: say.address,
                isRowHeader: true,
                cell: ({ name, email }) => (
                  <>
                    {name}
                    <br />
                    <span className="quiet small">{email}</span>
                  </>
                ),
              },
              {
                id: "why",
                header: say.addressWhyHeader,
                cell: ({ why, reason }) => [say.addressWhy[why], reason].filter(Boolean).join(": "),
              },
              {
                id: "act",
                header: say.addressAct,
                cell: (one) => (
                  <Button isBusy={releasing.isSending} busyLabel={say.releasing} onClick={() => releasing.send(one)}>
                    {say.release}
                    <span className="visually-hidden"> {one.name}</span>
                  </Button>
                ),
              },
            ]}
          />
        </>
      )}
      {releasing.error && <ProblemNotice error={releasing.error} />}
    </section>
  );
}

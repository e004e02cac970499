import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CalendarGroup } from "../../../functions/engagement/calendar-contract.ts";
import { toast } from "../../app/announce.ts";
import { ask, client } from "../../app/api.ts";
import { useSend } from "../../app/use-send.ts";
import { calendarWords as say } from "../../strings/en-calendar.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { ProblemNotice } from "../../ui/notice.tsx";

const byJob = "by job";
const { people } = client.api.calendar;

/** Puts one person on another calendar than the one their job gives them, or back. */
export function PersonGroup({ groups }: { groups: readonly CalendarGroup[] }) {
  const [name, setName] = useState("");
  const [sought, setSought] = useState("");
  const [staffId, setStaffId] = useState("");
  const found = useQuery({
    queryKey: ["people", "named", sought],
    queryFn: () => ask(client.api.people.$get({ query: { name: sought } })),
    enabled: sought !== "",
  });
  return (
    <div className="calendar-year">
      <form
        className="calendar-row"
        onSubmit={(event) => {
          event.preventDefault();
          setStaffId("");
          setSought(name.trim());
        }}
      >
        <TextField label={say.familyName} value={name} onChange={({ target }) => setName(target.value)} />
        <Button type="submit">{say.find}</Button>
      </form>
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.people.length === 0 && <p className="quiet">{say.nobodyFound}</p>}
      {found.data && found.data.people.length > 0 && (
        <SelectField
          label={say.person}
          value={staffId}
          onChange={({ target }) => setStaffId(target.value)}
          options={[{ value: "", label: say.choosePerson }, ...found.data.people.map((one) => ({ value: one.id, label: one.name }))]}
        />
      )}
      {staffId !== "" && <Chosen key={staffId} staffId={staffId} groups={groups} />}
    </div>
  );
}

function Chosen({ staffId, groups }: { staffId: string; groups: readonly CalendarGroup[] }) {
  const queries = useQueryClient();
  const queryKey = ["calendar", "person", staffId];
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => ask(people[":staffId"].$get({ param: { staffId } })) });
  const saving = useSend({
    send: (group: string | undefined, options) => ask(people[":staffId"].$put({ param: { staffId }, json: { group } }, options)),
    onDone: (person) => {
      queries.setQueryData(queryKey, person);
      toast(say.personSaved(person.name));
    },
  });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const nameOf = (id: string | undefined): string => groups.find((one) => one.id === id)?.name ?? say.everyone;
  return (
    <>
      <SelectField
        label={say.calendarOf(data.name)}
        value={data.group ?? byJob}
        onChange={({ target }) => saving.send(target.value === byJob ? undefined : target.value)}
        options={[
          { value: byJob, label: say.asJob(nameOf(data.byJob)) },
          { value: "own", label: say.everyone },
          ...groups.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      {saving.error && <ProblemNotice error={saving.error} />}
    </>
  );
}

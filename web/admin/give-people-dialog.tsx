import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CoachView, PeoplePage, PersonView } from "../../functions/roster/contract.ts";
import { toast } from "../app/announce.ts";
import { ask, client } from "../app/api.ts";
import { schoolsQuery } from "../app/directory.ts";
import { useSend } from "../app/use-send.ts";
import { t } from "../strings/en.ts";
import { admin } from "../strings/en-admin.ts";
import { Button } from "../ui/button.tsx";
import { CheckList } from "../ui/check-list.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SelectField } from "../ui/field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";

const { coaches: say } = admin;

/** Gives a coach people of one school at a time, named with the coach they have now. */
export function GivePeopleDialog({ coach, onClose }: { coach: CoachView; onClose: () => void }) {
  const schools = useQuery(schoolsQuery);
  const [schoolId, setSchoolId] = useState(coach.schools[0]?.id ?? "");
  const [chosen, setChosen] = useState<string[]>([]);
  const [isTried, setTried] = useState(false);
  const { send, isSending, error } = useSend({
    send: (staffIds: string[], options) =>
      ask(client.api.coaches[":staffId"].caseload.$post({ param: { staffId: coach.id }, json: { staffIds } }, options)),
    refreshes: [["coaches"], ["people"], ["caseload"], ["person"]],
    onDone: ({ assigned }) => {
      onClose();
      toast(say.done(assigned, coach.name));
    },
  });
  const submit = () => {
    setTried(true);
    if (chosen.length > 0) send(chosen);
  };
  const loadError = schools.error;
  return (
    <Dialog
      title={say.dialog(coach.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="primary" isBusy={isSending} busyLabel={say.confirming} onClick={submit}>
            {say.confirm(chosen.length)}
          </Button>
        </>
      }
    >
      <Notice kind="info">{say.explain(coach.name)}</Notice>
      {loadError && <ProblemNotice error={loadError} onRetry={() => void schools.refetch()} />}
      <SelectField
        label={say.school}
        value={schoolId}
        onChange={({ target }) => setSchoolId(target.value)}
        options={(schools.data ?? coach.schools).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {schoolId !== "" && (
        <SchoolPeople schoolId={schoolId} coach={coach} chosen={chosen} onChange={setChosen} isMissing={isTried && chosen.length === 0} />
      )}
      {error && <ProblemNotice error={error} />}
    </Dialog>
  );
}

type SchoolPeopleProps = { schoolId: string; coach: CoachView; chosen: string[]; onChange: (chosen: string[]) => void; isMissing: boolean };

function SchoolPeople({ schoolId, coach, chosen, onChange, isMissing }: SchoolPeopleProps) {
  const { data, error, refetch } = useQuery({ queryKey: ["people", "all", schoolId], queryFn: () => everyoneAt(schoolId) });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const people = data.filter(({ id, status }) => status === "active" && id !== coach.id);
  if (people.length === 0) return <p className="quiet">{say.nobody}</p>;
  const rolesOf = ({ roles }: PersonView) => [...new Set(roles.map(({ role }) => role))];
  const hintOf = (person: PersonView) =>
    person.coach?.id === coach.id ? say.hasThis(rolesOf(person)) : say.hasCoach(rolesOf(person), person.coach?.name);
  const without = people.filter((person) => person.coach === undefined).map(({ id }) => id);
  return (
    <CheckList
      legend={say.people}
      findLabel={say.find}
      value={chosen}
      onChange={onChange}
      options={people.map((person) => ({ value: person.id, label: person.name, hint: hintOf(person) }))}
      error={isMissing ? say.needed : undefined}
      foot={
        <>
          <span role="status">{say.chosen(chosen.length)}</span>
          {without.length > 0 && (
            <Button kind="quiet" onClick={() => onChange([...new Set([...chosen, ...without])])}>
              {say.without}
            </Button>
          )}
        </>
      }
    />
  );
}

/** Everyone of a school, page after page. */
async function everyoneAt(schoolId: string): Promise<PersonView[]> {
  const everyone: PersonView[] = [];
  for (let cursor: string | undefined; ;) {
    const page: PeoplePage = await ask(client.api.people.$get({ query: { schoolId, cursor } }));
    everyone.push(...page.people);
    if (page.next === undefined) return everyone;
    cursor = page.next;
  }
}

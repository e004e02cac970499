import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ImportView, PreviewChange, PreviewKind, PreviewPerson } from "../../functions/roster/import-contract.ts";
import { list, t } from "../strings/en.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { FilterSelect, SearchField } from "../ui/filter-field.tsx";
import { ProblemNotice } from "../ui/notice.tsx";
import { Table } from "../ui/table.tsx";
import { Pager } from "./pager.tsx";
import { usePeoplePart } from "./use-people-part.ts";
import { previewQuery } from "./queries.ts";

const { one: say } = rosterWords;
const kinds = ["ended", "moved", "changed", "added"] as const satisfies readonly PreviewKind[];

/** Whom an import adds, changes, moves and ends, by name, all of them in parts of a hundred. */
export function ImportPeople({ record: { id, staff } }: { record: ImportView }) {
  const filled = kinds.filter((kind) => staff[kind] > 0);
  const { kind, name, part, onKind, onName, onGo } = usePeoplePart<PreviewKind>(filled[0] ?? "added");
  const { data, error, refetch } = useQuery({ ...previewQuery(id, part), placeholderData: keepPreviousData });
  return (
    <div className="stack">
      <div className="admin-filter no-print">
        <FilterSelect
          label={say.kind}
          value={kind}
          onChoose={onKind}
          options={filled.map((value) => ({ value, label: say.kindOption(say.kinds[value], staff[value]) }))}
        />
        <SearchField label={say.name} value={name} onChange={({ target }) => onName(target.value)} />
      </div>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && data.people.length === 0 && <p className="quiet">{say.none}</p>}
      {data && data.people.length > 0 && (
        <>
          <Table
            caption={say.kinds[kind]}
            isCaptionHidden
            isListOnPhone
            rows={data.people}
            rowKey={({ staffId }) => staffId}
            columns={[
              { id: "name", header: say.person.name, isRowHeader: true, cell: (person) => person.name },
              { id: "place", header: say.person.place, cell: placeOf },
              ...(kind === "changed" || kind === "moved"
                ? [
                    {
                      id: "change",
                      header: say.person.change,
                      cell: ({ changes }: PreviewPerson) => changes.map((change) => <div key={change.field}>{changeWords(change)}</div>),
                    },
                  ]
                : []),
            ]}
          />
          <Pager from={data.from} shown={data.people.length} total={data.total} onGo={onGo} />
        </>
      )}
    </div>
  );
}

/** What someone does, and where. */
export function placeOf({ roles, schools }: Pick<PreviewPerson, "roles" | "schools">): string {
  return [list(roles.map((role) => t.jobRoles[role])), list(schools)].filter((part) => part !== "").join(", ");
}

function changeWords({ field, before, after }: PreviewChange): string {
  const name = say.changeNames[field];
  if (field === "dates" || field === "returns") return name;
  const told = (values: string[]): string => {
    if (values.every((value) => value === "")) return say.noValue;
    return list(values.map((value) => (field === "roles" ? t.jobRoles[value as keyof typeof t.jobRoles] : valueOf(field, value))));
  };
  return `${name}: ${say.fromTo(told(before), told(after))}`;
}

function valueOf(field: PreviewChange["field"], value: string): string {
  return field === "administrator" ? say.isAdministrator : value;
}

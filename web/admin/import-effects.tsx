import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { EffectKind, EffectPerson, EffectTotals } from "../../functions/assignment/effects-contract.ts";
import type { ImportView } from "../../functions/roster/import-contract.ts";
import { useSession } from "../app/session.ts";
import { words } from "../strings/en.ts";
import { effectWords as say } from "../strings/en-effects.ts";
import { rosterWords } from "../strings/en-roster.ts";
import { FilterSelect, SearchField } from "../ui/filter-field.tsx";
import { Notice, ProblemNotice } from "../ui/notice.tsx";
import { Section } from "../ui/page.tsx";
import { Table } from "../ui/table.tsx";
import { TaskProgress } from "../ui/task-progress.tsx";
import { placeOf } from "./import-people.tsx";
import { Pager } from "./pager.tsx";
import { usePeoplePart } from "./use-people-part.ts";
import { effectPeopleQuery, effectsQuery } from "./queries.ts";

const kinds = ["assigned", "removed", "redated"] as const satisfies readonly EffectKind[];

/** What a roster file asks people to learn and no longer asks, which dates move, and what mail follows from it. */
export function ImportEffects({ record }: { record: ImportView }) {
  const { data: effects, error, refetch } = useQuery(effectsQuery(record.id));
  return (
    <Section title={say.title}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {effects?.state === "working" && effects.taskId === undefined && <p role="status">{say.working}</p>}
      {effects?.state === "working" && effects.taskId !== undefined && <TaskProgress taskId={effects.taskId} label={say.working} />}
      {effects?.state === "notKnown" && <p className="quiet">{say.notKnown}</p>}
      {effects?.state === "ready" && <Ready record={record} effects={effects} />}
    </Section>
  );
}

function Ready({ record: { id, staff }, effects }: { record: ImportView; effects: EffectTotals }) {
  const { zone } = useSession().district;
  return (
    <div className="stack">
      <p className="small">{say.asOf(effects.on, rosterWords.page.time(effects.workedOutAt, zone))}</p>
      {effects.all === 0 ? <p className="quiet">{say.nothing}</p> : <Modules effects={effects} />}
      {effects.late > 0 && (
        <Notice kind="warn" title={say.late(effects.late)}>
          {say.lateHint}
        </Notice>
      )}
      <Mail mails={effects.mails} ends={staff.ended} />
      {effects.all > 0 && <People id={id} effects={effects} />}
    </div>
  );
}

function Mail({ mails, ends }: { mails: EffectTotals["mails"]; ends: number }) {
  return (
    <div>
      <h3>{say.mailTitle}</h3>
      {mails.people === 0 ? <p>{say.mailNone(mails)}</p> : <p>{say.mail(mails)}</p>}
      {mails.people > 0 && <p className="small">{mails.areRemindersOn ? say.mailWhen : say.mailOff}</p>}
      {mails.aboutOthers > 0 && <p>{say.mailOthers(mails.aboutOthers)}</p>}
      {ends > 0 && <p>{say.mailEnds(ends)}</p>}
    </div>
  );
}

function Modules({ effects }: { effects: EffectTotals }) {
  const number = (n: number): string => words.number(n);
  return (
    <Table
      caption={say.modules}
      isCaptionHidden
      isListOnPhone
      rows={effects.modules}
      rowKey={({ moduleId }) => moduleId}
      columns={[
        { id: "module", header: say.moduleColumns.module, isRowHeader: true, cell: ({ title }) => title },
        {
          id: "assigned",
          header: say.moduleColumns.assigned,
          isNumeric: true,
          isLabelledInList: true,
          cell: ({ counts }) => number(counts.assigned),
        },
        { id: "done", header: say.moduleColumns.done, isNumeric: true, isLabelledInList: true, cell: ({ done }) => number(done) },
        {
          id: "removed",
          header: say.moduleColumns.removed,
          isNumeric: true,
          isLabelledInList: true,
          cell: ({ counts }) => number(counts.removed),
        },
        {
          id: "redated",
          header: say.moduleColumns.redated,
          isNumeric: true,
          isLabelledInList: true,
          cell: ({ counts }) => number(counts.redated),
        },
      ]}
    />
  );
}

function People({ id, effects }: { id: string; effects: EffectTotals }) {
  const filled = kinds.filter((kind) => effects.people[kind] > 0);
  const { kind, name, part, onKind, onName, onGo } = usePeoplePart<EffectKind>(filled[0] ?? "assigned");
  const { data, error, refetch } = useQuery({ ...effectPeopleQuery(id, part), placeholderData: keepPreviousData });
  return (
    <div className="stack">
      <div className="admin-filter no-print">
        <FilterSelect
          label={say.show}
          value={kind}
          onChoose={onKind}
          options={filled.map((value) => ({ value, label: say.kindOption(say.lists[value], effects.people[value]) }))}
        />
        <SearchField label={say.name} value={name} onChange={({ target }) => onName(target.value)} />
      </div>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data && data.people.length === 0 && <p className="quiet">{say.none}</p>}
      {data && data.people.length > 0 && (
        <>
          <Table
            caption={say.lists[kind]}
            isCaptionHidden
            isListOnPhone
            rows={data.people}
            rowKey={({ staffId }) => staffId}
            columns={[
              { id: "name", header: say.columns.name, isRowHeader: true, cell: (person) => person.name },
              { id: "place", header: say.columns.place, cell: placeOf },
              {
                id: "modules",
                header: say.columns.modules,
                cell: ({ modules }) => <ModulesOf modules={modules} kind={kind} />,
              },
            ]}
          />
          <Pager from={data.from} shown={data.people.length} total={data.total} onGo={onGo} />
        </>
      )}
    </div>
  );
}

/** A few modules stand there; of more, how many they are and when the first is due, and the rest on request. */
function ModulesOf({ modules, kind }: { modules: EffectPerson["modules"]; kind: EffectKind }) {
  const lines = modules.map((module) => <div key={module.moduleId}>{say.module(module, kind)}</div>);
  if (modules.length <= 3) return lines;
  return (
    <details>
      <summary>{say.severalModules(modules, kind)}</summary>
      {lines}
    </details>
  );
}

import { Link } from "@tanstack/react-router";
import type { PersonRecord, RoleView } from "../../../functions/roster/person-contract.ts";
import { personWords as say } from "../../strings/en-person.ts";
import { Badge } from "../../ui/badge.tsx";
import { Table } from "../../ui/table.tsx";

/** What holds today. */
export function Facts({ record }: { record: PersonRecord }) {
  const { labels } = say;
  const facts: [string, string][] = [
    [labels.status, say.status(record.status, record.isOnLeave)],
    [labels.hiredOn, say.date(record.hiredOn)],
    ...(record.lastDayOn === undefined ? [] : [[labels.lastDayOn, say.date(record.lastDayOn)] satisfies [string, string]]),
    [labels.email, record.email || say.none],
    [labels.rosterId, record.rosterId],
    [labels.coach, record.coach?.name ?? say.none],
    ...(record.caseload > 0 ? [[labels.caseload, say.caseload(record.caseload)] satisfies [string, string]] : []),
    ...(record.isDistrictAdministrator ? [[labels.administrator, say.yes] satisfies [string, string]] : []),
    ...record.leaves.map(({ from, to }): [string, string] => [labels.leave, say.leave(from, to)]),
  ];
  return (
    <>
      <dl className="record-facts">
        {facts.map(([label, value]) => (
          <div key={label + value}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {record.mergedInto === undefined && (
        <p>
          <Link to="/people/$staffId" params={{ staffId: record.id }}>
            {say.path}
          </Link>
        </p>
      )}
    </>
  );
}

/** Roles with their days and shares: held today, to come, and over. */
export function RoleTable({ roles }: { roles: RoleView[] }) {
  if (roles.length === 0) return <p className="quiet">{say.rolesNone}</p>;
  const { roleColumns: header } = say;
  const hasShares = roles.some(({ share }) => share !== undefined);
  return (
    <Table
      caption={say.roles}
      isCaptionHidden
      rows={roles}
      rowKey={({ role, schoolId, beginOn, endOn }) => [role, schoolId, beginOn, endOn].join(" ")}
      columns={[
        {
          id: "role",
          header: header.role,
          isRowHeader: true,
          cell: ({ role, isPrimary, when }) => (
            <>
              {say.role(role)} {isPrimary && when !== "past" && <span className="quiet small">({say.main})</span>}
            </>
          ),
        },
        { id: "school", header: header.school, cell: ({ schoolName }) => schoolName },
        { id: "from", header: header.from, cell: ({ beginOn }) => say.date(beginOn) },
        { id: "to", header: header.to, cell: ({ endOn }) => (endOn === undefined ? say.goesOn : say.date(endOn)) },
        ...(hasShares
          ? [{ id: "share", header: header.share, cell: ({ share }: RoleView) => (share === undefined ? "–" : say.share(share)) }]
          : []),
        {
          id: "when",
          header: header.when,
          cell: ({ when }) => <Badge tone={when === "now" ? "good" : when === "coming" ? "wait" : "neutral"}>{say.when[when]}</Badge>,
        },
      ]}
    />
  );
}

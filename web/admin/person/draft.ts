import type { PersonChange, PersonRecord, RoleView } from "../../../functions/roster/person-contract.ts";

/** What an administrator can do on a person's page. */
export type ChangeKind = Exclude<PersonChange["kind"], "unpin">;

/** A role while it is being edited; empty where nothing was chosen yet. */
export type RoleDraft = { role: string; schoolId: string; isPrimary: boolean; beginOn: string; endOn: string; percent: string };

/** Everything that a form of a change may hold; each form uses its own part. */
export type Draft = {
  givenName: string;
  familyName: string;
  email: string;
  hiredOn: string;
  fromSchoolId: string;
  toSchoolId: string;
  on: string;
  from: string;
  to: string;
  roles: RoleDraft[];
};

const roleDraft = ({ role, schoolId, isPrimary, beginOn, endOn = "", share }: RoleView): RoleDraft => ({
  role,
  schoolId,
  isPrimary,
  beginOn,
  endOn,
  percent: share === undefined ? "" : String(Math.round(share * 100)),
});

/** An empty role that begins on a day. */
export const emptyRole = (beginOn: string, isPrimary = false): RoleDraft => ({
  role: "",
  schoolId: "",
  isPrimary,
  beginOn,
  endOn: "",
  percent: "",
});

/** A form as it begins: with what is on record. */
export function draftOf(record: PersonRecord, kind: ChangeKind, today: string): Draft {
  const open = record.roles.filter(({ when }) => when !== "past");
  return {
    givenName: record.givenName,
    familyName: record.familyName,
    email: record.email,
    hiredOn: record.hiredOn,
    fromSchoolId: open[0]?.schoolId ?? "",
    toSchoolId: "",
    on: today,
    from: today,
    to: "",
    roles: kind === "rehire" || open.length === 0 ? [emptyRole(today, true)] : open.map(roleDraft),
  };
}

/** The change that a form stands for; undefined while something is missing. */
export function changeFrom(kind: ChangeKind, draft: Draft): PersonChange | undefined {
  const { givenName, familyName, email, hiredOn, fromSchoolId, toSchoolId, on, from, to } = draft;
  switch (kind) {
    case "edit":
      return givenName.trim() && familyName.trim() && hiredOn ? { kind, givenName, familyName, email, hiredOn } : undefined;
    case "transfer":
      return fromSchoolId && toSchoolId && on ? { kind, fromSchoolId, toSchoolId, on } : undefined;
    case "leave":
      return from ? { kind, from, ...(to && { to }) } : undefined;
    case "return":
    case "end":
      return on ? { kind, on } : undefined;
    case "suspend":
    case "lift":
      return { kind };
    case "roles":
    case "rehire": {
      const roles = draft.roles.flatMap(roleFrom);
      if (roles.length === 0 || roles.length < draft.roles.length) return undefined;
      return kind === "roles"
        ? { kind, roles }
        : { kind, on, roles: roles.map((one) => ({ ...one, beginOn: one.beginOn < on ? on : one.beginOn })) };
    }
  }
}

function roleFrom({ role, schoolId, isPrimary, beginOn, endOn, percent }: RoleDraft) {
  const share = Number(percent) / 100;
  if (role === "" || schoolId === "" || beginOn === "") return [];
  return [
    { role: role as RoleView["role"], schoolId, isPrimary, beginOn, ...(endOn && { endOn }), ...(share > 0 && share <= 1 && { share }) },
  ];
}

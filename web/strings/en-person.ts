import type { ChangePreview } from "../../functions/assignment/person-contract.ts";
import type { MergePreview } from "../../functions/certification/contract.ts";
import type { JobRole, StaffStatus } from "../../functions/roster/contract.ts";
import type { ChangeNote, Coming, MergeView, PinnedField, TimelineEntry, TimelineFact } from "../../functions/roster/person-contract.ts";
import type * as z from "zod";
import { count, list, locale, t, words } from "./en.ts";
import { teamWords } from "./en-teams.ts";
import { localized } from "./language.ts";

type Status = z.infer<typeof StaffStatus>;
const on = (date: string) => words.fullDate(date);
const statuses: Record<Status, string> = { active: "Active", suspended: "Suspended", left: "No longer here" };
const fields: Record<PinnedField, string> = { name: "Name", email: "E-mail address", hiredOn: "Day of hire", roles: "Roles and schools" };

type SeatFact = Extract<TimelineFact, { kind: "seatNamed" | "seatEnded" | "seatRemoved" }>;
const seatWords = ({ kind, team, role, isBackup, place, from, until }: SeatFact): string => {
  const where = place === undefined ? teamWords.team(team) : `${teamWords.team(team)} at ${place}`;
  const seat = `${teamWords.role(role)}${isBackup ? " (backup)" : ""}, ${where}`;
  if (kind === "seatRemoved") return `${seat}: was to begin on ${on(from)}`;
  if (kind === "seatEnded") return until === undefined ? seat : `${seat}: last day ${on(until)}`;
  return until === undefined ? `${seat}: from ${on(from)}` : `${seat}: from ${on(from)} to ${on(until)}`;
};

const factWords = (fact: TimelineFact, titleOf: (target: { kind: string; id: string }) => string): string => {
  switch (fact.kind) {
    case "name":
      return `Name changed from ${fact.from} to ${fact.to}`;
    case "email":
      return `E-mail address changed from ${fact.from || "none"} to ${fact.to || "none"}`;
    case "hiredOn":
      return fact.from === "" ? `Hired on ${on(fact.to)}` : `Day of hire changed from ${on(fact.from)} to ${on(fact.to)}`;
    case "status":
      return `From “${statuses[fact.from]}” to “${statuses[fact.to]}”`;
    case "lastDay":
      return `Last day of work: ${on(fact.on)}`;
    case "roleBegan":
      return `${t.jobRoles[fact.role]} at ${fact.schoolName} from ${on(fact.on)}`;
    case "roleEnded":
      return `${t.jobRoles[fact.role]} at ${fact.schoolName} until ${on(fact.on)}`;
    case "roleChanged":
      return `${t.jobRoles[fact.role]} at ${fact.schoolName}: share, end or main role changed`;
    case "roleRemoved":
      return `${t.jobRoles[fact.role]} at ${fact.schoolName} from ${on(fact.on)} no longer holds`;
    case "leave":
      return fact.to === undefined
        ? `On leave from ${on(fact.from)}, without an end yet`
        : `On leave from ${on(fact.from)} to ${on(fact.to)}`;
    case "leaveRemoved":
      return `The leave from ${on(fact.from)} no longer holds`;
    case "coach":
      return fact.name === undefined ? "No coach any more" : `Coach: ${fact.name}`;
    case "caseload":
      return `Was given ${count(fact.count, "person", "people")} to coach`;
    case "pin":
      return `${fields[fact.field]}: kept as edited here, whatever the roster says`;
    case "administrator":
      return fact.isNow ? "May administer Throughline" : "May no longer administer Throughline";
    case "assigned":
      return `Assigned: ${titleOf(fact.target)}${fact.origin === undefined ? "" : ` (${fact.origin})`}`;
    case "unassigned":
      return `No longer assigned: ${titleOf(fact.target)}${fact.reason === undefined ? "" : `. ${fact.reason}`}`;
    case "waived":
      return `Waived: ${titleOf(fact.target)}${fact.reason === undefined ? "" : `. ${fact.reason}`}`;
    case "reassigned":
      return `Assignment changed: ${titleOf(fact.target)}`;
    case "seatNamed":
    case "seatEnded":
    case "seatRemoved":
      return seatWords(fact);
    case "seatsMoved":
      return `${count(fact.count, "seat on a team goes", "seats on teams go")} with the account`;
    case "seatsJoined":
      return `${count(fact.count, "seat on a team was", "seats on teams were")} held in both accounts, and is held once now`;
    case "calendarGroup":
      if (fact.isDistricts) return "Works by the district's own calendar";
      return fact.name === undefined ? "Works by the calendar of their job again" : `Works by the calendar of ${fact.name}`;
    case "priorLearning":
      return `${titleOf(fact.target)}${fact.on === undefined ? "" : `: learned on ${on(fact.on)}`}`;
    case "moreTime":
      return fact.on === undefined ? titleOf(fact.target) : `${titleOf(fact.target)}: until ${on(fact.on)}`;
    case "certificate":
      return `Certificate, in force until ${on(fact.expiresOn)}`;
    case "account":
      return fact.rows === undefined
        ? `The account of ${fact.name}`
        : `The account of ${fact.name}: ${count(fact.rows, "record", "records")}`;
  }
};

const actions: Record<string, string> = {
  "staff.added": "Came onto the roster",
  "staff.changed": "Changed by the roster",
  "staff.left": "No longer on the roster",
  "person.edited": "Details edited",
  "roles.changed": "Roles changed",
  "person.transferred": "Transferred",
  "leave.recorded": "Leave recorded",
  "leave.ended": "Back from leave",
  "person.suspended": "Suspended",
  "suspension.lifted": "Suspension lifted",
  "employment.ended": "Employment ended",
  "person.rehired": "Came back",
  "edit.let-go": "The roster's value is used again",
  "change.undone": "A change was undone",
  "coach.assigned": "Coach changed",
  "caseload.assigned": "Caseload changed",
  "identity.linked": "Signed in for the first time",
  "rules.applied": "Assignments by the district's rules",
  "assignment.made": "Assigned by a person",
  "assignment.ended": "Assignment taken back",
  "assignment.waived": "Assignment waived",
  "nudge.sent": "Reminder sent",
  "waiver.revoked": "Waiver taken back",
  "equivalency.recorded": "Prior learning counted",
  "equivalency.revoked": "Prior learning no longer counted",
  "extension.asked": "Asked for more time",
  "extension.granted": "More time given",
  "extension.declined": "More time declined",
  "seat.named": "Named to a seat on a team",
  "seat.ended": "Taken off a seat on a team",
  "calendar.person-changed": "Contract calendar changed",
  "reminders.chosen": "Chose which reminders to get",
  "reminder.written": "Reminders of the day mailed",
  "mail.addressReleased": "Mail to their address allowed again",
  "observation.recorded": "Observed at work",
  "observation.taken-back": "Observation taken back",
  "piece.submitted": "Piece of work handed in",
  "piece.withdrawn": "Piece of work taken back",
  "piece.accepted": "Piece of work accepted",
  "piece.returned": "Piece of work sent back",
  "piece.purged": "Piece of work emptied: a student could be recognized",
  "piece.expired": "Piece of work emptied: its time was over",
  "evidence.expired": "Evidence emptied: its time was over",
  "reference.asked": "Recommendation asked for",
  "reference.withdrawn": "Request for a recommendation taken back",
  "reference.given": "Recommended by a colleague",
  "reference.purged": "Recommendation emptied: a student could be recognized in it",
  "sample.rated": "Sample rated",
  "outside-credit.asked": "Approval of a course asked for beforehand",
  "outside-credit.agreed": "Course approved beforehand",
  "outside-credit.refused": "Course not approved beforehand",
  "outside-credit.submitted": "Course taken elsewhere entered",
  "outside-credit.withdrawn": "Course taken elsewhere taken back",
  "outside-credit.approved": "Course taken elsewhere approved",
  "outside-credit.returned": "Course taken elsewhere sent back",
  "outside-credit.taken-back": "Approval of a course taken elsewhere taken back",
  "credit-cycle.set": "Said when a cycle of hours began",
  "certificate.refreshAsked": "Asked to bring a certificate up to date",
  "certificate.issued": "Certificate issued",
  "certificate.issuedByException": "Certificate issued by exception",
  "certificate.entered": "Certificate of earlier years entered",
  "certificate.entryTakenBack": "Certificate of earlier years taken back with its import",
  "outside-badge.added": "Badge of another issuer added",
  "outside-badge.accepted": "Badge of another issuer counted as prior learning",
  "outside-badge.declined": "Badge of another issuer not counted",
  "outside-badge.checked": "Badge of another issuer looked at again",
  "outside-badge.restored": "Badge of another issuer good again; what it counts for is decided anew",
  "outside-badge.withdrawn": "Badge of another issuer revoked or suspended by its issuer; it counts no more",
  "certificate.suspended": "Certificate suspended",
  "certificate.withheld": "Public page of a certificate hidden",
  "certificate.shared": "Public page of a certificate shown",
  "certificate.reinstated": "Certificate in force again",
  "application.submitted": "Applied for a certificate",
  "application.withdrawn": "Application for a certificate taken back",
  "application.reviewed": "Application for a certificate reviewed",
  "application.accepted": "Application for a certificate accepted",
  "application.returned": "Application for a certificate returned",
  "appeal.filed": "Appeal made",
  "appeal.upheld": "Appeal decided: the decision stands",
  "appeal.overturned": "Appeal decided: the decision was reversed",
  "certificate.revoked": "Certificate revoked",
  "merge.begun": "Merge of two accounts begun",
  "people.merged": "Two accounts merged",
  "people.unmerged": "Merge taken back",
};
const jobs: Record<string, string> = {
  "roster-import": "the roster",
  assignment: "the rules",
  certification: "Throughline",
  "account-merge": "Throughline",
};

/** What an administrator's page about one person says. */
export const personWords = localized("personWords", {
  back: "People",
  tab: (name: string) => `${name}: record`,
  path: "Path and certificates",
  assign: "Assign learning",
  lead: (status: Status, isOnLeave: boolean) => (status === "active" && isOnLeave ? "On leave today." : `${statuses[status]} today.`),
  mergedTitle: "This account was merged",
  merged: "Everything in it belongs to another account now:",
  facts: "Record",
  labels: {
    status: "Status",
    hiredOn: "Hired on",
    lastDayOn: "Last day",
    email: "E-mail address",
    rosterId: "Id on the roster",
    coach: "Coach",
    caseload: "Coaches",
    administrator: "Administers Throughline",
    leave: "Leave",
  },
  none: "none",
  yes: "Yes",
  status: (status: Status, isOnLeave: boolean) => (status === "active" && isOnLeave ? "On leave" : statuses[status]),
  date: on,
  caseload: (n: number) => count(n, "person", "people"),
  leave: (from: string, to: string | undefined) => (to === undefined ? `from ${on(from)}, without an end yet` : `${on(from)} to ${on(to)}`),
  roles: "Roles",
  rolesNone: "No role is on record.",
  roleColumns: { role: "Role", school: "School", from: "From", to: "Until", share: "Share", when: "When" },
  role: (role: JobRole) => t.jobRoles[role],
  main: "main role",
  when: { now: "Now", coming: "Coming", past: "Past" },
  goesOn: "goes on",
  share: (share: number) => words.percent(share * 100),
  coming: "Coming",
  comingNone: "Nothing changes by itself on a later day.",
  comingWords: ({ what, role, schoolName }: Coming) => {
    const job = role === undefined ? "" : `${t.jobRoles[role]}, ${schoolName ?? ""}`;
    return {
      roleBegins: `Begins: ${job}`,
      roleEnds: `Last day: ${job}`,
      leaveBegins: "Leave begins",
      leaveEnds: "Last day of leave",
      lastDay: "Last day of work; access ends the day after",
    }[what];
  },
  pins: "Edited here",
  pinned: ({ field, by, at }: { field: PinnedField; by: string; at: string }) => `${fields[field]}: edited here by ${by} on ${at}.`,
  rosterSays: (said: string) => `The roster says: ${said || "nothing"}`,
  rosterRoles: (roles: { role: JobRole; schoolName: string }[]) =>
    roles.length === 0 ? "no role" : list(roles.map(({ role, schoolName }) => `${t.jobRoles[role]}, ${schoolName}`)),
  unpin: "Use the roster's value again",
  unpinOf: (field: PinnedField) => `: ${fields[field]}`,
  unpinned: "The roster's value is used again.",
  actions: "Change",
  acts: {
    edit: "Edit details",
    roles: "Change roles",
    transfer: "Transfer",
    leave: "Record leave",
    return: "Back from leave",
    suspend: "Suspend",
    lift: "Lift suspension",
    end: "End employment",
    rehire: "Bring back",
    merge: "Merge accounts",
  },
  titles: {
    edit: (name: string) => `Edit details of ${name}`,
    roles: (name: string) => `Roles of ${name}`,
    transfer: (name: string) => `Transfer ${name}`,
    leave: (name: string) => `Leave of ${name}`,
    return: (name: string) => `${name} is back from leave`,
    suspend: (name: string) => `Suspend ${name}`,
    lift: (name: string) => `Lift the suspension of ${name}`,
    end: (name: string) => `End the employment of ${name}`,
    rehire: (name: string) => `Bring ${name} back`,
  },
  explain: {
    edit: "What you change here stays, also when the next roster file says otherwise.",
    roles: "Roles that are over stay as history. To end a role, give it a last day.",
    transfer:
      "From the day you choose, what they have to do counts at the new school. What they did stays with them, and the old school's past figures do not change.",
    leave: "While they are on leave no mail is sent, nothing is overdue, and due dates move by the days away.",
    return: "The leave ends the day before. The days that were left before the leave go on from here.",
    suspend: "They cannot sign in and get no mail, at once. Everything they learned stays. You can lift it any time.",
    lift: "They can sign in again and get mail.",
    end: "Choose their last day. Access and mail end after it; completions, credit and certificates stay.",
    rehire: "Their history is theirs again. Roles begin anew, and so do their first 45 days.",
  },
  form: {
    givenName: "First name",
    familyName: "Family name",
    email: "E-mail address",
    emailHint: "They sign in by it if they have not signed in before.",
    hiredOn: "Day of hire",
    from: "From which school",
    to: "To which school",
    choose: "Choose a school",
    transferOn: "First day at the new school",
    leaveFrom: "First day away",
    leaveTo: "Last day away",
    leaveToHint: "Leave it empty if it is not known yet.",
    returnOn: "First day back",
    endOn: "Last day of work",
    rehireOn: "First day back",
    role: "Role",
    school: "School",
    roleFrom: "From",
    roleTo: "Until",
    share: "Share, in percent",
    isPrimary: "Main role",
    roleOf: (n: number) => `Role ${n}`,
    addRole: "Add a role",
    removeRole: (n: number) => `Remove role ${n}`,
  },
  preview: "See what follows",
  previewing: "Working it out…",
  save: "Save",
  saving: "Saving…",
  change: "Change something",
  saved: {
    edit: "Details saved.",
    roles: "Roles saved.",
    transfer: "The transfer is on record.",
    leave: "The leave is on record.",
    return: "They are back from leave.",
    suspend: "Suspended.",
    lift: "The suspension is lifted.",
    end: "The end of employment is on record.",
    rehire: "They are back.",
    unpin: "The roster's value is used again.",
  },
  follows: (day: string) => `What follows, as of ${on(day)}`,
  assigned: (n: number) => `${count(n, "module is", "modules are")} assigned:`,
  removed: (n: number) => `${count(n, "module is", "modules are")} no longer assigned; what was done in them stays:`,
  redated: (n: number) => `${count(n, "due date moves", "due dates move")}:`,
  module: ({ title, dueOn, isDone }: ChangePreview["assigned"][number]) => (isDone ? `${title}: completed` : `${title}: due ${on(dueOn)}`),
  moved: ({ title, from, dueOn }: ChangePreview["redated"][number]) => `${title}: from ${on(from)} to ${on(dueOn)}`,
  sameAssignments: "Nothing is assigned, taken away or moved.",
  joins: (schools: string[]) => `They count at ${list(schools)}.`,
  leaves: (schools: string[]) => `They no longer count at ${list(schools)}; frozen weeks stay as they were.`,
  completions: (n: number) => `${count(n, "completion stays", "completions stay")} theirs.`,
  notes: (note: ChangeNote, { coach = "", caseload }: ChangePreview) =>
    ({
      sharesNotWhole: "The shares do not add up to 100 %. You can save them all the same.",
      coachElsewhere: `Their coach, ${coach}, does not work at their school then. ${coach} stays their coach until you give them another.`,
      coachesOthers: `They coach ${count(caseload, "person", "people")}, who would be without someone at work. Give these people another coach.`,
      losesLeadership: "They can no longer open the figures they lead.",
      losesAdministration: "They can no longer administer Throughline.",
    })[note],
  timeline: "Timeline",
  timelineLead: "Every change of the record, what was assigned and certified: who, and when.",
  timelineNone: "Nothing is on record yet.",
  more: "Show earlier",
  loading: "Loading…",
  time: (instant: string, zone: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: "long", timeStyle: "short" }).format(new Date(instant)),
  action: (action: string) => actions[action] ?? "Something else was changed",
  by: ({ by, job = "" }: Pick<TimelineEntry, "by" | "job">) => (by ? by.name : (jobs[job] ?? "Throughline")),
  fact: factWords,
  ofAccount: "in the account that was merged later",
  undo: "Undo",
  undoOf: (action: string) => `: ${actions[action] ?? action}`,
  undone: "Undone. The record is as it was before that change.",
  merges: "Merged accounts",
  mergeState: ({ state, name, by, moved }: MergeView) =>
    ({
      merging: `${name}: being merged…`,
      merged: `${name}: merged by ${by}, ${count(moved, "record", "records")} moved here.`,
      undoing: `${name}: the merge is being taken back…`,
      undone: `${name}: merged by ${by} and taken back.`,
    })[state],
  takeBack: "Take the merge back",
  takeBackTitle: "Take the merge back",
  takeBackWhat: (name: string) =>
    `The account of ${name} is in use again, with everything it had. What was done since the merge stays here.`,
  takenBack: "The merge is being taken back.",
  mergeTitle: (name: string) => `Merge another account into ${name}`,
  mergeExplain:
    "For one person who is on the roster twice. This account stays; everything in the other one moves here, and its sign-in and roster row lead here. You can take it back.",
  mergeFind: "Family name in the other account begins with",
  mergeNone: "Nobody else fits.",
  mergeWhich: "Which account is given up",
  mergeId: (rosterId: string) => `id ${rosterId}`,
  mergeNeeded: "Choose the account that is given up.",
  mergeWhat: ({ name, keptName, email }: MergePreview) => `${name} (${email || "no address"}) becomes one with ${keptName}.`,
  mergeParts: {
    completions: ({
      completions,
      completionsOfBoth,
      completionsAfter,
    }: Pick<MergePreview, "completions" | "completionsOfBoth" | "completionsAfter">) =>
      completions === 0
        ? `Nothing was completed in the other account.${completionsAfter === 0 ? "" : ` What was completed here stays: ${words.number(completionsAfter)}.`}`
        : `${count(completions, "completion moves", "completions move")} here${completionsOfBoth === 0 ? "" : `, ${words.number(completionsOfBoth)} of them completed in both: the earlier date counts`}. ${words.number(completionsAfter)} in all then.`,
    certificates: (n: number) => `${count(n, "certificate moves", "certificates move")}; each keeps its link.`,
    assignments: (n: number) => `${count(n, "open assignment moves", "open assignments move")}.`,
    caseload: (n: number) => `${count(n, "person is", "people are")} coached by this account then.`,
    seats: (n: number) => `${count(n, "seat on a team goes", "seats on teams go")} over.`,
    roles: (roles: { role: JobRole; schoolName: string }[]) =>
      `Roles that are added: ${list(roles.map(({ role, schoolName }) => `${t.jobRoles[role]}, ${schoolName}`))}.`,
    administration: "The right to administer Throughline does not move. Give it in your roster if it is meant.",
  },
  mergeDo: "Merge the accounts",
  merging: "Merging…",
  mergeBegun: "The accounts are one. The rest moves within moments.",
});

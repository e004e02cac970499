import { strToU8, zipSync } from "fflate";
import { certificationOf } from "../../functions/certification/ladder-rules.ts";
import { reminderKinds } from "../../functions/reminders/kinds/all.ts";
import { shippedRules } from "../../functions/credit/shipped-rules.ts";
import { observationForm } from "../../functions/portfolio/forms.ts";
import { referenceForm } from "../../functions/portfolio/reference-form.ts";
import { samplesIn } from "../../functions/portfolio/samples.ts";
import { defaultPlans } from "../../functions/roster/team-rules.ts";
import { announced } from "../support/upload.ts";
import type { RowName } from "./expectations.ts";
import { maplePeople, schoolIds } from "./world.ts";

/** Everything the matrix must know of a route to try it on everyone. */
export type RouteUnderTest = {
  /** The row of the authorization table that decides it. */
  row: RowName;
  /** `person` and `school` take theirs from the path; `self` names nobody; `district` is about all of it. */
  about: "self" | "person" | "school" | "district";
  /** The other places of the path; `$name` is an id that `openMatrixWorld` made. */
  at?: Record<string, string>;
  query?: string;
  /** A body that the route accepts. `Target` in it stands for the person asked about. */
  body?: unknown;
  /** Bytes instead of JSON. */
  file?: { mediaType: string; bytes: Uint8Array<ArrayBuffer> };
  /** A documented answer other than 200 that still means "you may": the thing is not there to be had yet. */
  mayAnswer?: number[];
};

/** A file lies elsewhere: whoever may have it is led there. */
const leadsToFile = [302];
/** What everyone has sent, and what was not looked at yet. */
export const arrivedFile = strToU8("%PDF-1.7 arrived");
/** Module 1: everyone in the world has an open attempt and evidence under review in it. */
const m01 = { moduleId: "m01" };
/** Module 2: opened by everyone, nothing handed in. */
const m02 = { moduleId: "m02" };
/** Module 3: the district has an edition of it that waits for its day, and a draft. */
const m03 = { moduleId: "m03" };
/** Module 4: completed by everyone. */
const m04 = { moduleId: "m04" };
const evaluation = { relevant: "agree", clear: "agree", usable: "disagree", wellSpent: "stronglyAgree" };
export const edition = { publishOn: "2026-12-01", note: "Our own form is named", again: [] };
export const resource = {
  title: "Our request form, explained",
  publisher: "Maple Valley Schools",
  kind: "guide",
  about: "How to fill in the request for help, with one example.",
  minutes: 5,
  url: "https://maple.example/form",
  roles: [],
  tiers: [],
  elements: [],
  modules: [],
  hasCaptions: false,
};
const calendar = {
  version: 1,
  years: [{ yearStartsOn: "2026-08-17", yearEndsOn: "2027-06-11", breaks: [{ name: "staff day", from: "2026-11-03", to: "2026-11-03" }] }],
  groups: [],
  groupOfRole: {},
};
const course = {
  title: "Reading instruction that works",
  provider: "State University",
  completedOn: "2026-09-12",
  minutes: 180,
  evidence: "Certificate of attendance, on paper.",
  noStudentData: true,
};
const creditTerms = shippedRules[0]?.terms;
const piece = { pieceId: "pce_seed" };
const pieceAgain = { title: "A cycle", doneOn: "2026-10-01", text: "Two visits and a plan.", noStudentData: true };
const practiceForm = observationForm("practice");
const observation = {
  kind: "practice",
  formVersion: practiceForm.version,
  observedOn: "2026-10-01",
  scores: Object.fromEntries(practiceForm.parts.flatMap(({ items }) => items.map(({ id }) => [id, 2]))),
  comment: "Clear steps.",
  hasNoStake: true,
};
const scoredInFull = ({ version, parts }: ReturnType<typeof referenceForm>) => ({
  formVersion: version,
  scores: Object.fromEntries(parts.flatMap(({ items }) => items.map(({ id }) => [id, 2]))),
});
const referenceAsked = { referenceId: "ref_seed" };
const [sample] = samplesIn("en");
const sampled = { sampleId: sample?.id ?? "" };
const rating = {
  levels: Object.fromEntries((sample?.criteria ?? []).map(({ id }) => [id, "meets"])),
  reason: "The two counts are there.",
};
const first = { submission: "1" };
const practitioner = { certificationId: "practitioner-teacher" };
const pastCertificates = {
  mediaType: "text/csv",
  bytes: strToU8("email,certification,issued on,expires on\nnobody@maple.example,foundations,2024-08-15,2027-08-15\n"),
};
const aboutCertificate = { certificationId: "foundations", cycle: 1, reason: "The evidence was not the holder's own." };

const assignment = { target: { kind: "module", id: "m03" }, due: { kind: "relative", days: 30 } };
/** A bundle without a usable row: it is read, reported and applied to nobody. */
const emptyBundle = zipSync({ "orgs.csv": strToU8("sourcedId,status,dateLastModified,name,type\n") });
const reminders = {
  isPaused: false,
  window: { from: "07:00", to: "17:00" },
  kinds: Object.fromEntries(
    reminderKinds.map(({ id, numbers }) => [
      id,
      { isOn: id === "overdue", numbers: Object.fromEntries(Object.entries(numbers).map(([name, { usual }]) => [name, usual])) },
    ]),
  ),
};
const rule = {
  name: "Everyone learns the language",
  audience: { anyOf: [{ allOf: [{ about: "role", anyOf: ["teacher"] }] }] },
  effectiveFrom: "2026-08-01",
  ...assignment,
};

/** One entry for each route. A route without one fails the matrix. */
export const routesUnderTest: Record<string, RouteUnderTest> = {
  "GET /api/session": { row: "own profile and learning", about: "self" },
  "GET /api/schools": { row: "own profile and learning", about: "self" },
  "GET /api/people": { row: "roster", about: "district", query: "name=f" },
  "GET /api/people/{staffId}/record": { row: "roster", about: "person" },
  "POST /api/people/{staffId}/changes": {
    row: "roster",
    about: "person",
    body: { version: 1, change: { kind: "transfer", fromSchoolId: schoolIds.alder, toSchoolId: schoolIds.birch, on: "2026-12-01" } },
    // Someone who does not work at that school, or whose record is at another version: they were within reach all the same.
    mayAnswer: [409],
  },
  "POST /api/people/{staffId}/changes/preview": { row: "roster", about: "person", body: { change: { kind: "end", on: "2026-12-18" } } },
  "GET /api/people/{staffId}/merge-preview": {
    row: "roster",
    about: "person",
    query: `duplicateId=${maplePeople.stranger.id}`,
    // The two are one and the same account.
    mayAnswer: [409],
  },
  // An account nobody has: everything before it is decided as for one that is there.
  "POST /api/people/{staffId}/merges": { row: "roster", about: "person", body: { duplicateId: "Target" }, mayAnswer: [409] },
  "POST /api/people/{staffId}/merges/{mergeId}/undo": { row: "roster", about: "person", at: { mergeId: "mrg_none" }, mayAnswer: [409] },
  "GET /api/people/{staffId}/timeline": { row: "roster", about: "person" },
  "POST /api/people/{staffId}/undo": {
    row: "roster",
    about: "person",
    body: { entryId: "2026-11-02T15:00:00.000Z#aud_none" },
    mayAnswer: [409],
  },
  "POST /api/roster/imports": { row: "roster", about: "district", file: { mediaType: "application/zip", bytes: emptyBundle } },
  "GET /api/roster/imports": { row: "roster", about: "district" },
  "GET /api/roster/imports/{importId}": { row: "roster", about: "district", at: { importId: "$importId" } },
  "POST /api/roster/exports": { row: "roster", about: "district" },
  "GET /api/roster/exports/{taskId}/pieces/{piece}": {
    row: "roster",
    about: "district",
    at: { taskId: "$taskId", piece: "0" },
    mayAnswer: [404],
  },
  "GET /api/roster/titles-left-out": { row: "roster", about: "district" },
  "PUT /api/roster/titles-left-out": { row: "roster", about: "district", body: { titles: ["Substitute Teacher"] } },
  "POST /api/roster/mappings/inspect": {
    row: "roster",
    about: "district",
    file: { mediaType: "text/csv", bytes: strToU8("Employee ID,Last Name\n1,Ruiz\n") },
  },
  "PUT /api/roster/mappings/{signature}": {
    row: "roster",
    about: "district",
    at: { signature: "0123456789abcdef0123456789abcdef" },
    body: {
      name: "HR",
      columns: { id: "Employee ID", fullName: "Name", title: "Title", school: "Site" },
      titles: { Aide: "paraprofessional" },
      schools: {},
      endsAbsent: false,
    },
  },
  "GET /api/roster/imports/{importId}/people": {
    row: "roster",
    about: "district",
    at: { importId: "$importId" },
    query: "kind=added",
  },
  "GET /api/roster/imports/{importId}/effects": { row: "roster", about: "district", at: { importId: "$importId" } },
  "GET /api/roster/imports/{importId}/effects/people": {
    row: "roster",
    about: "district",
    at: { importId: "$importId" },
    query: "kind=assigned",
  },
  "GET /api/roster/imports/{importId}/diagnostics": { row: "roster", about: "district", at: { importId: "$importId" } },
  // The bundle of the world has no usable row: there is nothing to apply, and that is said to whoever may.
  "POST /api/roster/imports/{importId}/apply": {
    row: "roster",
    about: "district",
    at: { importId: "$importId" },
    body: {},
    mayAnswer: [409],
  },
  "POST /api/roster/imports/{importId}/discard": { row: "roster", about: "district", at: { importId: "$importId" } },
  "GET /api/roster/imports/{importId}/diagnostics.csv": { row: "roster", about: "district", at: { importId: "$importId" } },
  "GET /api/coaches": { row: "assigning coaches", about: "district" },
  "POST /api/coaches/{staffId}/caseload": {
    row: "assigning coaches",
    about: "district",
    at: { staffId: maplePeople.coach.id },
    body: { staffIds: [maplePeople.stranger.id] },
  },
  "GET /api/teams": { row: "a school's teams", about: "self" },
  "GET /api/bench-depth": { row: "a school's teams", about: "self" },
  "GET /api/bench-depth.csv": { row: "a school's teams", about: "self" },
  "GET /api/teams/{schoolId}": { row: "a school's teams", about: "school" },
  "GET /api/teams/{schoolId}/candidates": {
    row: "naming to a school's teams",
    about: "school",
    query: "team=tier2&role=dataAnalyst",
  },
  "POST /api/teams/{schoolId}/seats": {
    row: "naming to a school's teams",
    about: "school",
    body: { staffId: maplePeople.colleague.id, team: "tier2", role: "dataAnalyst" },
  },
  "POST /api/teams/{schoolId}/seats/{seatId}/end": {
    row: "naming to a school's teams",
    about: "school",
    at: { seatId: "sea_none" },
    body: { version: 1 },
    mayAnswer: [404],
  },
  "GET /api/team-plans": { row: "the district's teams", about: "district" },
  "PUT /api/team-plans": { row: "the district's teams", about: "district", body: { version: 0, plans: defaultPlans } },
  "GET /api/retention": { row: "how long evidence is kept", about: "district" },
  "PUT /api/retention": { row: "how long evidence is kept", about: "district", body: { version: 0, schoolYears: 3 } },
  "POST /api/retention/trials": { row: "how long evidence is kept", about: "district", body: { schoolYears: 1 } },
  "GET /api/retention/trials/{taskId}": {
    row: "how long evidence is kept",
    about: "district",
    at: { taskId: "$taskId" },
    mayAnswer: [404],
  },
  "GET /api/calendar": { row: "the district's calendar", about: "district" },
  "POST /api/calendar/preview": { row: "the district's calendar", about: "district", body: calendar },
  "PUT /api/calendar": { row: "the district's calendar", about: "district", body: calendar },
  "GET /api/calendar/people/{staffId}": {
    row: "the district's calendar",
    about: "district",
    at: { staffId: maplePeople.colleague.id },
  },
  "PUT /api/calendar/people/{staffId}": {
    row: "the district's calendar",
    about: "district",
    at: { staffId: maplePeople.colleague.id },
    body: { group: "own" },
  },
  "GET /api/my/outside-badges": { row: "badges from elsewhere", about: "self" },
  // Text without a badge in it: that is said to whoever may add one.
  "POST /api/my/outside-badges": { row: "badges from elsewhere", about: "self", body: { text: "no badge" }, mayAnswer: [400] },
  "GET /api/staff/{staffId}/outside-badges": { row: "badges from elsewhere", about: "person" },
  "POST /api/staff/{staffId}/outside-badges": {
    row: "badges from elsewhere",
    about: "person",
    body: { text: "no badge" },
    mayAnswer: [400],
  },
  "GET /api/outside-badges": { row: "deciding on badges from elsewhere", about: "district" },
  "POST /api/staff/{staffId}/outside-badges/{badgeId}/decision": {
    row: "deciding on badges from elsewhere",
    about: "person",
    at: { badgeId: "xbd_none" },
    body: { decision: "decline", version: 1, reason: "It is about something else." },
    mayAnswer: [404],
  },
  "POST /api/staff/{staffId}/outside-badges/{badgeId}/check": {
    row: "looking again at badges from elsewhere",
    about: "person",
    at: { badgeId: "xbd_none" },
    mayAnswer: [404],
  },
  "GET /api/glossary": { row: "own profile and learning", about: "self" },
  "GET /api/common-model": { row: "own profile and learning", about: "self" },
  "GET /api/search-index": { row: "own profile and learning", about: "self" },
  "GET /api/library": { row: "own profile and learning", about: "self" },
  "GET /api/library/{resourceId}/file": { row: "own profile and learning", about: "self", at: { resourceId: "$resourceId" } },
  "GET /api/library/own": { row: "the district's content", about: "district" },
  "POST /api/library": { row: "the district's content", about: "district", body: resource },
  "POST /api/library-files": {
    row: "the district's content",
    about: "district",
    file: { mediaType: "application/pdf", bytes: strToU8("%PDF-1.7 a guide of our own") },
  },
  "PUT /api/library/{resourceId}/removal": {
    row: "the district's content",
    about: "district",
    at: { resourceId: "$resourceId" },
    body: { isRemoved: true },
  },
  "GET /api/authoring": { row: "the district's content", about: "district" },
  "POST /api/authoring": { row: "the district's content", about: "district", body: { title: "A module of our own" } },
  "GET /api/authoring/{moduleId}": { row: "the district's content", about: "district", at: m03 },
  "PUT /api/authoring/{moduleId}/draft": { row: "the district's content", about: "district", at: m03, body: { files: {}, version: 3 } },
  "DELETE /api/authoring/{moduleId}/draft": { row: "the district's content", about: "district", at: m03, query: "version=3" },
  "POST /api/authoring/{moduleId}/preview": { row: "the district's content", about: "district", at: m03, body: { files: {} } },
  "POST /api/authoring/{moduleId}/editions": {
    row: "the district's content",
    about: "district",
    at: m03,
    body: { ...edition, version: 3 },
  },
  "GET /api/authoring/{moduleId}/editions/{number}": { row: "the district's content", about: "district", at: { ...m03, number: "1" } },
  "POST /api/authoring/{moduleId}/editions/{number}/withdrawal": {
    row: "the district's content",
    about: "district",
    at: { ...m03, number: "1" },
  },
  "POST /api/authoring/{moduleId}/restoration": {
    row: "the district's content",
    about: "district",
    at: m03,
    body: { note: edition.note, again: [] },
  },
  "GET /api/authoring/{moduleId}/people": { row: "the district's content", about: "district", at: m03 },
  "GET /api/catalog": { row: "own profile and learning", about: "self" },
  "GET /api/modules/{moduleId}": { row: "own profile and learning", about: "self", at: m01 },
  "PUT /api/modules/{moduleId}/place": { row: "own profile and learning", about: "self", at: m01, body: { lessonId: "tight-and-loose" } },
  "POST /api/modules/{moduleId}/lessons/{lessonId}/completion": {
    row: "own profile and learning",
    about: "self",
    at: { ...m01, lessonId: "tight-and-loose" },
    body: {},
  },
  "POST /api/modules/{moduleId}/attempts": { row: "own profile and learning", about: "self", at: m02 },
  "GET /api/modules/{moduleId}/attempts/{number}": { row: "own profile and learning", about: "self", at: { ...m01, number: "1" } },
  "PUT /api/modules/{moduleId}/attempts/{number}/answers": {
    row: "own profile and learning",
    about: "self",
    at: { ...m01, number: "1" },
    body: { answers: {} },
  },
  "POST /api/modules/{moduleId}/attempts/{number}/submission": {
    row: "own profile and learning",
    about: "self",
    at: { ...m01, number: "1" },
    body: { answers: {} },
  },
  "POST /api/evidence-files": { row: "own profile and learning", about: "self", body: announced("plan.pdf", arrivedFile) },
  "POST /api/evidence-files/{fileId}/arrival": { row: "own profile and learning", about: "self", at: { fileId: "fil_arrived" } },
  "GET /api/modules/{moduleId}/practice": { row: "own profile and learning", about: "self", at: m01 },
  "POST /api/modules/{moduleId}/practice": {
    row: "own profile and learning",
    about: "self",
    at: m02,
    body: { text: "What I did.", noStudentData: true },
  },
  "GET /api/modules/{moduleId}/evaluation": { row: "own profile and learning", about: "self", at: m04 },
  "PUT /api/modules/{moduleId}/evaluation": { row: "own profile and learning", about: "self", at: m04, body: evaluation },
  "GET /api/staff/{staffId}/evidence/{moduleId}": { row: "evidence", about: "person", at: m01 },
  "GET /api/staff/{staffId}/evidence/{moduleId}/{submission}": { row: "evidence", about: "person", at: { ...m01, ...first } },
  "GET /api/staff/{staffId}/evidence/{moduleId}/{submission}/file": {
    row: "evidence",
    about: "person",
    at: { ...m01, ...first },
    mayAnswer: leadsToFile,
  },
  "POST /api/staff/{staffId}/evidence/{moduleId}/{submission}/review": {
    row: "reviewing evidence",
    about: "person",
    at: { ...m01, ...first },
    body: { decision: "return", levels: {}, comment: "Say what you tried and what changed.", version: 1 },
  },
  "POST /api/staff/{staffId}/evidence/{moduleId}/{submission}/purge": {
    row: "reviewing evidence",
    about: "person",
    at: { ...m01, ...first },
    body: { version: 1, reason: "A student's first name stands in it." },
    // Reviewed a moment ago, or emptied already: it was within reach all the same.
    mayAnswer: [409],
  },
  "GET /api/my/portfolio": { row: "portfolios", about: "self" },
  "GET /api/staff/{staffId}/portfolio": { row: "portfolios", about: "person" },
  "GET /api/staff/{staffId}/portfolio/{pieceId}/{submission}/file": {
    row: "portfolios",
    about: "person",
    at: { ...piece, ...first },
    mayAnswer: leadsToFile,
  },
  "GET /api/observation-forms": { row: "portfolios", about: "self" },
  "POST /api/staff/{staffId}/observations": { row: "observing", about: "person", body: observation },
  "POST /api/staff/{staffId}/observations/{observationId}/taking-back": {
    row: "taking observations back",
    about: "person",
    at: { observationId: "obs_seed" },
    body: { reason: "It was another person's lesson." },
    // Another observer's: only an administrator takes it back.
    mayAnswer: [403],
  },
  // Someone who works at both schools, and whose name may be told at both.
  "GET /api/my/colleagues": { row: "recommendations", about: "self", query: "name=both" },
  "GET /api/my/references": { row: "recommendations", about: "self" },
  "POST /api/my/references": {
    row: "recommendations",
    about: "self",
    body: { refereeId: maplePeople.both.id, note: "You saw my two cycles." },
  },
  "POST /api/my/references/{referenceId}/withdrawal": { row: "recommendations", about: "self", at: referenceAsked },
  "GET /api/my/reference-requests": { row: "recommendations", about: "self" },
  "GET /api/my/reference-requests/{referenceId}": { row: "recommendations", about: "self", at: referenceAsked },
  "POST /api/my/reference-requests/{referenceId}/answer": {
    row: "recommendations",
    about: "self",
    at: referenceAsked,
    body: { ...scoredInFull(referenceForm()), comment: "They listen before they advise.", hasSeenWork: true },
  },
  "POST /api/my/reference-requests/{referenceId}/refusal": { row: "recommendations", about: "self", at: referenceAsked },
  "GET /api/calibration": { row: "samples", about: "self" },
  "GET /api/calibration/{sampleId}": { row: "samples", about: "self", at: sampled },
  "POST /api/calibration/{sampleId}/rating": { row: "samples", about: "self", at: sampled, body: rating },
  "POST /api/my/pieces": { row: "own profile and learning", about: "self", body: { kind: "coachingCycle", ...pieceAgain } },
  "POST /api/my/pieces/{pieceId}/submission": {
    row: "own profile and learning",
    about: "self",
    at: piece,
    body: { ...pieceAgain, version: 1 },
    mayAnswer: [409],
  },
  "POST /api/my/pieces/{pieceId}/withdrawal": { row: "own profile and learning", about: "self", at: piece },
  "GET /api/pieces": { row: "reviewing pieces", about: "district" },
  "GET /api/staff/{staffId}/pieces/{pieceId}": { row: "reviewing pieces", about: "person", at: piece },
  "GET /api/staff/{staffId}/pieces/{pieceId}/{submission}/file": {
    row: "reviewing pieces",
    about: "person",
    at: { ...piece, ...first },
    mayAnswer: leadsToFile,
  },
  "POST /api/staff/{staffId}/pieces/{pieceId}/review": {
    row: "reviewing pieces",
    about: "person",
    at: piece,
    body: { version: 1, decision: "return", comment: "The second visit is missing.", hasNoConflict: true },
  },
  "POST /api/staff/{staffId}/pieces/{pieceId}/purge": {
    row: "reviewing pieces",
    about: "person",
    at: piece,
    body: { version: 1, reason: "A student can be recognized." },
  },
  "GET /api/my/credit": { row: "hours", about: "self" },
  "GET /api/my/credit.csv": { row: "hours", about: "self" },
  "GET /api/staff/{staffId}/credit": { row: "hours", about: "person" },
  "GET /api/staff/{staffId}/credit.csv": { row: "hours", about: "person" },
  "PUT /api/my/credit/cycles/{ruleId}": {
    row: "own profile and learning",
    about: "self",
    at: { ruleId: "district-hours" },
    body: { startedOn: "2026-07-01" },
  },
  "POST /api/my/credit/outside": { row: "own profile and learning", about: "self", body: { ...course, title: "Another course" } },
  "POST /api/my/credit/plans": {
    row: "own profile and learning",
    about: "self",
    body: {
      title: "A course to come",
      provider: "State University",
      endsOn: "2099-01-01",
      minutes: 60,
      plan: "For my license.",
      noStudentData: true,
    },
  },
  "POST /api/my/credit/outside/{creditId}/submission": {
    row: "own profile and learning",
    about: "self",
    at: { creditId: "crd_seed" },
    body: { ...course, version: 1 },
    // It waits for its reviewer: there is nothing to send in again.
    mayAnswer: [409],
  },
  "POST /api/my/credit/outside/{creditId}/withdrawal": { row: "own profile and learning", about: "self", at: { creditId: "crd_seed" } },
  "GET /api/credit/outside": { row: "courses that wait", about: "self" },
  "POST /api/staff/{staffId}/credit/outside/{creditId}/decision": {
    row: "approving courses",
    about: "person",
    at: { creditId: "crd_seed" },
    body: { version: 1, decision: "return", comment: "The certificate's second page is missing." },
  },
  "GET /api/credit/rules": { row: "what hours count for", about: "district" },
  "POST /api/credit/rules": { row: "what hours count for", about: "district", body: { terms: creditTerms, reason: "Ours as well." } },
  "PUT /api/credit/rules/{ruleId}": {
    row: "what hours count for",
    about: "district",
    at: { ruleId: "district-hours" },
    body: { edition: 1, terms: creditTerms, reason: "Two years suit us better." },
  },
  "POST /api/credit/rules/preview": { row: "what hours count for", about: "district", body: { terms: creditTerms } },
  "POST /api/credit/exports": {
    row: "what hours count for",
    about: "district",
    body: { what: "credits", from: "2026-07-01", to: "2027-06-30" },
  },
  "GET /api/credit/exports/{taskId}/pieces/{piece}": {
    row: "what hours count for",
    about: "district",
    at: { taskId: "$taskId", piece: "0" },
    mayAnswer: [404],
  },
  "GET /api/my/certificates": { row: "certificates", about: "self" },
  "GET /api/staff/{staffId}/certificates": { row: "certificates", about: "person" },
  // A certificate nobody has: whoever may read a person's certificates is told so.
  "GET /api/my/certificates/{certificateId}/certificate.pdf": {
    row: "certificates",
    about: "self",
    at: { certificateId: "crt_none" },
    mayAnswer: [404],
  },
  "GET /api/staff/{staffId}/certificates/{certificateId}/certificate.pdf": {
    row: "certificates",
    about: "person",
    at: { certificateId: "crt_none" },
    mayAnswer: [404],
  },
  "GET /api/my/transcript.pdf": { row: "certificates", about: "self" },
  "GET /api/staff/{staffId}/transcript.pdf": { row: "certificates", about: "person" },
  "POST /api/my/applications/{certificationId}": {
    row: "own profile and learning",
    about: "self",
    at: practitioner,
    body: { statement: "Two units." },
    mayAnswer: [409],
  },
  "POST /api/my/applications/{certificationId}/withdrawal": { row: "own profile and learning", about: "self", at: practitioner },
  "POST /api/my/appeals": {
    row: "own profile and learning",
    about: "self",
    body: { of: "return", certificationId: "practitioner-teacher", cycle: 1, reason: "The plan was there." },
    mayAnswer: [409],
  },
  "POST /api/my/certificates/sharing": {
    row: "own profile and learning",
    about: "self",
    body: { certificationId: "foundations", cycle: 1, isShared: false },
  },
  "GET /api/applications": { row: "reviewing applications", about: "district" },
  "GET /api/applications/{staffId}/{certificationId}": { row: "reviewing applications", about: "person", at: practitioner },
  "GET /api/applications/{staffId}/{certificationId}/pieces/{pieceId}/{submission}/file": {
    row: "reviewing applications",
    about: "person",
    at: { ...practitioner, ...piece, ...first },
    // This certificate rests on no piece.
    mayAnswer: [404],
  },
  "POST /api/applications/{staffId}/{certificationId}/recommendations/{referenceId}/purge": {
    row: "reviewing applications",
    about: "person",
    at: { ...practitioner, referenceId: "ref_none" },
    body: { reason: "A child can be recognized in its second line." },
    // This certificate rests on no recommendation.
    mayAnswer: [404],
  },
  "POST /api/applications/{staffId}/{certificationId}/review": {
    row: "reviewing applications",
    about: "person",
    at: practitioner,
    body: { version: 1, decision: "return", comment: "The plan is missing.", hasNoConflict: true },
  },
  "GET /api/appeals": { row: "deciding appeals", about: "district" },
  "POST /api/staff/{staffId}/appeals/{appealId}/decision": {
    row: "deciding appeals",
    about: "person",
    at: { appealId: "apl_seed" },
    body: { decision: "upheld", comment: "The plan is still missing." },
  },
  "POST /api/staff/{staffId}/certificates/revocation": { row: "certifications", about: "person", body: aboutCertificate },
  "POST /api/staff/{staffId}/certificates/suspension": { row: "certifications", about: "person", body: aboutCertificate },
  "POST /api/staff/{staffId}/certificates/reinstatement": { row: "certifications", about: "person", body: aboutCertificate },
  "POST /api/staff/{staffId}/certificates/exception": {
    row: "certifications",
    about: "person",
    body: { certificationId: "coach", reason: "Holds the state's endorsement." },
  },
  "POST /api/certifications/{certificationId}/refresh/preview": {
    row: "certifications",
    about: "district",
    at: { certificationId: "foundations" },
    body: { dueOn: "2027-03-01" },
  },
  "POST /api/certifications/{certificationId}/refresh": {
    row: "certifications",
    about: "district",
    at: { certificationId: "foundations" },
    body: { dueOn: "2027-03-01" },
  },
  "POST /api/certifications/{certificationId}/trial": {
    row: "certifications",
    about: "district",
    at: { certificationId: "foundations" },
    body: { choices: certificationOf("foundations") },
  },
  "GET /api/certifications/trials/{taskId}": {
    row: "certifications",
    about: "district",
    at: { taskId: "$taskId" },
    mayAnswer: [404],
  },
  "GET /api/certifications/refreshes/{taskId}": {
    row: "certifications",
    about: "district",
    at: { taskId: "$taskId" },
    mayAnswer: [404],
  },
  "POST /api/certifications/history/preview": { row: "certifications", about: "district", file: pastCertificates },
  "GET /api/certifications/history": { row: "certifications", about: "district" },
  "GET /api/certifications/history/{importId}/undo": {
    row: "certifications",
    about: "district",
    at: { importId: "his_none" },
    mayAnswer: [404],
  },
  "POST /api/certifications/history/{importId}/undo": {
    row: "certifications",
    about: "district",
    at: { importId: "his_none" },
    mayAnswer: [404],
  },
  "POST /api/certifications/history": { row: "certifications", about: "district", file: pastCertificates },
  "GET /api/certifications": { row: "certifications", about: "district" },
  "PUT /api/certifications/{certificationId}": {
    row: "certifications",
    about: "district",
    at: { certificationId: "foundations" },
    body: { version: 1, choices: certificationOf("foundations"), reason: "Two years suit us better." },
  },
  "GET /api/engagement/district": { row: "the district's figures", about: "district" },
  "GET /api/engagement/district/change": { row: "the district's figures", about: "district" },
  "GET /api/check": { row: "long work", about: "district" },
  "POST /api/check": { row: "long work", about: "district" },
  "GET /api/bi/schools": { row: "the district's figures", about: "district" },
  "GET /api/bi/schools.csv": { row: "the district's figures", about: "district" },
  "GET /api/bi/weeks": { row: "the district's figures", about: "district" },
  "GET /api/bi/definitions": { row: "the district's figures", about: "district" },
  "GET /api/api-keys": { row: "keys of other programs", about: "district" },
  "POST /api/api-keys": {
    row: "keys of other programs",
    about: "district",
    body: { name: "Dashboard", scopes: ["figures"], expiresOn: "2026-12-31" },
  },
  "POST /api/api-keys/{keyId}/revocation": { row: "keys of other programs", about: "district", mayAnswer: [404] },
  "GET /api/engagement/district.pdf": { row: "the district's figures", about: "district" },
  "GET /api/engagement/district.csv": { row: "the district's figures", about: "district" },
  "GET /api/engagement/schools": { row: "a school's figures", about: "self" },
  "GET /api/engagement/schools/{schoolId}": { row: "a school's figures", about: "school" },
  "GET /api/engagement/schools/{schoolId}/people": { row: "progress and assignments", about: "school", query: "metric=current" },
  "GET /api/engagement/schools/{schoolId}/people.csv": { row: "progress and assignments", about: "school", query: "metric=current" },
  "GET /api/engagement/schools/{schoolId}/reviews": { row: "reviewing evidence", about: "school" },
  "GET /api/my/path": { row: "own profile and learning", about: "self" },
  "GET /api/staff/{staffId}/path": { row: "progress and assignments", about: "person" },
  "POST /api/assignments/preview": { row: "assigning", about: "person", body: { audience: { staffIds: ["Target"] }, ...assignment } },
  "POST /api/assignments": { row: "assigning", about: "person", body: { audience: { staffIds: ["Target"] }, ...assignment } },
  "DELETE /api/staff/{staffId}/assignments/{sourceId}": { row: "assigning", about: "person", at: { sourceId: "$sourceId" } },
  "POST /api/staff/{staffId}/nudges": { row: "nudging", about: "person", body: { message: "A kind word." } },
  "GET /api/staff/{staffId}/nudges": { row: "nudging", about: "person" },
  "GET /api/reminders": { row: "reminders", about: "district" },
  "PUT /api/reminders": { row: "reminders", about: "district", body: { ...reminders, version: 0 } },
  "POST /api/reminders/previews": { row: "reminders", about: "district", body: reminders },
  "GET /api/reminders/days/{day}": { row: "reminders", about: "district", at: { day: "2026-11-02" } },
  "POST /api/reminders/addresses/{emailHash}/release": { row: "reminders", about: "district", at: { emailHash: "none" }, mayAnswer: [404] },
  "GET /api/my/reminders": { row: "own profile and learning", about: "self" },
  "PUT /api/my/reminders": { row: "own profile and learning", about: "self", body: { stopped: ["overdue"] } },
  "GET /api/rules": { row: "reading rules", about: "district" },
  "POST /api/rules/preview": { row: "writing rules", about: "district", body: rule },
  "POST /api/rules": { row: "writing rules", about: "district", body: rule },
  "PUT /api/rules/{ruleId}": {
    row: "writing rules",
    about: "district",
    at: { ruleId: "$ruleId" },
    body: { ...rule, version: 1, isActive: true },
  },
  "GET /api/rules/previews/{taskId}": { row: "writing rules", about: "district", at: { taskId: "$taskId" }, mayAnswer: [404] },
  "GET /api/rules/{ruleId}/history": { row: "reading rules", about: "district", at: { ruleId: "$ruleId" } },
  "POST /api/my/path/{moduleId}/extension": {
    row: "own profile and learning",
    about: "self",
    at: m02,
    body: { wishedOn: "2027-02-01", reason: "Two weeks of testing" },
  },
  "GET /api/extensions": { row: "requests for time", about: "self" },
  "POST /api/staff/{staffId}/extensions/{extensionId}/decision": {
    row: "deciding on time",
    about: "person",
    at: { extensionId: "ext_seed" },
    body: { decision: "declined", words: "Let us talk about it" },
  },
  "POST /api/staff/{staffId}/extensions": {
    row: "deciding on time",
    about: "person",
    body: { moduleId: "m02", dueOn: "2027-02-01", words: "Testing season" },
  },
  "GET /api/staff/{staffId}/waivers/preview": { row: "exempting", about: "person", query: "kind=module&id=m02" },
  "POST /api/staff/{staffId}/waivers": {
    row: "exempting",
    about: "person",
    body: { target: { kind: "module", id: "m02" }, reason: "Teaches it herself" },
  },
  "POST /api/staff/{staffId}/equivalencies": {
    row: "exempting",
    about: "person",
    body: { moduleId: "m02", evidence: "A certificate of the state's own course", learnedOn: "2025-06-01" },
  },
  "DELETE /api/staff/{staffId}/decisions/{decisionId}": {
    row: "exempting",
    about: "person",
    at: { decisionId: "wvr_seed" },
  },
  "GET /api/coach/caseload": { row: "caseload", about: "self" },
  "GET /api/tasks": { row: "long work", about: "district" },
  "GET /api/tasks/{taskId}": { row: "long work", about: "district", at: { taskId: "$taskId" } },
  "POST /api/tasks/{taskId}/stop": { row: "long work", about: "district", at: { taskId: "$taskId" } },
  "POST /api/tasks/{taskId}/resume": { row: "long work", about: "district", at: { taskId: "$taskId" } },
};

import * as z from "zod";
import { route } from "../platform/route.ts";
import { CaseloadChange, CaseloadChanged, CoachesPage, PeoplePage, PeopleQuery, SchoolView, SessionView } from "./contract.ts";
import { importRoutes } from "./import-routes.ts";
import {
  ChangeRequest,
  ChangeResult,
  MergeRequest,
  MergeView,
  PersonRecord,
  TimelinePage,
  TimelineQuery,
  UndoRequest,
} from "./person-contract.ts";
import { listSchools, schoolView, sessionView, staffSubject } from "./queries.ts";

const ofPerson = z.object({ staffId: z.string() });
/** One person's record is looked after a few times a day by a few people; nobody else waits for its code to load. */
const person = async () => (await import("./look-after-person.ts")).person;
const district = () => ({ kind: "district" }) as const;

export const rosterRoutes = [
  route({
    method: "get",
    path: "/api/session",
    summary: "Show who is signed in and what they may open",
    permission: "profile:read",
    response: SessionView,
    run: (ctx) => sessionView(ctx),
  }),
  route({
    method: "get",
    path: "/api/schools",
    summary: "List the district's schools",
    permission: "profile:read",
    response: z.array(SchoolView),
    run: async (ctx) => (await listSchools(ctx)).map(schoolView),
  }),
  route({
    method: "get",
    path: "/api/people",
    summary: "Find people by the beginning of their family name, or at a school",
    permission: "roster:read",
    subject: district,
    query: PeopleQuery,
    response: PeoplePage,
    run: async (ctx, { query }) => (await import("./read-people.ts")).readPeople(ctx, query),
  }),
  ...importRoutes,
  route({
    method: "get",
    path: "/api/people/{staffId}/record",
    summary: "Read a person's whole record: roles, leaves, edits by hand, and what comes",
    permission: "roster:read",
    subject: staffSubject,
    params: ofPerson,
    response: PersonRecord,
    run: async (ctx, { params }) => (await person()).readPersonRecord(ctx, params.staffId),
  }),
  route({
    method: "post",
    path: "/api/people/{staffId}/changes",
    summary: "Change a person's record: name, roles, transfer, leave, end and return",
    permission: "roster:write",
    subject: staffSubject,
    params: ofPerson,
    body: ChangeRequest,
    response: ChangeResult,
    run: async (ctx, { params, body }) => (await person()).changePerson(ctx, { ...params, ...body }),
  }),
  route({
    method: "get",
    path: "/api/people/{staffId}/timeline",
    summary: "Read what happened to a person, by whom and when",
    permission: "roster:read",
    subject: staffSubject,
    params: ofPerson,
    query: TimelineQuery,
    response: TimelinePage,
    run: async (ctx, { params, query }) => (await person()).readTimeline(ctx, params.staffId, query.cursor),
  }),
  route({
    method: "post",
    path: "/api/people/{staffId}/undo",
    summary: "Take one change of a person's record back",
    permission: "roster:write",
    subject: staffSubject,
    params: ofPerson,
    body: UndoRequest,
    response: ChangeResult,
    run: async (ctx, { params, body }) => (await person()).undoChange(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/people/{staffId}/merges",
    summary: "Merge another account of a person into this one, with all that was learned in it",
    permission: "roster:write",
    subject: staffSubject,
    params: ofPerson,
    body: MergeRequest,
    response: MergeView,
    run: async (ctx, { params, body }) => (await person()).mergePeople(ctx, { ...params, ...body }),
  }),
  route({
    method: "post",
    path: "/api/people/{staffId}/merges/{mergeId}/undo",
    summary: "Take a merge back: both accounts as they were, what was done since stays here",
    permission: "roster:write",
    subject: staffSubject,
    params: ofPerson.extend({ mergeId: z.string() }),
    response: MergeView,
    run: async (ctx, { params }) => (await person()).takeMergeBack(ctx, params),
  }),
  route({
    method: "get",
    path: "/api/coaches",
    summary: "List the district's coaches with their schools and caseloads, and count who has no coach",
    permission: "coaching:assign",
    subject: district,
    response: CoachesPage,
    run: async (ctx) => (await import("./read-coaches.ts")).readCoaches(ctx),
  }),
  route({
    method: "post",
    path: "/api/coaches/{staffId}/caseload",
    summary: "Give people to a coach",
    permission: "coaching:assign",
    subject: district,
    params: z.object({ staffId: z.string() }),
    body: CaseloadChange,
    response: CaseloadChanged,
    run: async (ctx, { params, body }) =>
      (await import("./actions/assign-coach.ts")).assignCoach(ctx, { coachId: params.staffId, staffIds: body.staffIds }),
  }),
] as const;

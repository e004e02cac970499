import * as z from "zod";
import { readStaff } from "../roster/queries.ts";
import { route } from "../platform/route.ts";
import { CalendarPage, CalendarPreview, CalendarSaved, CalendarSettings, PersonGroup, PersonGroupChange } from "./calendar-contract.ts";

const OfStaff = z.object({ staffId: z.string() });
const district = () => ({ kind: "district" }) as const;

export const calendarRoutes = [
  route({
    method: "get",
    path: "/api/calendar",
    summary: "Show the district's school years, breaks and employee groups",
    permission: "calendar:write",
    subject: district,
    response: CalendarPage,
    // A few times a year someone looks at the calendar; nobody else waits for it to load.
    run: async (ctx) => (await import("./read-calendar.ts")).readCalendar(ctx),
  }),
  route({
    method: "post",
    path: "/api/calendar/preview",
    summary: "Show whose open due dates a calendar would move, before it is saved",
    permission: "calendar:write",
    subject: district,
    body: CalendarSettings,
    response: CalendarPreview,
    run: async (ctx, { body }) => (await import("./read-calendar.ts")).previewCalendar(ctx, body),
  }),
  route({
    method: "put",
    path: "/api/calendar",
    summary: "Save the district's calendars and bring everyone's due dates up to them",
    permission: "calendar:write",
    subject: district,
    body: CalendarSettings,
    response: CalendarSaved,
    run: async (ctx, { body }) => (await import("./actions/save-calendar.ts")).saveCalendar(ctx, body),
  }),
  route({
    method: "get",
    path: "/api/calendar/people/{staffId}",
    summary: "Show which calendar a person is on, by hand or by their job",
    permission: "calendar:write",
    subject: district,
    params: OfStaff,
    response: PersonGroup,
    run: async (ctx, { params }) => (await import("./read-calendar.ts")).personGroup(ctx, await readStaff(ctx, params.staffId)),
  }),
  route({
    method: "put",
    path: "/api/calendar/people/{staffId}",
    summary: "Put a person on another calendar than the one their job gives them, or back",
    permission: "calendar:write",
    subject: district,
    params: OfStaff,
    body: PersonGroupChange,
    response: PersonGroup,
    run: async (ctx, { params, body }) => {
      const { setEmployeeGroup } = await import("../roster/actions/set-employee-group.ts");
      const { personGroup } = await import("./read-calendar.ts");
      return setEmployeeGroup(ctx, { staffId: params.staffId, group: body.group }, (staff) => personGroup(ctx, staff));
    },
  }),
] as const;

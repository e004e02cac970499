import { route } from "../platform/route.ts";
import { saveCalendar } from "./actions/save-calendar.ts";
import { CalendarPage, CalendarPreview, CalendarSaved, CalendarSettings } from "./calendar-contract.ts";
import { previewCalendar, readCalendar } from "./read-calendar.ts";

const district = () => ({ kind: "district" }) as const;

export const calendarRoutes = [
  route({
    method: "get",
    path: "/api/calendar",
    summary: "Show the district's school years, breaks and employee groups",
    permission: "calendar:write",
    subject: district,
    response: CalendarPage,
    run: (ctx) => readCalendar(ctx),
  }),
  route({
    method: "post",
    path: "/api/calendar/preview",
    summary: "Show whose open due dates a calendar would move, before it is saved",
    permission: "calendar:write",
    subject: district,
    body: CalendarSettings,
    response: CalendarPreview,
    run: (ctx, { body }) => previewCalendar(ctx, body),
  }),
  route({
    method: "put",
    path: "/api/calendar",
    summary: "Save the district's calendars and bring everyone's due dates up to them",
    permission: "calendar:write",
    subject: district,
    body: CalendarSettings,
    response: CalendarSaved,
    run: (ctx, { body }) => saveCalendar(ctx, body),
  }),
] as const;

import * as z from "zod";
import { TaskView } from "../platform/contract.ts";
import { signedInStaffId } from "../platform/context.ts";
import { route } from "../platform/route.ts";
import { staffSubject } from "../roster/queries.ts";
import {
  LastMailed,
  Nudge,
  NudgeResult,
  PreferencesView,
  ReminderChange,
  ReminderChoices,
  ReminderDay,
  ReminderPreferences,
  RemindersPage,
} from "./contract.ts";

const ofStaff = z.object({ staffId: z.string() });
const district = () => ({ kind: "district" }) as const;

/** What these do is loaded when it is first asked for: nobody else waits for it. */
export const reminderRoutes = [
  route({
    method: "get",
    path: "/api/reminders",
    summary: "Show which reminders are on, what the latest days did, and which addresses take no mail",
    permission: "reminder:read",
    subject: district,
    response: RemindersPage,
    run: async (ctx) => (await import("./read-reminders.ts")).remindersPage(ctx),
  }),
  route({
    method: "put",
    path: "/api/reminders",
    summary: "Save which reminders are on, with their numbers and the sending window",
    permission: "reminder:write",
    subject: district,
    body: ReminderChange,
    response: RemindersPage,
    run: async (ctx, { body }) => (await import("./actions/save-policy.ts")).savePolicy(ctx, body),
  }),
  route({
    method: "post",
    path: "/api/reminders/previews",
    summary: "Work out what would be mailed today, before anything is saved",
    permission: "reminder:write",
    subject: district,
    body: ReminderChoices,
    response: TaskView,
    run: async (ctx, { body }) => (await import("./actions/preview-reminders.ts")).askForPreview(ctx, body),
  }),
  route({
    method: "get",
    path: "/api/reminders/days/{day}",
    summary: "Show what became of a day's reminders",
    permission: "reminder:read",
    subject: district,
    params: z.object({ day: z.iso.date() }),
    response: ReminderDay,
    run: async (ctx, { params }) => (await import("./read-reminders.ts")).reminderDay(ctx, params.day),
  }),
  route({
    method: "post",
    path: "/api/reminders/addresses/{emailHash}/release",
    summary: "Let an address have mail again",
    permission: "reminder:write",
    subject: district,
    params: z.object({ emailHash: z.string() }),
    response: RemindersPage,
    run: async (ctx, { params }) => (await import("./actions/release-address.ts")).releaseAddress(ctx, params.emailHash),
  }),
  route({
    method: "get",
    path: "/api/my/reminders",
    summary: "Show which reminders one may choose about, and which one has stopped",
    permission: "mail:choose",
    response: PreferencesView,
    run: async (ctx) => (await import("./actions/choose-reminders.ts")).readPreferences(ctx, signedInStaffId(ctx)),
  }),
  route({
    method: "put",
    path: "/api/my/reminders",
    summary: "Choose which reminders one gets, and the language of one's mail",
    permission: "mail:choose",
    body: ReminderPreferences,
    response: PreferencesView,
    run: async (ctx, { body }) => (await import("./actions/choose-reminders.ts")).chooseReminders(ctx, signedInStaffId(ctx), body),
  }),
  route({
    method: "post",
    path: "/api/staff/{staffId}/nudges",
    summary: "Remind a person kindly of their next step, by mail",
    permission: "nudge:send",
    subject: staffSubject,
    params: ofStaff,
    body: Nudge,
    response: NudgeResult,
    run: async (ctx, { params, body }) => (await import("./actions/send-nudge.ts")).sendNudge(ctx, { ...params, ...body }),
  }),
  route({
    method: "get",
    path: "/api/staff/{staffId}/nudges",
    summary: "Show when a person was last mailed, and when a reminder written now would leave",
    permission: "nudge:send",
    subject: staffSubject,
    params: ofStaff,
    response: LastMailed,
    run: async (ctx, { params }) => (await import("./read-last-mailed.ts")).readLastMailed(ctx, params.staffId),
  }),
] as const;

import { queryOptions } from "@tanstack/react-query";
import type { ReminderDay, RemindersPage } from "../../../functions/reminders/contract.ts";
import { ask, client } from "../../app/api.ts";

/** What the district reminds people of, and what the latest days did. Optional counts lose their exactness in the client's types. */
export const remindersQuery = queryOptions({
  queryKey: ["reminders"],
  queryFn: async () => (await ask(client.api.reminders.$get())) as RemindersPage,
});

/** What became of a day's mails. */
export const reminderDayQuery = (day: string) =>
  queryOptions({
    queryKey: ["reminders", day],
    queryFn: async () => (await ask(client.api.reminders.days[":day"].$get({ param: { day } }))) as ReminderDay,
  });

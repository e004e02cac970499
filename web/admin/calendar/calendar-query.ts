import { queryOptions } from "@tanstack/react-query";
import { ask, client } from "../../app/api.ts";

/** The district's calendars and employee groups. */
export const calendarQuery = queryOptions({ queryKey: ["calendar"], queryFn: () => ask(client.api.calendar.$get()) });

import { queryOptions } from "@tanstack/react-query";
import { ask, client } from "../../app/api.ts";

const person = client.api.people[":staffId"];

/** A person's whole record; asked for again every second while accounts are being merged. */
export const recordQuery = (staffId: string) =>
  queryOptions({
    queryKey: ["record", staffId],
    queryFn: () => ask(person.record.$get({ param: { staffId } })),
    refetchInterval: ({ state }) => (state.data?.merges.some((one) => one.state === "merging" || one.state === "undoing") ? 1_000 : false),
  });

/** A page of a person's timeline. */
export const timelinePage = (staffId: string, cursor: string | undefined) =>
  ask(person.timeline.$get({ param: { staffId }, query: { cursor } }));

/** What a change of a record, a coach's list or a path makes stale. */
export const touchedByChange = (staffId: string) => [
  ["record", staffId],
  ["timeline", staffId],
  ["people"],
  ["coaches"],
  ["person"],
  ["caseload"],
];

import { queryOptions } from "@tanstack/react-query";
import { ask, client } from "../app/api.ts";

/** The certifications, with what each asks for and who changed it. */
export const certificationsQuery = queryOptions({
  queryKey: ["certifications"],
  queryFn: () => ask(client.api.certifications.$get()),
  // What is being written on is not exchanged under the writer's hands; the version says if it went out of date.
  refetchOnWindowFocus: false,
});

import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { ask, client } from "../app/api.ts";
import type { Show, View } from "./filter.ts";

const { engagement } = client.api;

/** The district's figures for a view. While another view is read, the one before stays in sight. */
export const districtQuery = ({ metric = "transfer", level, role, asOf }: View) =>
  queryOptions({
    queryKey: ["district", metric, level ?? "", role ?? "", asOf ?? ""],
    queryFn: () => ask(engagement.district.$get({ query: { metric, level, role, asOf } })),
    placeholderData: keepPreviousData,
  });

/** Whether schools came closer together; read after the page, which does not wait for it. */
export const changeQuery = ({ metric = "transfer", level, role, asOf }: View) =>
  queryOptions({
    queryKey: ["district", "change", metric, level ?? "", role ?? "", asOf ?? ""],
    queryFn: () => ask(engagement.district.change.$get({ query: { metric, level, role, asOf } })),
    placeholderData: keepPreviousData,
  });

/** One school's figures for a view. */
export const schoolQuery = (schoolId: string, { metric = "transfer", level, role, asOf }: View) =>
  queryOptions({
    queryKey: ["school", schoolId, metric, level ?? "", role ?? "", asOf ?? ""],
    queryFn: () => ask(engagement.schools[":schoolId"].$get({ param: { schoolId }, query: { metric, level, role, asOf } })),
    placeholderData: keepPreviousData,
  });

/** The evidence that waits for a review at a school. */
export const schoolReviewsQuery = (schoolId: string) =>
  queryOptions({
    queryKey: ["school", schoolId, "reviews"],
    queryFn: () => ask(engagement.schools[":schoolId"].reviews.$get({ param: { schoolId } })),
  });

/** The people behind one figure of a school. */
export const peopleBehindQuery = (schoolId: string, { metric = "transfer", role, show = "all" }: View & { show?: Show }) =>
  queryOptions({
    queryKey: ["school", schoolId, "people", metric, role ?? "", show],
    queryFn: () => ask(engagement.schools[":schoolId"].people.$get({ param: { schoolId }, query: { metric, role, show } })),
    placeholderData: keepPreviousData,
  });

const searchOf = (values: Record<string, string | undefined>): string =>
  String(
    new URLSearchParams(
      Object.entries(values).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
    ),
  );

/** Where the district's figures, as shown, can be saved as a file. */
export const districtCsv = ({ metric, level, role, asOf }: View): string =>
  `/api/engagement/district.csv?${searchOf({ metric, level, role, asOf })}`;

/** Where the board report for a view is. */
export const districtPdf = ({ metric, level, role, asOf }: View): string =>
  `/api/engagement/district.pdf?${searchOf({ metric, level, role, asOf })}`;

/** Where the people behind a figure, as shown, can be saved as a file. */
export const peopleCsv = (schoolId: string, { metric, role, show }: View & { show?: Show }): string =>
  `/api/engagement/schools/${encodeURIComponent(schoolId)}/people.csv?${searchOf({ metric, role, show })}`;

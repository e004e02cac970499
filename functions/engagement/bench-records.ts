import * as z from "zod";
import { record } from "../platform/record.ts";
import { SchoolLevel } from "../roster/contract.ts";

/**
 * How deep every school's bench was in a week, written once with the week's other figures: of its critical roles (`of`) those with
 * two people or more (`deep`). One row for all schools, some thirty bytes each; roles are no people, so nothing in it is hidden.
 */
export const benchWeeks = record({
  type: "bench-week",
  kind: "derived",
  schema: z.object({
    week: z.string(),
    asOfDay: z.iso.date(),
    schools: z.record(z.string(), z.object({ level: SchoolLevel, deep: z.number().int(), of: z.number().int() })),
  }),
  address: ({ week }) => ({ of: "BENCHW", at: week }),
});

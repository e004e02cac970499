import type { LocalDate } from "../platform/dates.ts";
import { type OnBad, rowsOf } from "../platform/district-table.ts";
import type { Versioned } from "../platform/record.ts";
import type { Item } from "../platform/table.ts";
import type { HeldElsewhereView } from "./contract.ts";
import { certificationOf } from "./ladder-rules.ts";
import { type HeldElsewhere, heldElsewhere } from "./elsewhere-records.ts";
import { countsElsewhere } from "./requirement-rules.ts";

/** The certificates of other districts that were taken for ours, among the rows of a person's partition. */
export const heldElsewhereFrom = (items: Item[], onBad?: OnBad): (HeldElsewhere & Versioned)[] => rowsOf(heldElsewhere, items, onBad);

/** The same as their holder sees them on a day, what was decided last first. */
export function heldElsewhereViews(all: readonly HeldElsewhere[], today: LocalDate): HeldElsewhereView[] {
  return all
    .toSorted((a, b) => b.decidedOn.localeCompare(a.decidedOn))
    .map((one) => ({
      id: one.id,
      countsAs: certificationOf(one.certificationId)?.title ?? one.certificationId,
      title: one.title,
      issuer: one.issuer,
      heldSince: one.heldSince,
      ...(one.until !== undefined && { until: one.until }),
      state: one.revoked !== undefined ? "withdrawn" : countsElsewhere(one, today) ? "counts" : "over",
    }));
}

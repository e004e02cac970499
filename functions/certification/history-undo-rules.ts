import { addDays, type LocalDate } from "../platform/dates.ts";
import { appealsOf } from "./application-rules.ts";
import type { HistoryImportView, KeptBecause } from "./history-contract.ts";
import type { HistoryImport, HistoryLine } from "./history-records.ts";
import type { Appeal, Certificate, Refresh } from "./records.ts";

/** So many days after it an import of past certificates can be taken back. */
const undoDays = 30;

/** The last day on which what was entered on a day can be taken back. */
export const undoUntil = (enteredOn: LocalDate): LocalDate => addDays(enteredOn, undoDays);

/**
 * Whether a certificate could still go with its import: it was entered with one, and nothing rests on it. Whatever the day: taking an
 * import back begins within its days, and may have been stopped or given up and go on long after.
 */
export const couldGo = ({ enteredWith, isReliedOn }: Certificate): boolean => enteredWith !== undefined && isReliedOn !== true;

/**
 * Why a certificate that an import entered stays when the import is taken back; undefined when it goes. Something rests on it,
 * somebody has decided about it, its holder was asked for something, or it went to another account when two were merged.
 */
export function keptBecause(
  { certificateId }: Pick<HistoryLine, "certificateId">,
  of: { held: readonly Certificate[]; appeals: readonly Appeal[]; refreshes: readonly Refresh[] },
): KeptBecause | undefined {
  const certificate = of.held.find(({ id }) => id === certificateId);
  if (!certificate) return "moved";
  if (certificate.isReliedOn === true) return "reliedOn";
  const isDecided = certificate.revokedOn !== undefined || certificate.suspendedOn !== undefined;
  if (isDecided || appealsOf(of.appeals, { ...certificate, of: "revocation" }).length > 0) return "decided";
  return of.refreshes.some((one) => one.certificateId === certificateId) ? "asked" : undefined;
}

/** An import as its page shows it on a day. */
export function historyImportView(one: HistoryImport, today: LocalDate): HistoryImportView {
  const { id, enteredOn, enteredByName, certificates, state, taskId, takenBack } = one;
  const until = undoUntil(enteredOn);
  return {
    id,
    enteredOn,
    enteredByName,
    certificates,
    state,
    ...(!takenBack && today <= until && { undoUntil: until }),
    ...(state === "entering" && taskId !== undefined && { taskId }),
    ...(takenBack && { takenBackByName: takenBack.byName }),
    ...(takenBack && state === "takingBack" && { taskId: takenBack.taskId }),
    ...(takenBack?.removed !== undefined && { removed: takenBack.removed, kept: takenBack.kept }),
  };
}

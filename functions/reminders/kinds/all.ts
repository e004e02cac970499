import { decisionWaiting } from "./decision-waiting.ts";
import { dueSoon } from "./due-soon.ts";
import type { ReminderKind } from "./kind.ts";
import { leaderDigest } from "./leader-digest.ts";
import { newlyAssigned } from "./newly-assigned.ts";
import { overdue } from "./overdue.ts";
import { peopleOverdue } from "./people-overdue.ts";
import { renewal } from "./renewal.ts";
import { returned } from "./returned.ts";
import { reviewWaiting } from "./review-waiting.ts";

/** Every kind, in the order in which a digest and the administrator's page have them. */
export const reminderKinds: readonly ReminderKind[] = [
  overdue,
  dueSoon,
  returned,
  newlyAssigned,
  renewal,
  reviewWaiting,
  decisionWaiting,
  peopleOverdue,
  leaderDigest,
];

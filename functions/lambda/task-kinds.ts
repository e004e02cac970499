import { applyRulesTask } from "../assignment/actions/bring-to-people.ts";
import { trialTask } from "../assignment/actions/try-on-people.ts";
import { badgeEveryone } from "../badges/actions/badge-everyone.ts";
import { refreshTask } from "../certification/actions/ask-refresh.ts";
import { enterHistoryTask } from "../certification/actions/enter-history-step.ts";
import { issueToEveryone } from "../certification/actions/issue-to-everyone.ts";
import { takeHistoryBackTask } from "../certification/actions/take-history-back.ts";
import { tryDefinitionTask } from "../certification/actions/try-definition.ts";
import { selfCheck } from "../check/self-check.ts";
import { creditExportTask } from "../credit/export-task.ts";
import { calendarTask } from "../engagement/calendar-task.ts";
import { planEveryone } from "../reminders/actions/plan-everyone.ts";
import { previewOfDay } from "../reminders/actions/preview-reminders.ts";
import { remindersOfDay } from "../reminders/actions/run-day.ts";
import type { TaskKind } from "../platform/task.ts";
import { emptyWhatIsOver } from "../retention/actions/empty-what-is-over.ts";
import { importEffects } from "./import-effects.ts";
import { rosterExportTask } from "../roster/export-task.ts";
import { rosterImportTask, rosterPreviewTask } from "../roster/import-tasks.ts";

/** Every kind of long work, whichever capability it is of. */
export const taskKinds: readonly TaskKind[] = [
  applyRulesTask,
  trialTask,
  remindersOfDay,
  planEveryone,
  previewOfDay,
  calendarTask,
  issueToEveryone,
  refreshTask,
  tryDefinitionTask,
  enterHistoryTask,
  takeHistoryBackTask,
  badgeEveryone,
  rosterPreviewTask,
  rosterImportTask,
  rosterExportTask,
  creditExportTask,
  emptyWhatIsOver,
  importEffects,
  selfCheck,
];

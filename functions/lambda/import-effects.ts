import { importEffectsTask } from "../assignment/actions/work-out-effects.ts";
import { forecastMail } from "../reminders/forecast-mail.ts";

/** The work that says what follows from an import: assignment's part of it, and the mail that reminders and certificates add. */
export const importEffects = importEffectsTask(forecastMail);

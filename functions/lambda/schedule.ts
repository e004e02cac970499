import { beginRulesDay } from "../assignment/actions/begin-day.ts";
import { badgeEveryone } from "../badges/actions/badge-everyone.ts";
import { checkOutsideBadges } from "../badges/actions/check-outside-badge.ts";
import { startCheck } from "../check/actions/start-check.ts";
import { issueToEveryone } from "../certification/actions/issue-to-everyone.ts";
import { dayTick, type Thoroughness } from "../engagement/actions/day-tick.ts";
import type { Services } from "../platform/context.ts";
import { listDistricts } from "../platform/district.ts";
import { grantJob, jobContext } from "../platform/job.ts";
import { log } from "../platform/log.ts";
import { onceADay } from "../platform/once-a-day.ts";
import type { Mailer } from "../platform/outbox.ts";
import { wakeTasks } from "../platform/run-task.ts";
import { askOfDay } from "../platform/task.ts";
import { beginRetention } from "../retention/actions/empty-what-is-over.ts";
import { startReminders } from "../reminders/actions/start-day.ts";
import { creditExportTask } from "../credit/export-task.ts";
import { expireFiles } from "../roster/actions/expire-files.ts";
import { rosterExportTask } from "../roster/export-task.ts";
import { sweepOutbox } from "./mail.ts";
import { mailerFrom, servicesFrom } from "./services.ts";

export type ScheduleHandler = () => Promise<{ ticked: string[]; failed: string[]; mailsSent: number }>;

/**
 * What the clock alone brings about, every hour: a district whose local date has changed is brought to today, its reminders
 * of the day begin, mail that the stream did not send is sent, and long work that lost its worker is called up again. A district that fails does not keep the others waiting; then the run fails, so
 * that the alarm hears of it and the next hour tries again. A history that is entered week by week with its stream
 * worked off asks for `outdated`; the deployed function repairs everyone once a day.
 */
export function scheduleHandler(services: Services, mailer: Mailer, thoroughness: Thoroughness = "everyone"): ScheduleHandler {
  return async () => {
    const ticked: string[] = [];
    const failed: string[] = [];
    const attempt = async (districtId: string, message: string, work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        failed.push(districtId);
        log("error", message, { districtId, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
    };
    for (const { districtId } of await listDistricts(services.table)) {
      const requestId = `tick-${services.clock.now().toISOString()}`;
      await attempt(districtId, "the day's tick failed", async () => {
        if (await dayTick(await jobContext(services, "engagement", districtId, requestId), thoroughness)) ticked.push(districtId);
      });
      await attempt(districtId, "what follows the day's tick failed", async () => {
        await onceADay(await jobContext(services, "check", districtId, requestId), "after-tick", async () => {
          await beginRulesDay(await assigning(services, districtId, requestId), thoroughness);
          // A leave that ends changes no row: once a day, whoever is ready by now gets what they earned.
          if (thoroughness !== "everyone") return;
          await askOfDay(await certifying(services, districtId, requestId), issueToEveryone);
          await askOfDay(await badging(services, districtId, requestId), badgeEveryone);
          await startCheck(await checking(services, districtId, requestId), { isOfDay: true });
        });
      });
      await attempt(districtId, "files whose time is over could not be let go of", async () => {
        if (ticked.includes(districtId))
          await expireFiles(await rostering(services, districtId, requestId), [rosterExportTask, creditExportTask]);
      });
      if (thoroughness === "everyone") {
        // Nothing before it may cost it its month.
        await attempt(districtId, "emptying what is over could not be begun", async () => {
          const ctx = await keeping(services, districtId, requestId);
          await onceADay(ctx, "retention", () => beginRetention(ctx));
        });
        await attempt(districtId, "badges of other issuers could not be looked at again", async () => {
          await onceADay(await jobContext(services, "check", districtId, requestId), "outside-badges", async () => {
            await checkOutsideBadges(await rechecking(services, districtId, requestId), (error) => {
              log("warn", "a badge of another issuer could not be looked at again", { districtId, error: String(error) });
            });
          });
        });
      }
      // After the tick: what a date alone has changed is known by then.
      await attempt(districtId, "the day's reminders could not be begun", async () => {
        await startReminders(await reminding(services, districtId, requestId));
      });
    }
    await wakeTasks(services);
    const mailsSent = await sweepOutbox(services, mailer);
    if (failed.length > 0) throw new Error(`the hour's work failed in ${[...new Set(failed)].join(", ")}`);
    return { ticked, failed, mailsSent };
  };
}

const rostering = (services: Services, districtId: string, requestId: string) =>
  grantJob(services, { job: "roster-import", permission: "roster:write", districtId, requestId });

const assigning = (services: Services, districtId: string, requestId: string) =>
  grantJob(services, { job: "assignment", permission: "assignment:write", districtId, requestId });

const certifying = (services: Services, districtId: string, requestId: string) =>
  grantJob(services, { job: "certification", permission: "certificate:issue", districtId, requestId });

const badging = (services: Services, districtId: string, requestId: string) =>
  grantJob(services, { job: "badges", permission: "badge:issue", districtId, requestId });

const rechecking = (services: Services, districtId: string, requestId: string) =>
  grantJob(services, { job: "badges", permission: "outsideBadge:check", districtId, requestId });

const checking = (services: Services, districtId: string, requestId: string) =>
  grantJob(services, { job: "check", permission: "engagement:read", districtId, requestId });

const keeping = (services: Services, districtId: string, requestId: string) =>
  grantJob(services, { job: "retention", permission: "retention:apply", districtId, requestId });

const reminding = (services: Services, districtId: string, requestId: string) =>
  grantJob(services, { job: "reminders", permission: "nudge:send", districtId, requestId });

let composed: ScheduleHandler | undefined;

/** The function as Lambda runs it. */
export const handler: ScheduleHandler = () => (composed ??= scheduleHandler(servicesFrom(process.env), mailerFrom(process.env)))();

import * as ruleTrials from "../assignment/actions/try-on-people.ts";
import * as contacts from "../assignment/contacts.ts";
import * as decisions from "../assignment/decision-records.ts";
import * as assignment from "../assignment/records.ts";
import * as outsideBadges from "../badges/outside-records.ts";
import * as badges from "../badges/records.ts";
import * as pastCertificates from "../certification/history-records.ts";
import * as heldElsewhere from "../certification/elsewhere-records.ts";
import * as certification from "../certification/records.ts";
import * as credit from "../credit/records.ts";
import * as curriculum from "../curriculum/records.ts";
import * as bench from "../engagement/bench-records.ts";
import * as engagement from "../engagement/records.ts";
import * as learning from "../learning/records.ts";
import * as portfolio from "../portfolio/records.ts";
import * as check from "./records.ts";
import * as apiKey from "../platform/api-key.ts";
import * as commit from "../platform/commit.ts";
import * as district from "../platform/district.ts";
import * as idempotency from "../platform/idempotency.ts";
import * as mailEvents from "../platform/mail-events.ts";
import * as onceADay from "../platform/once-a-day.ts";
import * as outbox from "../platform/outbox.ts";
import * as rateLimit from "../platform/rate-limit.ts";
import type { RecordType } from "../platform/record.ts";
import * as session from "../platform/session.ts";
import * as signIn from "../platform/sign-in-attempt.ts";
import * as task from "../platform/task.ts";
import * as reminders from "../reminders/records.ts";
import * as retention from "../retention/records.ts";
import * as rosterMappings from "../roster/mapping-records.ts";
import * as roster from "../roster/records.ts";

/** Every file that declares a kind of row. A test names the one that is missing here. */
const declaring: readonly object[] = [
  apiKey,
  check,
  assignment,
  badges,
  bench,
  certification,
  heldElsewhere,
  commit,
  contacts,
  credit,
  curriculum,
  decisions,
  district,
  engagement,
  idempotency,
  learning,
  mailEvents,
  onceADay,
  outbox,
  outsideBadges,
  pastCertificates,
  portfolio,
  rateLimit,
  reminders,
  retention,
  roster,
  rosterMappings,
  ruleTrials,
  session,
  signIn,
  task,
];

/** What is not a kind of row among a file's exports: functions, schemas, constants. */
const isKind = (value: unknown): value is RecordType<unknown> => typeof value === "object" && value !== null && "stored" in value;

const kinds = new Map(
  declaring
    .flatMap((file) => Object.values(file) as unknown[])
    .filter(isKind)
    .map((kind) => [kind.type, kind]),
);

/** The codec of a row by its `type`, whichever capability it is of; undefined for a type that nobody declared. */
export function kindOf(type: string): RecordType<unknown> | undefined {
  return kinds.get(type);
}

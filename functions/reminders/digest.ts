import type { Context } from "../platform/context.ts";
import type { DigestLine, Message } from "../platform/outbox.ts";
import type { ReminderKindId } from "./contract.ts";
import { digestWords } from "./digest-words.ts";
import type { Entry, Said } from "./entries.ts";
import { reminderKinds } from "./kinds/all.ts";
import type { PersonNow } from "./kinds/kind.ts";
import type { ReminderState } from "./records.ts";

/** The page without sign-in on which someone stops kinds of mail and turns them on again. */
const stopPage = (origin: string, token: string): string => `${origin}/stop/${token}`;

/** One mail of everything there is to say to a person today, the most pressing first; undefined where there is nothing. */
export function digestOf(
  ctx: Pick<Context, "origin" | "district">,
  { staff }: PersonNow,
  said: readonly Said[],
  { language = "en", stopToken }: Pick<ReminderState, "language" | "stopToken">,
): (Pick<Message, "subject" | "body" | "stopUrl"> & { lines: DigestLine[] }) | undefined {
  const ordered = reminderKinds.flatMap(({ id }) => said.filter(({ entry }) => entry.kind === id));
  const [first] = ordered;
  if (!first) return undefined;
  const say = digestWords[language];
  const kinds = [...new Set(ordered.map(({ entry }) => entry.kind))];
  const sections = kinds.map((kind) => {
    const entries = ordered.flatMap(({ entry }) => (entry.kind === kind ? [entry] : []));
    return [say.headings[kind], ...entries.map((entry) => `- ${say.entry(entry)}\n  ${ctx.origin}${pathOf(entry)}`)].join("\n");
  });
  const about = say.about(first.entry);
  const page = stopPage(ctx.origin, stopToken);
  return {
    subject: ordered.length === 1 ? about : say.aboutSeveral(about, ordered.length - 1),
    body: [
      say.hello(staff.givenName),
      ...sections,
      `${say.next} ${ctx.origin}/`,
      `${say.often(ctx.district.name)}\n${say.stop} ${page}`,
    ].join("\n\n"),
    // One click stops the kinds that are in this mail, and no others.
    stopUrl: `${page}/${kinds.join("+")}`,
    lines: ordered.map(({ line }) => line),
  };
}

/** The kinds a digest holds. */
export const kindsIn = (lines: readonly DigestLine[]): ReminderKindId[] => [...new Set(lines.map(({ kind }) => kind as ReminderKindId))];

function pathOf(entry: Entry): string {
  switch (entry.kind) {
    case "overdue":
    case "dueSoon":
    case "returned":
      return `/learn/${entry.moduleId}`;
    case "newlyAssigned":
      return "/";
    case "renewal":
      return "/certificates";
    case "reviewWaiting":
    case "decisionWaiting":
    case "peopleOverdue":
    case "leaderDigest":
      return entry.path;
  }
}

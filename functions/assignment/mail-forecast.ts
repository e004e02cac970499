import type { Context } from "../platform/context.ts";
import type { Item } from "../platform/table.ts";
import type { Staff } from "../roster/records.ts";
import type { Source } from "./records.ts";

/** A person as they are and as a change would leave them: their rows, both records, and the ledger it would leave. */
export type ChangedPerson = { items: Item[]; before: Staff | undefined; after: Staff; ledger: readonly Source[] };

/** What a person would be mailed because of a change: the kinds, and whether those who support them would hear of it. */
export type ExpectedMail = { kinds: string[]; isToldToOthers: boolean };

/**
 * What Throughline would mail because of a change. Told by those who send it, who stand to the right of assignment:
 * composition brings the two together.
 */
export type ForecastMail = (ctx: Context) => Promise<{ areRemindersOn: boolean; expect: (person: ChangedPerson) => Promise<ExpectedMail> }>;

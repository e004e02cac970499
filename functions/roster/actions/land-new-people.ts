import { type Change, commitTogether, rowsTogether } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { GuardFailed } from "../../platform/table.ts";
import type { MergeOptions } from "../import-rules.ts";
import { decide } from "../landing-rules.ts";
import type { ParsedPerson } from "../one-roster/read-people.ts";
import { emailClaims, emailHash, members, staffRecords } from "../records.ts";
import { membershipsOf } from "../rules.ts";

/** While one transaction is being written, the next ones are made ready. */
const width = 4;

type Adding = { person: ParsedPerson; change: Change<unknown> };

/**
 * Adds people of whom nothing is on record, as many in a transaction as it holds, without reading anything: each row is
 * guarded to be the first of its kind. Returns those who could not be added so, because one of their transaction is there
 * already or has an address that is taken: they are to be landed one by one.
 */
export async function landNewPeople(
  ctx: Granted<"roster:write">,
  people: readonly ParsedPerson[],
  options: MergeOptions,
): Promise<ParsedPerson[]> {
  const rest: ParsedPerson[] = [];
  const groups: Adding[][] = [[]];
  let rows = 0;
  for (const person of people) {
    const change = changeFor(ctx, person, options);
    if (!change) {
      rest.push(person);
      continue;
    }
    const needed = change.writes.length + 1;
    if (rows + needed > rowsTogether) {
      groups.push([]);
      rows = 0;
    }
    rows += needed;
    groups.at(-1)?.push({ person, change });
  }
  await sideBySide(groups, width, async (group) => {
    if (group.length === 0) return;
    try {
      await commitTogether(
        ctx,
        group.map(({ change }) => change),
      );
    } catch (error) {
      if (!(error instanceof GuardFailed)) throw error;
      rest.push(...group.map(({ person }) => person));
    }
  });
  return rest;
}

function changeFor(ctx: Granted<"roster:write">, person: ParsedPerson, options: MergeOptions): Change<unknown> | undefined {
  const decision = decide(undefined, person, options);
  if (decision.outcome !== "lands") return undefined;
  const { staff } = decision;
  return {
    action: "staff.added",
    subject: `staff:${staff.id}`,
    writes: [
      staffRecords.put({ ...staff, version: 0 }),
      ...membershipsOf(staff, ctx.today).map((one) => members.put({ ...one, version: 0 })),
      ...(staff.email === "" ? [] : [emailClaims.put({ version: 0, emailHash: emailHash(staff.email), staffId: staff.id })]),
    ],
    after: staff,
    result: undefined,
  };
}

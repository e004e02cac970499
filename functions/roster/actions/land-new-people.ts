import { type Addition, commitAdditions, rowsTogether } from "../../platform/commit.ts";
import type { Granted } from "../../platform/grant.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { GuardFailed } from "../../platform/table.ts";
import type { MergeOptions } from "../import-rules.ts";
import { decide } from "../landing-rules.ts";
import type { ParsedPerson } from "../one-roster/read-people.ts";
import { emailClaims, emailHash, members, type Staff, staffRecords } from "../records.ts";
import { membershipsOf } from "../rules.ts";

/** While one transaction is being written, the next ones are made ready. */
const width = 4;

type Adding = { person: ParsedPerson; staff: Staff };

/**
 * Adds people of whom nothing is on record, as many in a transaction as it holds, without reading anything: each person
 * and each address is guarded to be the first. Returns those who could not be added so, because one of their transaction is there
 * already or has an address that is taken: they are to be landed one by one.
 */
export async function landNewPeople(
  ctx: Granted<"roster:write">,
  people: readonly ParsedPerson[],
  options: MergeOptions,
): Promise<ParsedPerson[]> {
  const rest: ParsedPerson[] = [];
  const groups: Adding[][] = [[]];
  let rows = 1;
  for (const person of people) {
    const decision = decide(undefined, person, options);
    if (decision.outcome !== "lands") {
      rest.push(person);
      continue;
    }
    const { staff } = decision;
    const needed = 1 + membershipsOf(staff, ctx.today).length + (staff.email === "" ? 0 : 1);
    if (rows + needed > rowsTogether) {
      groups.push([]);
      rows = 1;
    }
    rows += needed;
    groups.at(-1)?.push({ person, staff });
  }
  await sideBySide(groups, width, async (group) => {
    if (group.length === 0) return;
    try {
      await commitAdditions(ctx, {
        action: "staff.added",
        make: (auditId) => group.map(({ staff }) => additionOf(ctx, { ...staff, addedIn: auditId })),
      });
    } catch (error) {
      if (!(error instanceof GuardFailed)) throw error;
      rest.push(...group.map(({ person }) => person));
    }
  });
  return rest;
}

function additionOf(ctx: Granted<"roster:write">, staff: Staff): Addition {
  return {
    subject: `staff:${staff.id}`,
    writes: [
      staffRecords.put({ ...staff, version: 0 }),
      // Guarded by the person's own row: where that is the first, so are these.
      ...membershipsOf(staff, ctx.today).map((one) => members.overwrite(one)),
      ...(staff.email === "" ? [] : [emailClaims.put({ version: 0, emailHash: emailHash(staff.email), staffId: staff.id })]),
    ],
    after: staff,
  };
}

import type { Granted } from "../../platform/grant.ts";
import { sideBySide } from "../../platform/side-by-side.ts";
import { listMembers } from "../../roster/queries.ts";
import { applyRulesToPerson, readRuleBook, type RuleBook } from "./apply-rules-to-person.ts";

const width = 16;

/**
 * Applies the rules to everyone whom a rule is for or ever was for. One person whose ledger cannot be written does not
 * keep the others from theirs; the run then fails and can be repeated, which costs reads alone where it was done.
 */
export async function applyRule(ctx: Granted<"assignment:write">, ruleId: string): Promise<void> {
  const book = await readRuleBook(ctx);
  const rule = book.rules.find(({ id }) => id === ruleId);
  if (!rule) return;
  const roles: readonly string[] = rule.rolesEver;
  await applyToMembers(ctx, book, [...book.schools.keys()], (member) => member.roles.some((role) => roles.includes(role)));
}

/** Applies the rules to everyone at a school, where any rule asks for a level: the school's may have changed. */
export async function applyRulesAtSchool(ctx: Granted<"assignment:write">, schoolId: string): Promise<void> {
  const book = await readRuleBook(ctx);
  if (!book.rules.some(({ audience }) => audience.levels.length > 0)) return;
  await applyToMembers(ctx, book, [schoolId], () => true);
}

/** Applies every rule to everyone at a school: the repair, should what called for it have been lost. Reads alone where all is well. */
export async function applyRulesToEveryone(ctx: Granted<"assignment:write">): Promise<void> {
  const book = await readRuleBook(ctx);
  if (book.rules.length > 0) await applyToMembers(ctx, book, [...book.schools.keys()], () => true);
}

async function applyToMembers(
  ctx: Granted<"assignment:write">,
  book: RuleBook,
  schoolIds: string[],
  concerns: (member: { roles: string[] }) => boolean,
): Promise<void> {
  const staffIds = new Set<string>();
  await sideBySide(schoolIds, width, async (schoolId) => {
    for (const member of await listMembers(ctx, schoolId)) if (concerns(member)) staffIds.add(member.staffId);
  });
  await sideBySide([...staffIds], width, async (staffId) => void (await applyRulesToPerson(ctx, staffId, book)));
}

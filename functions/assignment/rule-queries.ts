import { readCatalog } from "../curriculum/queries.ts";
import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import { log } from "../platform/log.ts";
import type { Versioned } from "../platform/record.ts";
import { findTask } from "../platform/task.ts";
import { listEverySchool } from "../roster/queries.ts";
import type { School } from "../roster/records.ts";
import { titleOf } from "./due-rules.ts";
import { type Rule, rules, type RuleState, ruleStates, ruleVersions } from "./records.ts";
import { troubleOf } from "./rule-health.ts";
import type { RuleHistory, RulesPage, RuleTrouble, RuleView } from "./rule-contract.ts";

type Saved = Rule & Versioned;

/** Every rule there is, switched off or not, by name. One that cannot be read changes nothing, and keeps nobody from the others. */
async function listRules(ctx: Context): Promise<Saved[]> {
  const all = await ctx.table.list(rules, "RULE", undefined, ({ SK }, error) =>
    log("error", "a rule cannot be read and changes nothing", { districtId: ctx.district.id, row: `RULE / ${SK}`, error: String(error) }),
  );
  return all.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A rule by id; `not-found` when there is none. */
export async function readRule(ctx: Context, ruleId: string): Promise<Saved> {
  const rule = await ctx.table.get(rules, { of: "RULE", at: ruleId });
  if (!rule) throw notFound("rule");
  return rule;
}

/** How a rule is doing; undefined for one of which nothing is known beside the rule itself. */
export function findRuleState(ctx: Context, ruleId: string): Promise<(RuleState & Versioned) | undefined> {
  return ctx.table.get(ruleStates, { of: "RULESTATE", at: ruleId });
}

/** What the rules ask today, read once for many people. `stumbling` are rules that cannot do what they say and are not stopped yet. */
export type RuleBook = {
  /** The rules that change people's ledgers: neither stopped nor in trouble. */
  rules: Saved[];
  schools: ReadonlyMap<string, School & Versioned>;
  stumbling: { rule: Saved; trouble: RuleTrouble }[];
};

/**
 * Reads the rules, how they are doing, and every school: three queries. Schools that are about to change can be given as
 * they will be: then it is what the rules ask once they are so.
 */
export async function readRuleBook(ctx: Context, changed: readonly School[] = []): Promise<RuleBook> {
  const [all, states, schoolRows, catalog] = await Promise.all([
    listRules(ctx),
    ctx.table.list(ruleStates, "RULESTATE"),
    listEverySchool(ctx),
    readCatalog(ctx),
  ]);
  const schools = new Map(schoolRows.map((school) => [school.id, school]));
  for (const school of changed) schools.set(school.id, { ...school, version: schools.get(school.id)?.version ?? 0 });
  const around = { catalog, schools, certifications: await ctx.certificates.offered() };
  const running = all.filter((rule) => !isStopped(rule, states));
  const stumbling = running.flatMap((rule) => {
    const trouble = troubleOf(rule, around);
    return trouble ? [{ rule, trouble }] : [];
  });
  return { rules: running.filter((rule) => !stumbling.some((one) => one.rule === rule)), schools, stumbling };
}

function isStopped({ id, version }: Saved, states: readonly RuleState[]): boolean {
  return states.some(({ ruleId, stopped }) => ruleId === id && stopped?.ruleVersion === version);
}

/** The rules as the administrator sees them, and what their conditions can name. */
export async function rulesPage(ctx: Context): Promise<RulesPage> {
  const [all, states] = await Promise.all([listRules(ctx), ctx.table.list(ruleStates, "RULESTATE")]);
  const stateOf = new Map(states.map((state) => [state.ruleId, state]));
  return {
    rules: await Promise.all(all.map((rule) => ruleView(ctx, rule, stateOf.get(rule.id)))),
    certifications: await ctx.certificates.offered(),
  };
}

/** A rule as the administrator sees it. */
export async function ruleView(ctx: Context, rule: Saved, state: RuleState | undefined): Promise<RuleView> {
  const stopped = state?.stopped?.ruleVersion === rule.version ? state.stopped : undefined;
  const task = state?.applying && (await findTask(ctx, state.applying.taskId));
  return {
    ...(await savedRule(ctx, rule)),
    ...(stopped && { stopped: { because: stopped.because, what: stopped.what, since: stopped.since } }),
    ...(task && task.state !== "done" && { task: { id: task.id, state: task.state, done: task.done, total: task.total } }),
  };
}

async function savedRule(ctx: Context, rule: Saved): Promise<RuleView> {
  const { id, version, name, audience, target, due, effectiveFrom, effectiveUntil, isActive } = rule;
  return {
    id,
    version,
    name,
    audience,
    target,
    due,
    effectiveFrom,
    ...(effectiveUntil !== undefined && { effectiveUntil }),
    isActive,
    targetTitle: titleOf(target, await readCatalog(ctx)),
  };
}

/** Every version of a rule, the latest first. Of one saved before versions were kept, the present one alone is known. */
export async function ruleHistory(ctx: Context, ruleId: string): Promise<RuleHistory> {
  const [rule, kept] = await Promise.all([readRule(ctx, ruleId), ctx.table.list(ruleVersions, `RULEV#${ruleId}`)]);
  const versions = await Promise.all(
    kept.map(async ({ number, rule: saved, savedAt, savedBy }) => ({
      ...(await savedRule(ctx, { ...saved, version: number })),
      savedAt,
      savedByName: savedBy.name,
    })),
  );
  const isKnown = versions.some(({ version }) => version === rule.version);
  return { versions: [...versions, ...(isKnown ? [] : [await savedRule(ctx, rule)])].toSorted((a, b) => b.version - a.version) };
}

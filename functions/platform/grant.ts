import type { ApiScope } from "./contract.ts";
import type { AccessGrant, Context } from "./context.ts";
import { AppError, notFound } from "./errors.ts";
import { jobPermissions, type Permission, neverOneself, permissions, type Reach, scopePermissions } from "./permissions.ts";

/** Whom or what an action touches, as far as permission depends on it. */
export type Subject =
  | { kind: "self" }
  | { kind: "staff"; staffId: string; coachId: string | undefined; schoolIds: string[] }
  | { kind: "school"; schoolId: string }
  | { kind: "district" };

declare const permitted: unique symbol;

/** A context that was checked for a permission. Only `grant` and `grantJob` make one; actions accept nothing else. */
export type Granted<P extends Permission> = Context & { readonly [permitted]: P };

/**
 * Checks that the actor may do this to the subject. Refuses with `not-allowed` when no role of theirs includes the
 * permission at all, and with `not-found` when it does but not for this subject: whether it exists is not theirs to know.
 */
export function grant<P extends Permission>(ctx: Context, permission: P, subject: Subject): Granted<P> {
  if (isPermitted(ctx, permission, subject)) return ctx as Granted<P>;
  if (subject.kind === "staff" || subject.kind === "school") {
    if (reachesOf(ctx, permission).length > 0) throw notFound(subject.kind === "staff" ? "person" : "school");
  }
  throw notAllowed();
}

/**
 * Refuses someone of whom no role includes the permission, before anything about the subject is read: what exists and
 * what does not are answered alike.
 */
export function requireAny(ctx: Context, permission: Permission): void {
  if (ctx.actor.kind === "apiKey" && !isInScope(ctx.actor.scopes, permission)) throw notAllowed();
  if (ctx.actor.kind === "person" && reachesOf(ctx, permission).length === 0) throw notAllowed();
}

function notAllowed(): AppError {
  return new AppError("not-allowed", "Your role does not include this. Your district administrator can tell you who can help.");
}

/** Whether `grant` would succeed; for leaving out what a page should not offer. */
export function isPermitted(ctx: Context, permission: Permission, subject: Subject): boolean {
  const { actor } = ctx;
  if (actor.kind === "job") return (jobPermissions[actor.name] as readonly Permission[]).includes(permission);
  // A key reads what concerns the whole district, and nobody in it.
  if (actor.kind === "apiKey") return subject.kind === "district" && isInScope(actor.scopes, permission);
  const isOneself = subject.kind === "self" || (subject.kind === "staff" && subject.staffId === actor.staffId);
  if (isOneself && neverOneself.has(permission)) return false;
  return reachesOf(ctx, permission).some(({ reach, held }) => covers(actor.staffId, reach, held, subject));
}

function isInScope(scopes: readonly ApiScope[], permission: Permission): boolean {
  return scopes.some((scope) => (scopePermissions[scope] as readonly Permission[]).includes(permission));
}

function reachesOf(ctx: Context, permission: Permission): { reach: Reach; held: AccessGrant }[] {
  if (ctx.actor.kind !== "person") return [];
  const byRole: Partial<Record<string, Reach>> = permissions[permission];
  return ctx.actor.grants.flatMap((held) => {
    const reach = byRole[held.role];
    return reach ? [{ reach, held }] : [];
  });
}

function covers(actorId: string, reach: Reach, held: AccessGrant, subject: Subject): boolean {
  if (subject.kind === "self") return true;
  if (reach === "district") return true;
  if (subject.kind === "district") return false;
  if (subject.kind === "school") return reach === "school" && "schoolIds" in held && held.schoolIds.includes(subject.schoolId);
  switch (reach) {
    case "self":
      return subject.staffId === actorId;
    case "caseload":
      return subject.coachId === actorId && subject.staffId !== actorId;
    case "school":
      return held.role === "schoolLeader" && subject.schoolIds.some((id) => held.schoolIds.includes(id));
  }
}

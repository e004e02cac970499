import type { ResourceView } from "../../functions/curriculum/contract.ts";
import type { ResourceKind } from "../../functions/curriculum/reference-content.ts";
import type { JobRole } from "../../functions/roster/contract.ts";

/** What of the library is shown; all of it where nothing is chosen. */
export type LibraryFilter = { q?: string; role?: JobRole; tier?: number; kind?: ResourceKind };

/** What of an address is a choice that the page offers; the rest is left out. */
export function knownFilter(
  { q, role, tier, kind }: { [K in keyof LibraryFilter]: unknown },
  { roles, kinds }: { roles: readonly JobRole[]; kinds: readonly ResourceKind[] },
): LibraryFilter {
  return {
    ...(typeof q === "string" && q !== "" && { q }),
    ...(isOneOf(roles, role) && { role }),
    ...(isOneOf([1, 2, 3], tier) && { tier }),
    ...(isOneOf(kinds, kind) && { kind }),
  };
}

function isOneOf<T>(all: readonly T[], one: unknown): one is T {
  return (all as readonly unknown[]).includes(one);
}

/** Whether an entry is shown. One that names no role is for everyone, one that names no tier for all of them. */
export function matches({ title, publisher, about, roles, tiers, kind }: ResourceView, filter: LibraryFilter): boolean {
  const text = [title, publisher, about].join(" ").toLowerCase();
  return (
    (filter.q ?? "")
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word)) &&
    (filter.role === undefined || roles.length === 0 || roles.includes(filter.role)) &&
    (filter.tier === undefined || tiers.length === 0 || tiers.includes(filter.tier)) &&
    (filter.kind === undefined || kind === filter.kind)
  );
}

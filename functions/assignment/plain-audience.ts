/** Roles, levels and schools, as audiences were written before conditions: kept for rules that were saved then. */
export type PlainAudience = { roles: readonly string[]; levels?: readonly string[]; schoolIds?: readonly string[] };

/** A plain audience as the expression it stands for; an expression is left as it is. */
export function modernAudience(stored: unknown): unknown {
  if (typeof stored !== "object" || stored === null || !("roles" in stored)) return stored;
  const { roles, levels = [], schoolIds = [] } = stored as PlainAudience;
  return {
    anyOf: [
      {
        allOf: [
          { about: "role", anyOf: roles },
          ...(levels.length > 0 ? [{ about: "level", anyOf: levels }] : []),
          ...(schoolIds.length > 0 ? [{ about: "school", anyOf: schoolIds }] : []),
        ],
      },
    ],
  };
}

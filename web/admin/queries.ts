import { queryOptions } from "@tanstack/react-query";
import type { EffectKind } from "../../functions/assignment/effects-contract.ts";
import type { PreviewKind, RosterDiagnostic } from "../../functions/roster/import-contract.ts";
import { ask, client } from "../app/api.ts";

const { imports } = client.api.roster;

/** The roster imports so far, the latest first. */
export const importsQuery = queryOptions({ queryKey: ["imports"], queryFn: () => ask(imports.$get()) });

/** Whose rows OneRoster files are read without, by title. */
export const titlesLeftOutQuery = queryOptions({
  queryKey: ["titles-left-out"],
  queryFn: () => ask(client.api.roster["titles-left-out"].$get()),
});

/** What one import would change, or did. */
export const importQuery = (id: string) =>
  queryOptions({ queryKey: ["imports", id], queryFn: () => ask(imports[":importId"].$get({ param: { importId: id } })) });

/** Whom an import changes in one way, from a place in the list on. */
export const previewQuery = (id: string, { kind, name, from }: { kind: PreviewKind; name: string; from: number }) =>
  queryOptions({
    queryKey: ["imports", id, "people", kind, name, from],
    queryFn: () => ask(imports[":importId"].people.$get({ param: { importId: id }, query: { kind, name, from: String(from) } })),
  });

/** What follows from an import for what people are asked to learn; asked for again until that is worked out. */
export const effectsQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", id, "effects"],
    queryFn: () => ask(imports[":importId"].effects.$get({ param: { importId: id } })),
    refetchInterval: ({ state: { data } }) => (data?.state === "working" ? 1_500 : false),
  });

/** Whose path an import changes in one way, from a place in the list on. */
export const effectPeopleQuery = (id: string, { kind, name, from }: { kind: EffectKind; name: string; from: number }) =>
  queryOptions({
    queryKey: ["imports", id, "effects", kind, name, from],
    queryFn: () => ask(imports[":importId"].effects.people.$get({ param: { importId: id }, query: { kind, name, from: String(from) } })),
  });

/** The rows of an import that need someone, from a place in the list on. */
export const diagnosticsQuery = (id: string, { severity, from }: { severity?: RosterDiagnostic["severity"]; from: number }) =>
  queryOptions({
    queryKey: ["imports", id, "diagnostics", severity, from],
    queryFn: () =>
      ask(imports[":importId"].diagnostics.$get({ param: { importId: id }, query: { from: String(from), ...(severity && { severity }) } })),
  });

/** The district's assignment rules. */
export const rulesQuery = queryOptions({
  queryKey: ["rules"],
  queryFn: () => ask(client.api.rules.$get()),
  // Asked for again while a rule is on its way to people.
  refetchInterval: ({ state: { data } }) =>
    data?.rules.some(({ task }) => task?.state === "waiting" || task?.state === "running") ? 2_000 : false,
});

/** Every version of one rule. */
export const ruleHistoryQuery = (ruleId: string) =>
  queryOptions({
    queryKey: ["rules", ruleId, "history"],
    queryFn: () => ask(client.api.rules[":ruleId"].history.$get({ param: { ruleId } })),
  });

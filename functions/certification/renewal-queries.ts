import type { Catalog } from "../curriculum/content.ts";
import type { Context } from "../platform/context.ts";
import type { LocalDate } from "../platform/dates.ts";
import type { Language } from "../platform/language.ts";
import type { Item } from "../platform/table.ts";
import type { Staff } from "../roster/records.ts";
import { candidateFrom, readCandidate, standingOf } from "./queries.ts";
import { readDefinitions } from "./read-definitions.ts";
import { refreshes } from "./records.ts";
import type { RefreshView } from "./refresh-contract.ts";
import { refreshOf } from "./refresh-rules.ts";
import { certificationProgress } from "./rules.ts";
import { nextTerm } from "./term-rules.ts";
import { requirementWords } from "./words.ts";

/** A change that the holder of a certificate was asked to look at and has not: by when, and what is left of it in each language. */
export type OpenRefresh = {
  certificationId: string;
  title: string;
  /** Which certificate, and how often something was added to what is asked. */
  cycle: string;
  askedOn: LocalDate;
  dueOn: LocalDate;
  left: Record<Language, string[]>;
};

/**
 * What a person is asked to look at and has not done, of each certification once, from rows that were read already. Most people have
 * nothing here, and it costs nothing.
 */
export function openRefreshesFrom(ctx: Context, rows: { staff: Staff; items: Item[]; catalog: Catalog }): OpenRefresh[] {
  if (rows.items.every(({ type }) => type !== refreshes.type)) return [];
  const candidate = candidateFrom(ctx, rows);
  const standing = standingOf(ctx, candidate);
  return candidate.held.flatMap((certificate) => {
    const say = (language: Language) => refreshOf(certificate, candidate, standing, requirementWords[language]);
    const [en, es] = [say("en"), say("es")];
    const times = candidate.refreshes.find(({ certificateId }) => certificateId === certificate.id)?.times;
    if (!en || !es || en.isDone || times === undefined) return [];
    const left = (view: RefreshView): string[] => view.parts.flatMap(({ title, isDone }) => (isDone ? [] : [title]));
    const { certificationId, title, id } = certificate;
    return [
      { certificationId, title, cycle: `${id}.${times}`, askedOn: en.askedOn, dueOn: en.dueOn, left: { en: left(en), es: left(es) } },
    ];
  });
}

/**
 * What a person still lacks for the renewal of a certificate, each thing in words and in each language: a mail is said in its reader's.
 * Undefined where there is no renewal to do.
 */
export async function missingForRenewal(
  ctx: Context,
  { staffId, certificationId }: { staffId: string; certificationId: string },
): Promise<Record<Language, string[]> | undefined> {
  const [candidate, definitions] = await Promise.all([readCandidate(ctx, staffId), readDefinitions(ctx)]);
  const definition = definitions.find(({ id }) => id === certificationId);
  const term = candidate && definition && nextTerm(candidate.held, definition, ctx.today);
  if (!term || term.isRenewal !== true) return undefined;
  const standing = standingOf(ctx, candidate);
  const missing = (language: Language): string[] =>
    certificationProgress(definition, standing, term, requirementWords[language]).requirements.flatMap(({ isMet, title }) =>
      isMet ? [] : [title],
    );
  return { en: missing("en"), es: missing("es") };
}

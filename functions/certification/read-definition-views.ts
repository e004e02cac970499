import type { Context } from "../platform/context.ts";
import { notFound } from "../platform/errors.ts";
import type { DefinitionsPage, DefinitionView } from "./decision-contract.ts";
import { type DefinitionChoices, Validity } from "./definition-contract.ts";
import { type CertificationDefinition, certificationOf } from "./ladder-rules.ts";
import { inLanguage } from "./definitions.ts";
import { readDefinitions } from "./read-definitions.ts";
import { definitionEditions } from "./records.ts";
import { termDates } from "./term-rules.ts";

function choicesOf({ isOffered, requirements, renewal, validity, typicalHours, reviewers }: CertificationDefinition): DefinitionChoices {
  return { isOffered, requirements, renewal, validity, typicalHours, reviewers };
}

/** The certifications as an administrator reads and changes them, each with its editions, the latest first. */
export async function readDefinitionViews(ctx: Context): Promise<DefinitionsPage> {
  const [definitions, editions] = await Promise.all([readDefinitions(ctx), ctx.table.list(definitionEditions, "CDEF")]);
  return {
    definitions: definitions.map((definition) => {
      const { id, title, level, role, summary, version } = inLanguage(definition, ctx.language);
      return {
        id,
        title,
        level,
        ...(role !== undefined && { role }),
        summary,
        version,
        choices: choicesOf(definition),
        shipped: choicesOf(certificationOf(id) ?? definition),
        examples: Validity.shape.basis.options.map((basis) => ({
          basis,
          expiresOn: termDates({ ...definition.validity, basis }, { earnedOn: ctx.today, follows: undefined }).expiresOn,
        })),
        editions: editions
          .filter(({ certificationId }) => certificationId === id)
          .map(({ edition, savedBy, savedAt, reason }) => ({ edition, savedBy, savedAt, reason }))
          .toSorted((a, b) => b.edition - a.edition),
      };
    }),
  };
}

/** One of them; `not-found` when there is none with this id. */
export async function readDefinitionView(ctx: Context, certificationId: string): Promise<DefinitionView> {
  const found = (await readDefinitionViews(ctx)).definitions.find(({ id }) => id === certificationId);
  if (!found) throw notFound("certification");
  return found;
}

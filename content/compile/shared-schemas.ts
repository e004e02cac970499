import * as z from "zod";
import { ResourceKind } from "../../functions/curriculum/reference-content.ts";
import { JobRole } from "../../functions/roster/contract.ts";
import { kebab, listOf, moduleId, plain, translates, wholeNumber } from "./schemas.ts";

/**
 * The shape of the files that modules share. Each message is written as the fix that the author reads.
 */

const address = z.string().regex(/^https:\/\/[^\s/]+\.\S+$/, "Use the full `https://` address.");

/** `glossary.yaml` */
export const GlossaryYaml = z.strictObject({
  translates,
  terms: z.array(
    z.strictObject({
      id: kebab,
      term: plain,
      also: z.array(plain).default([]),
      definition: plain,
      notToBeConfusedWith: z
        .array(z.strictObject({ id: kebab, difference: plain }))
        .max(3, "Keep the three that people really mix up.")
        .default([]),
      module: moduleId,
    }),
  ),
});
export type GlossaryYaml = z.infer<typeof GlossaryYaml>;

const column = listOf(plain, 2, 4);

/** `model.yaml` */
export const ModelYaml = z.strictObject({
  version: plain,
  elements: z.array(
    z.strictObject({
      id: kebab,
      name: plain,
      settles: plain,
      why: plain,
      fit: z.enum(["tight", "loose"]),
      owner: plain,
      evidence: plain,
      reviewMonths: wholeNumber,
      expected: column,
      developmental: column,
      unacceptable: column,
      modules: listOf(moduleId, 1, 8),
    }),
  ),
});
export type ModelYaml = z.infer<typeof ModelYaml>;

/** `inventories/<id>.yaml` */
export const InventoryYaml = z.strictObject({
  id: z.enum(["school", "district"]),
  title: plain,
  version: plain,
  about: plain,
  planningTarget: z.number().int().min(1).max(100),
  areas: z.array(
    z.strictObject({
      id: kebab,
      name: plain,
      tier: z.number().int().min(1).max(3).optional(),
      items: z.array(
        z.strictObject({
          id: z.string().regex(/^[sd]\d{2}$/, "Write `s` or `d` and two digits, such as `s06`."),
          text: plain,
          anchors: listOf(plain, 4, 4),
          evidence: plain,
        }),
      ),
    }),
  ),
});
export type InventoryYaml = z.infer<typeof InventoryYaml>;

/** `library.yaml` */
export const LibraryYaml = z.strictObject({
  resources: z.array(
    z
      .strictObject({
        id: kebab,
        title: plain,
        publisher: plain,
        kind: ResourceKind,
        url: address,
        minutes: wholeNumber,
        about: plain,
        roles: z.array(JobRole).default([]),
        tiers: z.array(z.number().int().min(1).max(3)).default([]),
        elements: z.array(kebab).default([]),
        modules: z.array(moduleId).default([]),
        captions: z.boolean().default(false),
        transcript: address.optional(),
      })
      .refine(({ kind, captions, transcript }) => kind !== "recording" || (captions && transcript !== undefined), {
        path: ["kind"],
        message: "A recording needs `captions: true` and the address of a `transcript`; without them it cannot be offered.",
      }),
  ),
});
export type LibraryYaml = z.infer<typeof LibraryYaml>;

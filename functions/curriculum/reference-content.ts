import * as z from "zod";
import { JobRole } from "../roster/contract.ts";

/**
 * What the modules share, as `content/compile` emits it: the glossary, the Common Model as a district first finds it,
 * the two inventories and the library.
 */

const Text = z.string();

/** A word of the field, what it means here, and what it is mistaken for. */
export const Term = z.object({
  id: Text,
  term: Text,
  also: z.array(Text),
  definition: Text,
  notToBeConfusedWith: z.array(z.object({ id: Text, difference: Text })),
  module: Text,
});
export type Term = z.infer<typeof Term>;

export const Glossary = z.object({ terms: z.array(Term) });
export type Glossary = z.infer<typeof Glossary>;

/** One element of the Common Model with its practice profile in three columns (docs/domain.md, "Common Model"). */
export const ModelElement = z.object({
  id: Text,
  name: Text,
  settles: Text,
  why: Text,
  /** `tight`: the same in every school. `loose`: adapted by a school, with the variant recorded. */
  fit: z.enum(["tight", "loose"]),
  owner: Text,
  evidence: Text,
  reviewMonths: z.number().int().positive(),
  expected: z.array(Text),
  developmental: z.array(Text),
  unacceptable: z.array(Text),
  modules: z.array(Text),
});
export type ModelElement = z.infer<typeof ModelElement>;

export const CommonModel = z.object({ version: Text, elements: z.array(ModelElement) });
export type CommonModel = z.infer<typeof CommonModel>;

/** An inventory that a team scores from 0 to 3 by anchors that can be seen; its target is for planning and not validated. */
export const Inventory = z.object({
  id: z.enum(["school", "district"]),
  title: Text,
  version: Text,
  about: Text,
  planningTarget: z.number().int(),
  areas: z.array(
    z.object({
      id: Text,
      name: Text,
      tier: z.number().int().min(1).max(3).optional(),
      items: z.array(z.object({ id: Text, text: Text, anchors: z.array(Text).length(4), evidence: Text })),
    }),
  ),
});
export type Inventory = z.infer<typeof Inventory>;

export const ResourceKind = z.enum(["guide", "recording", "course", "tool"]);
export type ResourceKind = z.infer<typeof ResourceKind>;

/** A recording, guide, course or tool. A recording has captions and a transcript, or it is not in the library. */
export const Resource = z.object({
  id: Text,
  title: Text,
  publisher: Text,
  kind: ResourceKind,
  url: Text,
  minutes: z.number().positive(),
  about: Text,
  /** For whom; empty means everyone. */
  roles: z.array(JobRole),
  tiers: z.array(z.number().int().min(1).max(3)),
  elements: z.array(Text),
  modules: z.array(Text),
  hasCaptions: z.boolean(),
  transcriptUrl: Text.optional(),
});
export type Resource = z.infer<typeof Resource>;

export const Library = z.object({ resources: z.array(Resource) });
export type Library = z.infer<typeof Library>;

import * as z from "zod";

/** `failed`: it could not go on by itself; `stopped`: a person ended it. Both can be resumed where they stood. */
export const TaskState = z.enum(["waiting", "running", "done", "failed", "stopped"]);
export type TaskState = z.infer<typeof TaskState>;

/** Long work as the page that follows it shows it. `total` is 0 while it is not known yet; `outcome` is the kind's own. */
export const TaskView = z.object({
  id: z.string(),
  kind: z.string(),
  state: TaskState,
  done: z.number(),
  total: z.number(),
  askedByName: z.string(),
  askedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** How much of it is done in a second, since it last began to run. */
  perSecond: z.number().optional(),
  finishedAt: z.iso.datetime().optional(),
  failure: z.string().optional(),
  outcome: z.unknown().optional(),
});
export type TaskView = z.infer<typeof TaskView>;

/** What a key may be for. `figures`: the district's figures across schools, read only. */
export const ApiScope = z.enum(["figures"]);
export type ApiScope = z.infer<typeof ApiScope>;

export const NewApiKey = z.object({
  name: z.string().trim().min(1, "Say what the key is for.").max(80, "Use up to 80 letters."),
  scopes: z.array(ApiScope).min(1),
  expiresOn: z.iso.date(),
});
export type NewApiKey = z.infer<typeof NewApiKey>;

/** A key as administrators see it: never the key itself. */
export const ApiKeyView = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(ApiScope),
  prefix: z.string(),
  createdAt: z.iso.datetime(),
  createdByName: z.string(),
  expiresOn: z.iso.date(),
  state: z.enum(["active", "expired", "revoked"]),
  lastUsedOn: z.iso.date().optional(),
  revokedAt: z.iso.datetime().optional(),
  revokedByName: z.string().optional(),
});
export type ApiKeyView = z.infer<typeof ApiKeyView>;

/** A new key. `token` is there once: a repeated request is told that the key exists, and not what it is. */
export const CreatedApiKey = z.object({ key: ApiKeyView, token: z.string().optional() });
export type CreatedApiKey = z.infer<typeof CreatedApiKey>;

/**
 * Where a message stands. `sent`: the mail service took it; `delivered`: the recipient's server took it; `bounced`: it
 * came back; `complained`: the recipient called it unwanted; `failed`: it was given up; `cancelled`: it was not to go out.
 */
export const MessageState = z.enum(["pending", "sending", "sent", "delivered", "bounced", "complained", "failed", "cancelled"]);
export type MessageState = z.infer<typeof MessageState>;

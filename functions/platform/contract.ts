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

/**
 * Where a message stands. `sent`: the mail service took it; `delivered`: the recipient's server took it; `bounced`: it
 * came back; `complained`: the recipient called it unwanted; `failed`: it was given up; `cancelled`: it was not to go out.
 */
export const MessageState = z.enum(["pending", "sending", "sent", "delivered", "bounced", "complained", "failed", "cancelled"]);
export type MessageState = z.infer<typeof MessageState>;

import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import { fullName } from "../../roster/rules.ts";
import type { OutsideAgain, OutsideInput, OutsideOutcome } from "../contract.ts";
import { findOutsideCredit, readCredit } from "../queries.ts";
import { type OutsideCredit, outsideCredits } from "../records.ts";
import { courseKey } from "../rules.ts";

type Writer = Granted<"credit:write">;

/** Enters a course that the signed-in person took elsewhere; it counts once it is approved. */
export async function enterOutsideCredit(ctx: Writer, input: OutsideInput): Promise<OutsideOutcome> {
  const staffId = signedInStaffId(ctx);
  const { staff, said } = await accepted(ctx, staffId, input);
  return save(ctx, "outside-credit.submitted", {
    version: 0,
    id: ctx.newId("crd"),
    staffId,
    staffName: fullName(staff),
    ...said,
    state: "submitted",
    submittedAt: ctx.now.toISOString(),
    reviews: [],
  });
}

/** Sends in again what came back or was taken back, as it is now; what was said of it is kept. */
export async function enterOutsideCreditAgain(
  ctx: Writer,
  { creditId, version, ...input }: OutsideAgain & { creditId: string },
): Promise<OutsideOutcome> {
  const before = await ownCredit(ctx, creditId);
  if ((before.state !== "returned" && before.state !== "withdrawn") || before.version !== version)
    throw new AppError(
      "conflict",
      "This course has changed since you opened it. Reload to see how it stands; what you wrote is kept on this device.",
    );
  const { said } = await accepted(ctx, before.staffId, input, creditId);
  const { link: _, standard: __, ...kept } = before;
  return save(ctx, "outside-credit.submitted", { ...kept, ...said, state: "submitted", submittedAt: ctx.now.toISOString() });
}

/** Takes a course back: it counts no more, stays to be read, and can be sent in again. */
export async function withdrawOutsideCredit(ctx: Writer, creditId: string): Promise<OutsideOutcome> {
  const before = await ownCredit(ctx, creditId);
  if (before.state === "withdrawn") throw new AppError("conflict", "This course was taken back already. Reload to see how it stands.");
  return save(ctx, "outside-credit.withdrawn", { ...before, state: "withdrawn" });
}

async function ownCredit(ctx: Writer, creditId: string): Promise<OutsideCredit & Versioned> {
  const credit = await findOutsideCredit(ctx, signedInStaffId(ctx), creditId);
  if (!credit) throw notFound("course");
  return credit;
}

/** What may be entered: over by today, with something that shows it, and not in one's hours already. */
async function accepted(ctx: Writer, staffId: string, { noStudentData: _, ...said }: OutsideInput, itself?: string) {
  const refuse = (path: string, message: string) =>
    new AppError("invalid-input", "Correct what is named and send it again. Nothing was entered.", {
      fields: [{ path: `json.${path}`, message }],
    });
  const facts = await readCredit(ctx, staffId);
  if (!facts) throw notFound("person");
  if (said.completedOn > ctx.today) throw refuse("completedOn", "Choose today or a day before it.");
  if (said.evidence === "" && said.link === undefined)
    throw refuse("evidence", "Write what shows that you took part, or give a link to the certificate.");
  const isSame = (other: Pick<OutsideCredit, "title" | "provider" | "completedOn">): boolean => courseKey(other) === courseKey(said);
  const isEntered = facts.outside.some((one) => one.id !== itself && one.state !== "withdrawn" && isSame(one));
  const isOurs = facts.entries.some(
    ({ kind, title, provider }) => kind === "module" && isSame({ title, provider, completedOn: said.completedOn }),
  );
  if (isEntered || isOurs) throw refuse("title", "This is in your hours already; it counts once.");
  return { staff: facts.staff, said };
}

/** Neither the audit nor the answer says what was written: both would outlive a correction. */
function save(ctx: Writer, action: string, credit: OutsideCredit & Versioned): Promise<OutsideOutcome> {
  const { id, staffId, state, minutes, completedOn, version } = credit;
  return commit(ctx, {
    action,
    subject: `staff:${staffId}`,
    writes: [outsideCredits.put(credit)],
    after: { creditId: id, state, minutes, completedOn },
    result: { id, state, version: version + 1 },
  });
}

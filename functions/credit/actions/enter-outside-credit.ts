import { commit } from "../../platform/commit.ts";
import { signedInStaffId } from "../../platform/context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import type { Granted } from "../../platform/grant.ts";
import type { Versioned } from "../../platform/record.ts";
import { fullName } from "../../roster/rules.ts";
import type { CoursePlan, OutsideAgain, OutsideInput, OutsideOutcome } from "../contract.ts";
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

/** Asks for a course to be approved before it is taken. It counts once it was taken, and what shows that was approved. */
export async function askBeforehand(ctx: Writer, { endsOn, noStudentData: _, ...said }: CoursePlan): Promise<OutsideOutcome> {
  const staffId = signedInStaffId(ctx);
  if (endsOn < ctx.today) throw refuse("endsOn", "Choose today or a day after it. A course that is over is entered with what shows it.");
  const { staff } = await notThereYet(ctx, staffId, { ...said, completedOn: endsOn });
  return save(ctx, "outside-credit.asked", {
    version: 0,
    id: ctx.newId("crd"),
    staffId,
    staffName: fullName(staff),
    ...said,
    completedOn: endsOn,
    evidence: "",
    state: "asked",
    submittedAt: ctx.now.toISOString(),
    reviews: [],
  });
}

/**
 * Sends in what was approved beforehand, once it is over; or again what came back or was taken back, as it is now. What was
 * said of it is kept. What was approved beforehand stays the same course.
 */
export async function enterOutsideCreditAgain(
  ctx: Writer,
  { creditId, version, ...input }: OutsideAgain & { creditId: string },
): Promise<OutsideOutcome> {
  const before = await ownCredit(ctx, creditId);
  const isOpen = before.state === "returned" || before.state === "withdrawn" || before.state === "agreed";
  if (!isOpen || before.version !== version)
    throw new AppError(
      "conflict",
      "This course has changed since you opened it. Reload to see how it stands; what you wrote is kept on this device.",
    );
  const isOther = courseKey({ ...input, completedOn: "" }) !== courseKey({ ...before, completedOn: "" });
  if (before.agreed && isOther) throw refuse("title", "This one was approved beforehand. Enter another course as a new one.");
  const { staff, said } = await accepted(ctx, before.staffId, input, creditId);
  const { link: _, standard: __, topics: ___, ...kept } = before;
  const again = { ...kept, ...said, staffName: fullName(staff), submittedAt: ctx.now.toISOString() };
  return save(ctx, "outside-credit.submitted", { ...again, state: "submitted" });
}

/** Takes a course back: it counts no more, stays to be read, and can be sent in again. */
export async function withdrawOutsideCredit(ctx: Writer, creditId: string): Promise<OutsideOutcome> {
  const before = await ownCredit(ctx, creditId);
  if (before.state === "withdrawn" || before.state === "refused")
    throw new AppError("conflict", "This course was taken back already. Reload to see how it stands.");
  return save(ctx, "outside-credit.withdrawn", { ...before, state: "withdrawn" });
}

async function ownCredit(ctx: Writer, creditId: string): Promise<OutsideCredit & Versioned> {
  const credit = await findOutsideCredit(ctx, signedInStaffId(ctx), creditId);
  if (!credit) throw notFound("course");
  return credit;
}

const refuse = (path: string, message: string): AppError =>
  new AppError("invalid-input", "Correct what is named and send it again. Nothing was entered.", {
    fields: [{ path: `json.${path}`, message }],
  });

/** What may be entered: over by today, with something that shows it, and not in one's hours already. */
async function accepted(ctx: Writer, staffId: string, { noStudentData: _, ...said }: OutsideInput, itself?: string) {
  if (said.completedOn > ctx.today) throw refuse("completedOn", "Choose today or a day before it.");
  if (said.evidence === "" && said.link === undefined)
    throw refuse("evidence", "Write what shows that you took part, or give a link to the certificate.");
  return { ...(await notThereYet(ctx, staffId, said, itself)), said };
}

type Course = Pick<OutsideCredit, "title" | "provider" | "completedOn">;

async function notThereYet(ctx: Writer, staffId: string, said: Course, itself?: string) {
  const facts = await readCredit(ctx, staffId);
  if (!facts) throw notFound("person");
  const isSame = (other: Course): boolean => courseKey(other) === courseKey(said);
  const isEntered = facts.outside.some((one) => one.id !== itself && one.state !== "withdrawn" && one.state !== "refused" && isSame(one));
  const isOurs = facts.entries.some(
    ({ kind, title, provider }) => kind === "module" && isSame({ title, provider, completedOn: said.completedOn }),
  );
  if (isEntered || isOurs) throw refuse("title", "This is in your hours already; it counts once.");
  return { staff: facts.staff };
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

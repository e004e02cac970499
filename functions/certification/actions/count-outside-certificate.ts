import type { Context } from "../../platform/context.ts";
import type { LocalDate } from "../../platform/dates.ts";
import { AppError } from "../../platform/errors.ts";
import { idFrom } from "../../platform/ids.ts";
import type { RecordWrite } from "../../platform/record.ts";
import { certificationOf } from "../ladder-rules.ts";
import { heldElsewhere, type HeldElsewhere, heldElsewherePrefix } from "../elsewhere-records.ts";

const readOwn = (ctx: Context, staffId: string) => ctx.table.list(heldElsewhere, `U#${staffId}`, { prefix: heldElsewherePrefix });

/**
 * What to write so that a certificate of another district, known by its badge, counts as certificates of ours being held. None of ours is
 * issued by it, and nothing but the requirement to hold one is met by it.
 */
export async function countOutsideCertificate(
  ctx: Context,
  input: Pick<HeldElsewhere, "staffId" | "badgeId" | "title" | "issuer" | "issuerHost" | "heldSince" | "until" | "by"> & {
    certificationIds: readonly string[];
  },
): Promise<RecordWrite<"fact">[]> {
  const { certificationIds, ...row } = input;
  if (certificationIds.length === 0) return [];
  if (certificationIds.some((id) => certificationOf(id) === undefined))
    throw new AppError("invalid-input", "Correct what is named and send it again. Nothing was saved.", {
      fields: [{ path: "json.certificationIds", message: "Choose certificates from the list; one of these does not exist." }],
    });
  const own = await readOwn(ctx, row.staffId);
  return [...new Set(certificationIds)].map((certificationId) => {
    const before = own.find((one) => one.badgeId === row.badgeId && one.certificationId === certificationId);
    const id = before?.id ?? idFrom("hld", ctx.district.id, row.staffId, row.badgeId, certificationId);
    return heldElsewhere.put({ ...row, id, certificationId, decidedOn: ctx.today, version: before?.version ?? 0 });
  });
}

/** What to write so that it counts for nothing from a day on; what was earned by then stays, and that it counted stays on record. */
export async function uncountOutsideCertificate(
  ctx: Context,
  { staffId, badgeId, on }: { staffId: string; badgeId: string; on: LocalDate },
): Promise<RecordWrite<"fact">[]> {
  return (await readOwn(ctx, staffId))
    .filter((one) => one.badgeId === badgeId && one.revoked === undefined)
    .map((one) => heldElsewhere.put({ ...one, revoked: { on } }));
}

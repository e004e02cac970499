import type { ContentSource } from "../../functions/platform/context.ts";
import { commit } from "../../functions/platform/commit.ts";
import { messages } from "../../functions/platform/outbox.ts";
import { issueCertificate } from "../../functions/certification/actions/issue-certificate.ts";
import { certificates, publicCertificates } from "../../functions/certification/records.ts";
import { type Enrollment, enrollments } from "../../functions/learning/records.ts";
import { newEnrollment, withAcceptedPractice, withAttempt, withLesson } from "../../functions/learning/rules.ts";
import { contentOf, type MemoryWorld, moduleOf, openMemoryWorld, openWorld } from "../learning/world.ts";

export const coreIds = ["m01", "m02", "m03", "m04", "m05", "m06"];
const core = coreIds.map((id) => moduleOf({ id, hash: `${id}-v1`, lessons: ["one"] }));
const later = ["m07", "m08"].map((id) => moduleOf({ id, lessons: ["one"] }));
const path = (role: string, ids: string[]) => ({ role, modules: ids.map((id) => ({ id, dueDays: 10 })) });

/** The shared core, two modules beyond it, and two paths of which one leaves out part of the core. */
export const content: ContentSource = contentOf(
  [...core, ...later],
  [path("teacher", [...coreIds, "m07"]), path("paraprofessional", ["m01", "m02", "m03", "m05"])],
);

/** A module learned at an instant: read and its check passed; with its practice accepted too where asked. */
export function learned(staffId: string, moduleId: string, at: string, withPractice = false): Enrollment {
  const module = [...core, ...later].find((one) => one.content.id === moduleId)!.content;
  const read = withAttempt(withLesson(newEnrollment(staffId, module, at), module, "one", at), module, { percent: 80, itemIds: [], at });
  return withPractice ? withAcceptedPractice(read, module, at) : read;
}

export type CertificationWorld = Awaited<ReturnType<typeof openCertificationWorld>>;

/** A database whose people can be made ready for a certificate. */
export const openCertificationWorld = async () => readied(await openWorld(content));

/** The same in memory, which answers at once. */
export const openMemoryCertificationWorld = async () => readied(await openMemoryWorld(content));

function readied<Store extends Pick<MemoryWorld, "contextOf" | "job">>(world: Store) {
  const reader = () => world.contextOf({ kind: "job", name: "certification" });
  /** Enters what a person learned, over what was there. */
  const enter = async (all: Enrollment[]) => {
    const ctx = world.job("setup", "roster:write");
    for (const enrollment of all) {
      const before = await ctx.table.get(enrollments, { of: `U#${enrollment.staffId}`, at: `E#${enrollment.moduleId}` });
      const writes = [enrollments.put({ ...enrollment, version: before?.version ?? 0 })];
      await commit(ctx, { action: "entered", subject: `staff:${enrollment.staffId}`, writes, result: null });
    }
  };
  return {
    ...world,
    enter,
    /** Learns the whole core, with one practice task accepted. */
    makeReady: (staffId: string, at = "2026-10-01T15:00:00.000Z") => enter(coreIds.map((id, i) => learned(staffId, id, at, i === 0))),
    issue: (staffId: string) =>
      issueCertificate(world.job("certification", "certificate:issue"), { staffId, certificationId: "foundations" }),
    held: (staffId: string) => reader().table.list(certificates, `U#${staffId}`, { prefix: "CERT#" }),
    mail: (staffId: string) => reader().table.list(messages, `OUTU#${staffId}`, { index: "index2" }),
    /** Revokes a certificate and its public row, as a district does for falsified evidence. */
    async revoke(staffId: string, revokedOn: string) {
      const ctx = world.job("certification", "certificate:issue");
      const [latest] = (await reader().table.list(certificates, `U#${staffId}`, { prefix: "CERT#" })).toReversed();
      const row = await ctx.table.get(publicCertificates, { of: `PUB#CERT#${latest!.publicId}`, at: "CERT" });
      const writes = [certificates.put({ ...latest!, revokedOn }), publicCertificates.put({ ...row!, revokedOn })];
      await commit(ctx, { action: "certificate.revoked", subject: `staff:${staffId}`, writes, result: null });
    },
  };
}

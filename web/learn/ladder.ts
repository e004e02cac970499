import type {
  AppealView,
  ApplicationView,
  CertificatesPage,
  CertificateView,
  CertificationProgress,
} from "../../functions/certification/contract.ts";

const levels: readonly CertificationProgress["level"][] = ["foundations", "practitioner", "endorsement", "coach", "trainer"];

/** One step of the ladder: a certification, and where the person stands with it. */
export type Rung = {
  certificationId: string;
  title: string;
  level: CertificationProgress["level"];
  state: "held" | "renew" | "suspended" | "review" | "returned" | "ready" | "next" | "later";
  met: number;
  total: number;
  expiresOn?: string;
};

/** The latest term of each certification, and the terms before them, the latest first. */
export function byTerm(certificates: readonly CertificateView[]): { latest: CertificateView[]; earlier: CertificateView[] } {
  return { latest: certificates.filter(({ isLatest }) => isLatest), earlier: certificates.filter(({ isLatest }) => !isLatest) };
}

/** What is on the way, parted into what lies with reviewers, the one to do next, and the others, in the order of the ladder. */
export function waysOf(progress: readonly CertificationProgress[]): {
  waiting: CertificationProgress[];
  next: CertificationProgress | undefined;
  others: CertificationProgress[];
} {
  const waiting = progress.filter(({ application }) => application?.state === "underReview" || application?.state === "accepted");
  const open = progress.filter((one) => !waiting.includes(one));
  const isWithinReach = ({ requirements }: CertificationProgress): boolean =>
    requirements.every(({ kind, isMet }) => kind !== "holds" || isMet);
  const next =
    open.find(({ application }) => application?.state === "returned") ??
    open.find(({ isReady }) => isReady) ??
    open.find(({ isRenewal }) => isRenewal) ??
    open.find(isWithinReach) ??
    open[0];
  return { waiting, next, others: open.filter((one) => one !== next) };
}

/** Every certification that concerns the person, from the first level up, each with where they stand. */
export function ladderOf({ certificates, progress }: Pick<CertificatesPage, "certificates" | "progress">): Rung[] {
  const { next } = waysOf(progress);
  const ahead = progress.map((way): Rung => {
    const { certificationId, title, level, requirements } = way;
    const last = byTerm(certificates).latest.find((one) => one.certificationId === certificationId);
    const isHeld = last?.status === "active" || last?.status === "renewalDue";
    return {
      certificationId,
      title,
      level,
      state: stateOf(way, { isHeld, isNext: way === next }),
      met: requirements.filter(({ isMet }) => isMet).length,
      total: requirements.length,
      ...(isHeld && { expiresOn: last.expiresOn }),
    };
  });
  const settled = byTerm(certificates).latest.flatMap(({ certificationId, title, level, status, expiresOn }): Rung[] => {
    if (ahead.some((rung) => rung.certificationId === certificationId)) return [];
    const rung = { certificationId, title, level, met: 0, total: 0 };
    if (status === "active" || status === "renewalDue") return [{ ...rung, state: "held", expiresOn }];
    return status === "suspended" ? [{ ...rung, state: "suspended" }] : [];
  });
  return [...ahead, ...settled].toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
}

function stateOf(way: CertificationProgress, { isHeld, isNext }: { isHeld: boolean; isNext: boolean }): Rung["state"] {
  const { application } = way;
  if (application?.state === "underReview" || application?.state === "accepted") return "review";
  if (application?.state === "returned") return "returned";
  if (way.isReady && way.reviewers > 0) return "ready";
  if (isHeld) return "renew";
  return isNext ? "next" : "later";
}

/** Whether a decision can be appealed on a day: in time, and not while or after the same decision was appealed. */
export function mayAppeal(
  { appealBy, appeal }: { appealBy?: string | undefined; appeal?: AppealView | undefined },
  { today, decidedAt }: { today: string; decidedAt: string | undefined },
): boolean {
  if (appealBy === undefined || appealBy < today) return false;
  // Whoever was put right and reads of a decision again reads of another one.
  if (appeal === undefined || appeal.state === "overturned") return true;
  return appeal.state !== "open" && decidedAt !== undefined && appeal.filedAt < decidedAt;
}

/** When an application was sent back last. */
export const returnedAt = ({ reviews }: Pick<ApplicationView, "reviews">): string | undefined =>
  reviews.filter(({ decision }) => decision === "return").at(-1)?.reviewedAt;

/** LinkedIn's own form for a certification, filled in; nothing reaches LinkedIn before it is opened there. */
export function linkedInUrl({
  title,
  districtName,
  issuedOn,
  expiresOn,
  publicId,
  verifyUrl,
}: Pick<CertificateView, "title" | "districtName" | "issuedOn" | "expiresOn" | "publicId" | "verifyUrl">): string {
  const month = (date: string): string => String(Number(date.slice(5, 7)));
  const form = new URLSearchParams({
    startTask: "CERTIFICATION_NAME",
    name: title,
    organizationName: districtName,
    issueYear: issuedOn.slice(0, 4),
    issueMonth: month(issuedOn),
    expirationYear: expiresOn.slice(0, 4),
    expirationMonth: month(expiresOn),
    certUrl: verifyUrl,
    certId: publicId,
  });
  return `https://www.linkedin.com/profile/add?${form.toString()}`;
}

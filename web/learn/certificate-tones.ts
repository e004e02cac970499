import type { CertificateView } from "../../functions/certification/contract.ts";
import type { Tone } from "../ui/badge.tsx";

/** The tone of each status; its word stands beside it. */
export const statusTones: Record<CertificateView["status"], Tone> = {
  active: "good",
  renewalDue: "warn",
  inGrace: "warn",
  lapsed: "neutral",
  suspended: "bad",
  revoked: "bad",
};

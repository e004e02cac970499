import type { Tone } from "../ui/badge.tsx";
import type { ShownStatus } from "./held-certificate.ts";

/** The tone of each status; its word stands beside it. */
export const statusTones: Record<ShownStatus, Tone> = {
  active: "good",
  renewalDue: "warn",
  inGrace: "warn",
  lapsed: "neutral",
  suspended: "bad",
  revoked: "bad",
  renewed: "neutral",
};

import type { CertificateView } from "../../functions/certification/contract.ts";

/** A certificate as its holder's page has it: Foundations, in its first term. */
export const certificate = (change: Partial<CertificateView> = {}): CertificateView => ({
  id: "crt_1",
  publicId: "p",
  certificationId: "foundations",
  title: "MTSS Foundations",
  level: "foundations",
  cycle: 1,
  holderName: "Rosa Vega",
  districtName: "Maple Valley Schools",
  issuedOn: "2026-11-02",
  renewalOpensOn: "2029-08-04",
  expiresOn: "2029-11-02",
  status: "active",
  origin: "earned",
  isShared: true,
  isReplaced: false,
  isLatest: true,
  clockHours: 1,
  verifyUrl: "https://throughline.example/verify/p",
  badgeUrl: "https://throughline.example/badges/maple/credentials/p",
  ...change,
});

import { expect, test } from "vitest";
import type { CertificateView } from "../../functions/certification/contract.ts";
import { heldCertificate, shownStatus } from "../../web/learn/held-certificate.ts";
import { certificate } from "./certificate.ts";

test("a certificate is held in its term and in its window to renew, and not once it lapsed or was revoked", () => {
  const held = (status: CertificateView["status"]) => heldCertificate([certificate({ status })])?.status;
  expect((["active", "renewalDue", "lapsed", "suspended", "revoked"] as const).map(held)).toEqual([
    "active",
    "renewalDue",
    undefined,
    undefined,
    undefined,
  ]);
  expect(heldCertificate([])).toBeUndefined();
});

test("a certificate renewed early is not asked to be renewed again, in whatever order the terms come", () => {
  const terms = [certificate({ status: "renewalDue", isLatest: false }), certificate({ id: "crt_2", cycle: 2, expiresOn: "2032-11-02" })];
  for (const all of [terms, terms.toReversed()]) expect(heldCertificate(all)).toMatchObject({ cycle: 2, status: "active" });
});

test("a term that another has taken up is called renewed, whatever its own dates say, unless it was taken away", () => {
  const shown = (status: CertificateView["status"], isReplaced: boolean) => shownStatus({ status, isReplaced });
  expect((["active", "renewalDue", "inGrace", "lapsed"] as const).map((status) => shown(status, true))).toEqual(Array(4).fill("renewed"));
  expect((["suspended", "revoked"] as const).map((status) => shown(status, true))).toEqual(["suspended", "revoked"]);
  expect(shown("renewalDue", false)).toBe("renewalDue");
});

test("a term that was revoked is not outlived by the one before it", () => {
  expect(
    heldCertificate([certificate({ status: "renewalDue", isLatest: false }), certificate({ cycle: 2, status: "revoked" })]),
  ).toBeUndefined();
});

test("of two certifications the one that ends first is named", () => {
  const other = certificate({ id: "crt_9", certificationId: "other", expiresOn: "2028-01-01", status: "renewalDue" });
  expect(heldCertificate([certificate({}), other])?.id).toBe("crt_9");
});

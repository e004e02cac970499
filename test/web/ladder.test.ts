import { describe, expect, it } from "vitest";
import type { CertificateView, CertificationProgress, Requirement } from "../../functions/certification/contract.ts";
import { byTerm, ladderOf, linkedInUrl, mayAppeal, waysOf } from "../../web/learn/ladder.ts";
import { certificate } from "./certificate.ts";

const met: Requirement = { id: "module:m01", kind: "module", title: "m01", isMet: true, done: 1, needed: 1 };
const holds: Requirement = { ...met, id: "holds:0", kind: "holds", isMet: false, done: 0 };

const way = (certificationId: string, change: Partial<CertificationProgress> = {}): CertificationProgress => ({
  certificationId,
  title: certificationId,
  level: "practitioner",
  summary: "",
  isRenewal: false,
  cycle: 1,
  requirements: [{ ...met, isMet: false, done: 0 }],
  isReady: false,
  reviewers: 1,
  ...change,
});
const foundations = way("foundations", { level: "foundations", reviewers: 0 });
const practitioner = way("practitioner-teacher", { requirements: [holds, met] });
const coach = way("coach", { level: "coach", requirements: [holds] });

const application = (state: "underReview" | "returned"): CertificationProgress["application"] => ({
  id: "app_1",
  certificationId: "practitioner-teacher",
  title: "",
  cycle: 1,
  state,
  submittedAt: "2026-11-01T10:00:00Z",
  statement: "",
  reviews: [],
  stillNeeded: 1,
  version: 1,
});

describe("the way that is shown first", () => {
  it("is the first level for someone new, with the others behind it", () => {
    const { next, others, waiting } = waysOf([foundations, practitioner, coach]);
    expect([next?.certificationId, others.map(({ certificationId }) => certificationId), waiting]).toEqual([
      "foundations",
      ["practitioner-teacher", "coach"],
      [],
    ]);
  });

  it("is what was sent back before what is ready, that before a renewal, and a renewal before what is new", () => {
    const returned = way("a", { application: application("returned") });
    const ready = way("b", { isReady: true });
    const renewal = way("c", { isRenewal: true });
    expect(waysOf([foundations, renewal, ready, returned]).next).toBe(returned);
    expect(waysOf([foundations, renewal, ready]).next).toBe(ready);
    expect(waysOf([foundations, renewal]).next).toBe(renewal);
  });

  it("is not one that asks for a certificate which is missing, while another is within reach", () => {
    expect(waysOf([practitioner, way("team-facilitator", { level: "endorsement" })]).next?.certificationId).toBe("team-facilitator");
  });

  it("is never what lies with reviewers", () => {
    const under = way("practitioner-teacher", { isReady: true, application: application("underReview") });
    expect(waysOf([under])).toEqual({ waiting: [under], next: undefined, others: [] });
  });
});

describe("the ladder", () => {
  it("goes from the first level up and says of each where the person stands", () => {
    const rungs = ladderOf({ certificates: [certificate()], progress: [coach, { ...practitioner, requirements: [met], isReady: true }] });
    expect(rungs.map(({ certificationId, state }) => [certificationId, state])).toEqual([
      ["foundations", "held"],
      ["practitioner-teacher", "ready"],
      ["coach", "later"],
    ]);
  });

  it("says of a certificate in its window that it is held and to be renewed, and of one in grace that it is next", () => {
    const renewal = { ...foundations, isRenewal: true, cycle: 2 };
    const stateOf = (status: CertificateView["status"]) =>
      ladderOf({ certificates: [certificate({ status })], progress: [renewal] })[0]?.state;
    expect([stateOf("renewalDue"), stateOf("inGrace")]).toEqual(["renew", "next"]);
  });

  it("leaves out nothing that is on hold", () => {
    expect(ladderOf({ certificates: [certificate({ status: "suspended" })], progress: [] })).toMatchObject([{ state: "suspended" }]);
  });
});

it("a later term stands for its certification, and the ones before it are kept apart", () => {
  const [first, second] = [certificate({ isLatest: false }), certificate({ id: "crt_2", cycle: 2 })];
  expect(byTerm([second, first])).toEqual({ latest: [second], earlier: [first] });
});

describe("a decision can be appealed", () => {
  const today = "2026-11-20";
  const appeal = { id: "apl_1", of: "return" as const, filedAt: "2026-11-05T10:00:00Z", reason: "", state: "upheld" as const };
  it("until its last day, that day included", () => {
    const decidedAt = "2026-11-01T10:00:00Z";
    expect(["2026-11-20", "2026-11-19", undefined].map((appealBy) => mayAppeal({ appealBy }, { today, decidedAt }))).toEqual([
      true,
      false,
      false,
    ]);
  });
  it("once: not while an appeal of it is open or after it was decided, but again after another decision", () => {
    const appealBy = "2026-12-01";
    const may = (state: "open" | "upheld", decidedAt: string) =>
      mayAppeal({ appealBy, appeal: { ...appeal, state } }, { today, decidedAt });
    expect([may("open", "2026-11-01T10:00:00Z"), may("upheld", "2026-11-01T10:00:00Z"), may("upheld", "2026-11-10T10:00:00Z")]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("again, on the same day even, when what was put right is revoked again", () => {
    const putRight = { ...appeal, state: "overturned" } as const;
    expect(mayAppeal({ appealBy: "2026-12-01", appeal: putRight }, { today, decidedAt: putRight.filedAt.slice(0, 10) })).toBe(true);
  });
});

it("LinkedIn's form is filled in with the certificate's own words, dates and address", () => {
  const url = new URL(linkedInUrl(certificate()));
  expect(url.origin + url.pathname).toBe("https://www.linkedin.com/profile/add");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    startTask: "CERTIFICATION_NAME",
    name: "MTSS Foundations",
    organizationName: "Maple Valley Schools",
    issueYear: "2026",
    issueMonth: "11",
    expirationYear: "2029",
    expirationMonth: "11",
    certUrl: "https://throughline.example/verify/p",
    certId: "p",
  });
});

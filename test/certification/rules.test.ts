import fc from "fast-check";
import { latestTerm } from "../../functions/certification/latest-term-rules.ts";
import { deciderProblem } from "../../functions/certification/application-rules.ts";
import { describe, expect, it } from "vitest";
import { certifications, foundations } from "../../functions/certification/definitions.ts";
import type { Certificate } from "../../functions/certification/records.ts";
import { certificateStatus, isInForce } from "../../functions/certification/status-rules.ts";
import { certificationProgress, clockHours, creditedMinutes } from "../../functions/certification/rules.ts";
import { nextTerm, termHandedIn } from "../../functions/certification/term-rules.ts";
import { coreModules, type Standing } from "../../functions/certification/requirement-rules.ts";
import { emptyPortfolio } from "../../functions/portfolio/rules.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { shippedCatalog } from "../../functions/curriculum/queries.ts";
import type { Catalog } from "../../functions/curriculum/content.ts";
import { content, coreIds, learned } from "./world.ts";
import { requirementWords } from "../../functions/certification/words.ts";

const zone = "America/New_York";
const catalog = await shippedCatalog({ content });
const dates = { renewalOpensOn: "2029-08-04", expiresOn: "2029-11-02" };
const certificate = (change: Partial<Certificate> = {}): Certificate => ({
  id: "crt_1",
  publicId: "p",
  staffId: "stf_1",
  certificationId: "foundations",
  cycle: 1,
  title: foundations.title,
  holderName: "Rosa Vega",
  districtName: "Maple Valley Schools",
  issuedOn: "2026-11-02",
  issuedAt: "2026-11-02T15:00:00.000Z",
  clockHours: 1,
  modules: {},
  practice: [],
  ...dates,
  ...change,
});

describe("a certificate's status", () => {
  it("follows from its dates, each of its days included", () => {
    const on = (day: string) => certificateStatus(dates, day);
    expect([on("2029-08-03"), on("2029-08-04"), on("2029-11-02"), on("2029-11-03")]).toEqual([
      "active",
      "renewalDue",
      "renewalDue",
      "lapsed",
    ]);
  });

  it("is revoked from the day of revocation on, also after it would have lapsed", () => {
    const revoked = { ...dates, revokedOn: "2027-01-05" };
    expect(["2027-01-04", "2027-01-05", "2031-01-01"].map((day) => certificateStatus(revoked, day))).toEqual([
      "active",
      "revoked",
      "revoked",
    ]);
    expect(isInForce(revoked, "2027-01-05")).toBe(false);
    expect(isInForce(dates, "2029-11-02")).toBe(true);
  });
});

describe("the next term", () => {
  it("begins at one and lasts three years, with a window of 90 days before its last day", () => {
    expect(nextTerm([], foundations, "2026-11-02")).toMatchObject({ cycle: 1, earnedFrom: undefined, ...dates });
    expect(nextTerm([], foundations, "2028-02-29")).toMatchObject({ expiresOn: "2031-02-28" });
  });

  it("does not exist while the last one is neither in its window nor over", () => {
    expect(nextTerm([certificate()], foundations, "2029-08-03")).toBeUndefined();
  });

  it("continues the last one when renewed in its window, early or on its last day", () => {
    for (const today of ["2029-08-04", "2029-11-02"])
      expect(nextTerm([certificate()], foundations, today)).toMatchObject({ cycle: 2, earnedFrom: "2029-08-04", expiresOn: "2032-11-02" });
  });

  it("begins anew after a lapse or a revocation", () => {
    expect(nextTerm([certificate()], foundations, "2030-01-10")).toMatchObject({
      cycle: 2,
      expiresOn: "2033-01-10",
      needsNewPractice: false,
    });
    const revoked = nextTerm([certificate({ revokedOn: "2027-01-05" })], foundations, "2027-02-01");
    expect(revoked).toMatchObject({ cycle: 2, earnedFrom: "2027-01-05", expiresOn: "2030-02-01", needsNewPractice: true });
  });

  it("does not exist while one earned again after a revocation is in force, though the revoked one would have run longer", () => {
    const held = [
      certificate({ issuedOn: "2023-06-30", renewalOpensOn: "2026-04-01", expiresOn: "2026-06-30" }),
      certificate({ cycle: 2, issuedOn: "2026-04-05", renewalOpensOn: "2029-04-01", expiresOn: "2029-06-30", revokedOn: "2026-04-10" }),
      certificate({ cycle: 3, issuedOn: "2026-05-01", renewalOpensOn: "2029-01-31", expiresOn: "2029-05-01" }),
    ];
    expect(nextTerm(held, foundations, "2026-05-02")).toBeUndefined();
    expect(nextTerm(held.slice(0, 2), foundations, "2026-05-01")).toMatchObject({ cycle: 3, needsNewPractice: true });
    expect(nextTerm(held, foundations, "2029-02-01")).toMatchObject({ cycle: 4, isRenewal: true });
  });

  it("does not exist while the last one is suspended, also after its last day: people decide that", () => {
    const suspended = certificate({ suspendedOn: "2029-10-20", graceEndsOn: "2030-01-01" });
    for (const today of ["2029-10-21", "2029-11-03", "2030-02-01"]) expect(nextTerm([suspended], foundations, today)).toBeUndefined();
  });

  it("stays a renewal for what was handed in while it was one, however late its reviewers are", () => {
    const held = [certificate({ graceEndsOn: "2030-01-01" })];
    const late = { handedInOn: "2029-12-28", today: "2030-01-10" };
    expect(termHandedIn(held, foundations, late)).toMatchObject({ isRenewal: true, issuedOn: "2030-01-10", expiresOn: "2032-11-02" });
    expect(termHandedIn(held, foundations, { handedInOn: "2030-01-05", today: "2030-01-10" })).toMatchObject({ isRenewal: false });
  });

  it("keeps the window a certificate was issued with, whatever the rule says later", () => {
    const shorter = { ...foundations, validity: { ...foundations.validity, windowDays: 30 } };
    expect(nextTerm([certificate()], shorter, "2029-08-10")).toMatchObject({ cycle: 2, earnedFrom: "2029-08-04" });
  });

  it("does not drift over five terms renewed early, on time or late, and never gives a certificate that is over on arrival", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 5, maxLength: 5 }), (daysIntoWindow) => {
        let held = [certificate()];
        for (const days of daysIntoWindow) {
          const last = held.at(-1)!;
          const today = addDays(last.renewalOpensOn, days);
          const term = nextTerm(held, foundations, today)!;
          expect(term.expiresOn > today).toBe(true);
          held = [...held, certificate({ cycle: term.cycle, expiresOn: term.expiresOn, renewalOpensOn: term.renewalOpensOn })];
        }
        expect(held.map(({ expiresOn, cycle }) => `${cycle} ${expiresOn}`)).toEqual(
          ["2029", "2032", "2035", "2038", "2041", "2044"].map((year, i) => `${i + 1} ${year}-11-02`),
        );
      }),
    );
  });
});

const world = (await content.readJson("catalog.json")) as Catalog;
/** A teacher of the test's district who has done this and nothing else. */
const standing = (enrollments: Standing["enrollments"], change: Partial<Standing> = {}): Standing => ({
  enrollments,
  catalog: world,
  roles: ["teacher"],
  held: [],
  portfolio: emptyPortfolio,
  refreshed: {},
  elsewhere: [],
  zone,
  today: "2026-11-02",
  ...change,
});
const firstTerm = nextTerm([], foundations, "2026-11-02")!;
const progress = (enrollments: Standing["enrollments"], change: Partial<Standing> = {}, term = firstTerm) =>
  certificationProgress(foundations, standing(enrollments, change), term, requirementWords.en);

describe("what Foundations asks for", () => {
  const ids = (roles: Parameters<typeof coreModules>[1]) => coreModules(catalog, roles).map(({ id }) => id);

  it("is the core modules on the path of each role a person holds", () => {
    expect(ids(["paraprofessional"])).toEqual(["m01", "m02", "m03", "m05"]);
    expect(ids(["teacher"])).toEqual(coreIds);
    expect(ids(["paraprofessional", "teacher"])).toEqual(coreIds);
  });

  it("is the whole core for someone whose role has no path", () => {
    expect(ids(["psychologist"])).toEqual(coreIds);
    expect(ids([])).toEqual(coreIds);
  });

  it("is met by every module's content and one accepted practice task, and by nothing less", () => {
    const at = "2026-10-01T15:00:00.000Z";
    const all = coreIds.map((id, i) => learned("stf_1", id, at, i === 2));
    const ready = (enrollments: typeof all) => progress(enrollments).isReady;
    expect(ready(all)).toBe(true);
    for (const { moduleId } of all) expect(ready(all.filter((one) => one.moduleId !== moduleId))).toBe(false);
    expect(ready(coreIds.map((id) => learned("stf_1", id, at)))).toBe(false);
    expect(ready([...coreIds.map((id) => learned("stf_1", id, at)), learned("stf_1", "m07", at, true)])).toBe(true);
  });

  it("is never met by having nothing to learn", () => {
    const done = [learned("stf_1", "m07", "2026-10-01T15:00:00.000Z", true)];
    expect(progress(done, { catalog: { ...world, modules: [], paths: [] } }).isReady).toBe(false);
  });

  it("counts no requirement beyond its whole", () => {
    const all = coreIds.map((id) => learned("stf_1", id, "2026-10-01T15:00:00.000Z", true));
    for (const { done, needed } of progress(all).requirements) expect(done).toBeLessThanOrEqual(needed);
  });

  it("asks for the checks again in a renewal, from the local day the person's own window opened", () => {
    const term = nextTerm([certificate()], foundations, "2029-08-10")!;
    const done = (at: string) => coreIds.map((id) => learned("stf_1", id, at, true));
    const ready = (at: string) => progress(done(at), { today: "2029-08-10" }, term).isReady;
    // 03:59 in London on 4 August is still the evening of the 3rd in New York.
    expect([ready("2026-10-01T15:00:00.000Z"), ready("2029-08-04T03:59:00.000Z"), ready("2029-08-04T04:00:00.000Z")]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe("clock hours", () => {
  it("are whole quarter hours, never more than the minutes", () => {
    expect([0, 14, 15, 59, 60, 200].map(clockHours)).toEqual([0, 0, 0.25, 0.75, 1, 3.25]);
    fc.assert(
      fc.property(fc.nat(100_000), (minutes) => {
        expect(clockHours(minutes) * 60).toBeLessThanOrEqual(minutes);
        expect(minutes - clockHours(minutes) * 60).toBeLessThan(15);
      }),
    );
  });

  it("state no minute twice: a renewal, or another certificate, counts what was credited since", () => {
    const enrollments = [
      learned("stf_1", "m01", "2026-10-01T15:00:00.000Z", true),
      learned("stf_1", "m02", "2027-01-01T15:00:00.000Z", true),
    ];
    const first = { issuedAt: "2026-11-02T15:00:00.000Z", modules: { m01: "v1", m02: "v1" } };
    expect(creditedMinutes({ enrollments, moduleIds: coreIds }, [])).toBe(80);
    expect(creditedMinutes({ enrollments, moduleIds: coreIds }, [first])).toBe(40);
  });
});

it("a certificate says that its holder was observed, or handed work in, only where it asks for that", () => {
  for (const { id, requirements, meaning, summary, spanish } of certifications) {
    const kinds = new Set(requirements.map(({ kind }) => kind));
    const english = `${summary} ${meaning}`;
    const words = `${spanish.summary} ${spanish.meaning}`;
    expect({ id, english: /observ|\bseen\b/.test(english), spanish: /observ|persona preparada/.test(words) }).toEqual({
      id,
      english: kinds.has("observations"),
      spanish: kinds.has("observations"),
    });
    const says = { id, english: /record|cycle|learners' practice/.test(english), spanish: /registro|ciclo|participantes/.test(words) };
    expect(says).toEqual({ id, english: kinds.has("pieces"), spanish: kinds.has("pieces") });
  }
});

it("an appeal of a return is decided by no one whom the rules keep from reviewing it", () => {
  const appeal = { staffId: "stf_1", of: "return" as const, decidersBefore: ["stf_2"] };
  const ties = { coachId: "stf_3", ownCoachMayReview: false, recommendedBy: ["stf_4"] };
  const problem = (deciderId: string, of: "return" | "revocation" = "return") =>
    deciderProblem({ ...appeal, of }, { ids: [deciderId], coachId: undefined }, ties);
  for (const id of ["stf_1", "stf_2", "stf_3", "stf_4"]) expect(problem(id)).toBeDefined();
  expect(problem("stf_5")).toBeUndefined();
  expect(problem("stf_3", "revocation")).toBeUndefined();
  // Whoever is coached by the person could not well say no.
  expect(deciderProblem(appeal, { ids: ["stf_5"], coachId: "stf_1" }, ties)).toMatch(/coaches you/);
  expect(deciderProblem(appeal, { ids: ["stf_3", "stf_6"], coachId: undefined }, { ...ties, ownCoachMayReview: true })).toBeUndefined();
});

it("the term that counts is the one that ends last, whatever number it was entered with", () => {
  const now = certificate({ issuedOn: "2025-06-30", expiresOn: "2028-06-30" });
  const before = certificate({ cycle: 2, issuedOn: "2021-06-30", expiresOn: "2024-06-30", origin: "history" });
  for (const terms of [
    [now, before],
    [before, now],
  ])
    expect(latestTerm(terms)).toBe(now);
  expect(latestTerm([])).toBeUndefined();
});

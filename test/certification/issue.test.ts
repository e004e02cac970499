import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { issueToEveryone } from "../../functions/certification/actions/issue-to-everyone.ts";
import { certificationReactions } from "../../functions/certification/events.ts";
import { certificatesPage } from "../../functions/certification/queries.ts";
import { completeLesson } from "../../functions/learning/actions/complete-lesson.ts";
import { auditRows, commit } from "../../functions/platform/commit.ts";
import { react } from "../../functions/platform/reaction.ts";
import { members, schools } from "../../functions/roster/records.ts";
import type { Staff } from "../../functions/roster/records.ts";
import { contentOf, moduleOf, personOf } from "../learning/world.ts";
import { type CertificationWorld, content, coreIds, learned, openCertificationWorld } from "./world.ts";
import { runNow } from "../support/run-now.ts";

let world: CertificationWorld;
let person: Staff;
let staffId: string;
let people = 0;
beforeAll(async () => {
  world = await openCertificationWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set("2026-11-02T15:00:00Z");
  world.deploy(content);
  person = await world.put(personOf(`stf_${++people}`));
  staffId = person.id;
});

/** A stream record for a row of the person's partition, as the table sends it. */
const changed = (at: string, sequenceNumber: string): DynamoDBRecord => ({
  eventName: "MODIFY",
  dynamodb: { Keys: { PK: { S: `D#${world.districtId}#U#${staffId}` }, SK: { S: at } }, SequenceNumber: sequenceNumber },
});

describe("issuing", () => {
  it("gives a ready person one certificate that freezes who, what and when", async () => {
    await world.makeReady(staffId);
    const { isNew, certificate } = await world.issue(staffId);
    expect(isNew).toBe(true);
    expect(certificate).toMatchObject({
      cycle: 1,
      title: "MTSS Foundations",
      holderName: `Rosa Vega-${staffId}`,
      districtName: "Maple Valley Schools",
      issuedOn: "2026-11-02",
      expiresOn: "2029-11-02",
      status: "active",
      clockHours: 0.5,
      verifyUrl: `http://localhost:3000/verify/${certificate?.publicId}`,
    });
    const [row] = await world.held(staffId);
    expect(row).toMatchObject({
      renewalOpensOn: "2029-08-04",
      practice: ["m01"],
      modules: Object.fromEntries(coreIds.map((id) => [id, `${id}-v1`])),
    });
  });

  it("makes one certificate and one message when twenty workers issue at the same moment, and all answer the same one", async () => {
    await world.makeReady(staffId);
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.issue(staffId)));
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    for (const { certificate } of answers) expect(certificate).toEqual(answers[0]?.certificate);
    expect(await world.held(staffId)).toHaveLength(1);
    expect(await world.mail(staffId)).toHaveLength(1);
    const ctx = world.contextOf({ kind: "job", name: "certification" });
    const trail = await ctx.table.list(auditRows, `AUDS#staff:${staffId}`, { index: "index2" });
    expect(trail.filter(({ action }) => action === "certificate.issued").map(({ actor }) => actor)).toEqual(["job:certification"]);
  });

  it("answers the first certificate to a later call, and writes no second message", async () => {
    await world.makeReady(staffId);
    const first = await world.issue(staffId);
    world.clock.set("2027-03-01T15:00:00Z");
    expect(await world.issue(staffId)).toEqual({ ...first, isNew: false });
    expect(await world.mail(staffId)).toHaveLength(1);
  });

  it("gives nothing to someone who is not ready, and nothing to someone who does not exist", async () => {
    await world.enter(coreIds.slice(1).map((id) => learned(staffId, id, "2026-10-01T15:00:00.000Z", true)));
    expect(await world.issue(staffId)).toEqual({ isNew: false });
    expect(await world.issue("stf_nobody")).toEqual({ isNew: false });
    expect(await world.mail(staffId)).toEqual([]);
  });

  it("gives nothing, and writes to nobody, while someone is suspended, on leave or has left", async () => {
    await world.makeReady(staffId);
    for (const change of [{ status: "suspended" as const }, { status: "left" as const }, { leave: { from: "2026-10-15" } }]) {
      await world.put({ ...person, ...change });
      expect(await world.issue(staffId)).toEqual({ isNew: false });
    }
    expect(await world.held(staffId)).toEqual([]);
    expect(await world.mail(staffId)).toEqual([]);
    await world.put({ ...person, leave: { from: "2026-10-15", to: "2026-11-01" } });
    expect(await world.issue(staffId)).toMatchObject({ isNew: true });
  });

  it("is not undone by content edited afterwards, and does not depend on a whole percentage", async () => {
    await world.makeReady(staffId);
    const first = await world.issue(staffId);
    world.deploy(contentOf(coreIds.map((id) => moduleOf({ id, hash: "v2", lessons: ["one", "new"] }))));
    expect((await world.issue(staffId)).certificate).toEqual(first.certificate);
    const [row] = await world.held(staffId);
    expect(row?.modules).toMatchObject({ m01: "m01-v1" });
  });

  it("waits for a lesson that was added before the person was through", async () => {
    const edited = contentOf(coreIds.map((id) => moduleOf({ id, hash: "v2", lessons: id === "m06" ? ["one", "new"] : ["one"] })));
    world.deploy(edited);
    await world.enter(coreIds.slice(0, 5).map((id) => learned(staffId, id, "2026-10-01T15:00:00.000Z", true)));
    const { contentCompletedAt: _, ...unfinished } = learned(staffId, "m06", "2026-10-01T15:00:00.000Z");
    await world.enter([unfinished]);
    expect(await world.issue(staffId)).toEqual({ isNew: false });
    await completeLesson(world.learner(staffId), { staffId, moduleId: "m06", lessonId: "new" });
    expect(await world.issue(staffId)).toMatchObject({ isNew: true });
  });
});

describe("a second term", () => {
  it("is not issued before the window opens, nor in it for what was learned before", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    for (const now of ["2029-08-03T15:00:00Z", "2029-08-04T15:00:00Z", "2030-02-01T15:00:00Z"]) {
      world.clock.set(now);
      expect((await world.issue(staffId)).isNew).toBe(false);
    }
    expect(await world.mail(staffId)).toHaveLength(1);
  });

  it("is issued once the checks are passed again in the window; both certificates stay, each with its own dates", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    world.clock.set("2029-09-01T15:00:00Z");
    await world.makeReady(staffId, "2029-09-01T14:00:00.000Z");
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.issue(staffId)));
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    const page = await certificatesPage(world.contextOf({ kind: "job", name: "certification" }), staffId);
    expect(page.certificates.map(({ cycle, issuedOn, expiresOn }) => ({ cycle, issuedOn, expiresOn }))).toEqual([
      { cycle: 2, issuedOn: "2029-09-01", expiresOn: "2032-11-02" },
      { cycle: 1, issuedOn: "2026-11-02", expiresOn: "2029-11-02" },
    ]);
    expect(await world.mail(staffId)).toHaveLength(2);
    expect(new Set(page.certificates.map(({ publicId }) => publicId)).size).toBe(2);
  });

  it("can be earned after a revocation, with new checks and new practice, and both facts stay visible", async () => {
    await world.makeReady(staffId);
    await world.issue(staffId);
    await world.revoke(staffId, "2027-01-05");
    world.clock.set("2027-02-01T15:00:00Z");
    expect((await world.issue(staffId)).isNew).toBe(false);
    await world.enter(coreIds.map((id) => learned(staffId, id, "2027-01-20T15:00:00.000Z")));
    expect((await world.issue(staffId)).isNew).toBe(false);
    await world.enter([learned(staffId, "m07", "2027-01-21T15:00:00.000Z", true)]);
    expect((await world.issue(staffId)).isNew).toBe(true);
    const page = await certificatesPage(world.contextOf({ kind: "job", name: "certification" }), staffId);
    expect(page.certificates.map(({ cycle, status }) => [cycle, status])).toEqual([
      [2, "active"],
      [1, "revoked"],
    ]);
  });
});

describe("the reaction to what a person does", () => {
  it("issues once from duplicate, reordered and replayed records", async () => {
    await world.makeReady(staffId);
    const batch = [...coreIds.map((id, i) => changed(`E#${id}`, String(i))), changed("PROFILE", "9"), changed("E#m01", "0")];
    for (const records of [batch, batch, batch.toReversed()])
      expect(await react(world.services, certificationReactions, records)).toEqual([]);
    await Promise.all([react(world.services, certificationReactions, batch), react(world.services, certificationReactions, batch)]);
    expect(await world.held(staffId)).toHaveLength(1);
    expect(await world.mail(staffId)).toHaveLength(1);
  });

  it("is set off by what a person did, handed in or earned, and not by messages or other people's rows", () => {
    const [reaction] = certificationReactions;
    const concerns = (of: string, at: string) => reaction?.concerns({ of, at });
    expect(concerns(`U#${staffId}`, "E#m01")).toBe(staffId);
    expect(concerns(`U#${staffId}`, "PROFILE")).toBe(staffId);
    for (const at of ["CERT#foundations#0001", "OBS#obs_1", "REF#ref_1", "PIECE#pce_1", "CALIB#cal_1"])
      expect(concerns(`U#${staffId}`, at)).toBe(staffId);
    expect(concerns(`U#${staffId}`, "APP#coach#0001")).toBeUndefined();
    expect(concerns(`U#${staffId}#WORK`, "E#m01")).toBeUndefined();
    expect(concerns("OUT#msg_1", "MSG")).toBeUndefined();
  });

  it("leaves an unreadable enrollment out instead of failing, and never takes it for done", async () => {
    await world.makeReady(staffId);
    await world.table.write([
      { put: { PK: `D#${world.districtId}#U#${staffId}`, SK: "E#m03", type: "enrollment", version: 9, staffId: 7 } },
    ]);
    expect(await react(world.services, certificationReactions, [changed("E#m03", "1")])).toEqual([]);
    expect(await world.held(staffId)).toEqual([]);
  });
});

describe("the certificates page", () => {
  it("costs one query of the person, one of their certifications and the editions of modules, whatever a person has done", async () => {
    await world.makeReady(staffId);
    world.used.length = 0;
    await certificatesPage(world.contextOf({ kind: "job", name: "certification" }), staffId);
    expect(world.used.map(({ operation }) => operation).toSorted()).toEqual(["get", "query", "query"]);
  });

  it("says what is still missing, requirement by requirement", async () => {
    await world.enter([learned(staffId, "m01", "2026-10-01T15:00:00.000Z")]);
    const page = await certificatesPage(world.contextOf({ kind: "job", name: "certification" }), staffId);
    const [foundations] = page.progress;
    expect(page).toMatchObject({ personName: `Rosa Vega-${staffId}`, certificates: [], creditMinutes: 0 });
    expect(foundations).toMatchObject({ certificationId: "foundations", isReady: false });
    expect(foundations?.requirements.filter(({ isMet }) => isMet).map(({ moduleId }) => moduleId)).toEqual(["m01"]);
    expect(foundations?.requirements).toHaveLength(7);
  });

  it("shows no way to a certificate that is in force, until its window to renew opens", async () => {
    const read = async () => {
      const page = await certificatesPage(world.contextOf({ kind: "job", name: "certification" }), staffId);
      return { ...page, progress: page.progress.filter(({ certificationId }) => certificationId === "foundations") };
    };
    await world.makeReady(staffId);
    expect((await read()).progress).toMatchObject([{ isReady: true }]);
    await world.issue(staffId);
    expect(await read()).toMatchObject({ certificates: [{ status: "active" }], progress: [] });
    world.clock.set("2029-08-04T15:00:00Z");
    expect(await read()).toMatchObject({ certificates: [{ status: "renewalDue" }], progress: [{ isReady: false }] });
    world.clock.set("2029-11-03T15:00:00Z");
    expect(await read()).toMatchObject({ certificates: [{ status: "inGrace" }], progress: [{ isReady: false, isRenewal: true }] });
    world.clock.set("2030-01-02T15:00:00Z");
    expect(await read()).toMatchObject({ certificates: [{ status: "lapsed" }], progress: [{ isReady: false, isRenewal: false }] });
    await world.makeReady(staffId, "2030-01-02T14:00:00.000Z");
    await world.issue(staffId);
    expect((await read()).progress).toEqual([]);
  });
});

describe("the nightly look at everyone", () => {
  it("issues what no row told of, such as a leave that ended, and nothing the second time", async () => {
    const setup = world.job("setup", "roster:write");
    const school = { id: "sch_1", sourcedId: "1", name: "Maple Grove", level: "elementary" as const, isActive: true };
    const writes = [
      schools.put({ ...school, version: 0 }),
      members.put({ schoolId: "sch_1", staffId, name: "Rosa", roles: ["teacher"], version: 0 }),
    ];
    await commit(setup, { action: "school.added", subject: "school:sch_1", writes, result: null });
    await world.makeReady(staffId);
    await world.put({ ...person, leave: { from: "2026-10-15", to: "2026-11-02" } });
    const look = async () => {
      expect(await runNow(world.services, world.job("certification", "certificate:issue"), issueToEveryone)).toEqual({
        people: 1,
        failed: 0,
      });
      return (await world.held(staffId)).length;
    };
    expect(await look()).toBe(0);
    world.clock.set("2026-11-03T15:00:00Z");
    expect(await look()).toBe(1);
    expect(await look()).toBe(1);
  });
});

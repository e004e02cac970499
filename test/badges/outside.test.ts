import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addOutsideBadge } from "../../functions/badges/actions/add-outside-badge.ts";
import { checkOutsideBadges } from "../../functions/badges/actions/check-outside-badge.ts";
import { decideOutsideBadge } from "../../functions/badges/actions/decide-outside-badge.ts";
import type { OutsideBadgeDecision } from "../../functions/badges/outside-contract.ts";
import { readOutsideBadgeQueue, readOutsideBadges } from "../../functions/badges/outside-queries.ts";
import { certificatesPage } from "../../functions/certification/queries.ts";
import { checkOutsideBadges as checkOutside } from "../../functions/check/check-outside-badges.ts";
import { messages } from "../../functions/platform/outbox.ts";
import { pathPage } from "../../functions/assignment/queries.ts";
import { grant } from "../../functions/platform/grant.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { personOf } from "../learning/world.ts";
import { openLadderWorld, type LadderWorld } from "../certification/ladder-world.ts";
import { type BadgeWorld, openBadgeWorld, publishedBy } from "./world.ts";

/** Two districts that know nothing of each other: one issues badges, the people of the other bring them. */
let issuer: BadgeWorld;
let world: LadderWorld;
let people = 0;

beforeAll(async () => {
  [issuer, world] = await Promise.all([openBadgeWorld("https://elsewhere.example"), openLadderWorld()]);
  for (const one of [issuer, world]) one.clock.set("2026-11-02T15:00:00Z");
  const published = publishedBy(issuer);
  world.services.fetchText = (address) => published.text(address);
});
afterAll(() => Promise.all([issuer.close(), world.close()]));

async function newcomer() {
  const staff = await world.put(personOf(`stf_x${people++}`));
  const actor = { kind: "person" as const, staffId: staff.id, name: "Ana Ruiz", grants: [{ role: "staff" as const }] };
  return { staff, ctx: grant(world.contextOf(actor), "outsideBadge:add", { kind: "self" }) };
}
const admin = () =>
  world.contextOf({ kind: "person", staffId: "stf_admin", name: "Sam Whitfield", grants: [{ role: "districtAdministrator" }] });
const add = ({ staff, ctx }: Awaited<ReturnType<typeof newcomer>>, text: string) => addOutsideBadge(ctx, { staffId: staff.id, text });
const decide = (staffId: string, badgeId: string, input: OutsideBadgeDecision) =>
  decideOutsideBadge(grant(admin(), "outsideBadge:decide", { kind: "district" }), { staffId, badgeId, ...input });
const accept = {
  decision: "accept" as const,
  version: 1,
  moduleIds: ["m01", "m02"],
  certificationIds: [] as string[],
  reason: "",
  isRemembered: true,
};
/** The night's look at what counts. */
async function look(): Promise<void> {
  const faults: unknown[] = [];
  const ctx = grant(world.contextOf({ kind: "job", name: "badges" }), "outsideBadge:check", { kind: "district" });
  await checkOutsideBadges(ctx, (error) => faults.push(error));
  expect(faults).toEqual([]);
}
/** What their mails are about, in the order of their names. */
const mailsTo = async (staffId: string) =>
  (await admin().table.list(messages, `OUTU#${staffId}`, { index: "index2" })).map(({ subject }) => subject).toSorted();
const counted = async (staffId: string) => (await pathPage(admin(), staffId)).equivalencies.map(({ moduleId }) => moduleId);

describe("a badge that another issuer gave", () => {
  it("is added once in whichever form, says what was checked and whom it names, and counts for nothing by itself", async () => {
    const { badge } = await issuer.badged({ givenName: "Ana", familyName: "Ruiz", email: "ana@other.example" });
    const holder = await newcomer();
    const first = await add(holder, badge.jwt);
    expect(first).toMatchObject({
      state: "waiting",
      issuerHost: "elsewhere.example",
      check: { verdict: "valid", signature: { outcome: "good" }, status: { outcome: "good" } },
    });
    const again = await add(holder, JSON.stringify(badge.json));
    expect(again.id).toBe(first.id);
    expect((await readOutsideBadges(admin(), holder.staff.id)).badges).toHaveLength(1);
    expect(await counted(holder.staff.id)).toEqual([]);
    expect((await readOutsideBadgeQueue(admin())).badges.map(({ id }) => id)).toContain(first.id);
    await expect(add(await newcomer(), badge.jwt)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is said to name somebody else where it does, and to be the person's where their address proves it", async () => {
    const other = await issuer.badged({ givenName: "Wilhelmina", familyName: "Other" });
    const mine = await newcomer();
    expect(await add(mine, other.badge.jwt)).toMatchObject({ holderMatch: "different", holder: "Wilhelmina Other" });
    const proved = await newcomer();
    const own = await issuer.badged({ givenName: "W.", familyName: "Changed", email: proved.staff.email });
    expect(await add(proved, own.badge.jwt)).toMatchObject({ holderMatch: "address" });
  });

  it("is refused when it was altered, revoked, issued here or is no badge", async () => {
    const { badge, staffId } = await issuer.badged();
    const holder = await newcomer();
    const altered = structuredClone(badge.json) as { name?: string };
    altered.name = "Something else";
    for (const text of [JSON.stringify(altered), "no badge at all", `${badge.jwt}x`])
      await expect(add(holder, text)).rejects.toMatchObject({ code: "invalid-input" });
    await issuer.revoke(staffId, "2026-01-01");
    await issuer.bring(staffId);
    await expect(add(holder, badge.jwt)).rejects.toThrow(/withdrawn/);
    const before = world.services.origin;
    world.services.origin = "https://elsewhere.example";
    const { badge: ours } = await issuer.badged();
    const here = await newcomer();
    await expect(add(here, ours.jwt)).rejects.toThrow(/issued here/);
    world.services.origin = before;
    expect((await readOutsideBadges(admin(), holder.staff.id)).badges).toEqual([]);
  });

  it("counts for the modules an administrator chose until the day they chose, and the next of its kind comes with the same", async () => {
    const holder = await newcomer();
    const { badge } = await issuer.badged();
    const { id } = await add(holder, badge.jwt);
    const until = addDays(admin().today, 730);
    expect(await decide(holder.staff.id, id, { ...accept, until })).toMatchObject({
      state: "accepted",
      decision: { moduleIds: ["m01", "m02"] },
    });
    expect((await counted(holder.staff.id)).toSorted()).toEqual(["m01", "m02"]);
    await expect(decide(holder.staff.id, id, { ...accept, version: 2 })).rejects.toMatchObject({ code: "conflict" });
    const next = await newcomer();
    const { badge: another } = await issuer.badged();
    const added = await add(next, another.jwt);
    const waiting = (await readOutsideBadgeQueue(admin())).badges.find((one) => one.id === added.id);
    expect(waiting?.suggestion).toEqual({ moduleIds: ["m01", "m02"], certificationIds: [], until: "2028-11-02", isRemembered: true });
    world.clock.set(`${addDays(until, 1)}T15:00:00Z`);
    expect(await counted(holder.staff.id)).toEqual([]);
    world.clock.set("2026-11-02T15:00:00Z");
  });

  it("stands for itself where another counts for the same: when the first is over, the second holds", async () => {
    const holder = await newcomer();
    for (const until of ["2026-12-01", "2027-12-01"]) {
      const { id } = await add(holder, (await issuer.badged()).badge.jwt);
      await decide(holder.staff.id, id, { ...accept, moduleIds: ["m01"], isRemembered: false, until });
    }
    const path = async () => (await pathPage(admin(), holder.staff.id)).equivalencies.map(({ until = "" }) => until);
    expect((await path()).toSorted()).toEqual(["2026-12-01", "2027-12-01"]);
    world.clock.set("2026-12-02T15:00:00Z");
    expect(await path()).toEqual(["2027-12-01"]);
    world.clock.set("2026-11-02T15:00:00Z");
  });

  it("counts no more from the day on which its issuer is found to have revoked it, and its holder is told once; what cannot be looked at stays", async () => {
    const holder = await newcomer();
    const { badge, staffId } = await issuer.badged();
    const { id } = await add(holder, badge.jwt);
    await decide(holder.staff.id, id, { ...accept, moduleIds: ["m03"], isRemembered: false });
    const { fetchText } = world.services;
    world.services.fetchText = () => Promise.reject(new Error("away"));
    await look();
    world.services.fetchText = fetchText;
    expect(await counted(holder.staff.id)).toEqual(["m03"]);
    await issuer.revoke(staffId, "2026-01-01");
    await issuer.bring(staffId);
    await look();
    await look();
    expect(await counted(holder.staff.id)).toEqual([]);
    const [now] = (await readOutsideBadges(admin(), holder.staff.id)).badges;
    expect(now).toMatchObject({ state: "withdrawn", check: { verdict: "revoked" } });
    expect(await mailsTo(holder.staff.id)).toEqual([
      "Your badge MTSS Foundations counts no more",
      "Your badge MTSS Foundations counts now",
    ]);
  });

  it("waits for a decision again, with what it counted for chosen, once its issuer has lifted a suspension", async () => {
    const holder = await newcomer();
    const { badge, staffId } = await issuer.badged();
    const { id } = await add(holder, badge.jwt);
    await decide(holder.staff.id, id, { ...accept, moduleIds: ["m04"], isRemembered: false });
    await issuer.suspend(staffId, "2026-11-01");
    await issuer.bring(staffId);
    await look();
    expect(await counted(holder.staff.id)).toEqual([]);
    await issuer.suspend(staffId, undefined);
    await issuer.bring(staffId);
    await look();
    const waiting = (await readOutsideBadgeQueue(admin())).badges.find((one) => one.id === id);
    expect(waiting).toMatchObject({ state: "waiting", suggestion: { moduleIds: ["m04"], isRemembered: true } });
    await decide(holder.staff.id, id, { ...accept, version: waiting?.version ?? 0, moduleIds: ["m04"], isRemembered: false });
    expect(await counted(holder.staff.id)).toEqual(["m04"]);
  });

  it("is looked at again after a suspension however many nights its issuer is away, and cannot be accepted meanwhile", async () => {
    const holder = await newcomer();
    const { badge, staffId } = await issuer.badged();
    const { id } = await add(holder, badge.jwt);
    await decide(holder.staff.id, id, { ...accept, moduleIds: ["m04"], isRemembered: false });
    await issuer.suspend(staffId, "2026-11-01");
    await issuer.bring(staffId);
    await look();
    const { fetchText } = world.services;
    world.services.fetchText = () => Promise.reject(new Error("away"));
    await look();
    world.services.fetchText = fetchText;
    const [now] = (await readOutsideBadges(admin(), holder.staff.id)).badges;
    expect(now).toMatchObject({ state: "withdrawn", check: { verdict: "unchecked" } });
    await expect(decide(holder.staff.id, id, { ...accept, version: now?.version ?? 0 })).rejects.toMatchObject({ code: "conflict" });
    expect(await counted(holder.staff.id)).toEqual([]);
    await issuer.suspend(staffId, undefined);
    await issuer.bring(staffId);
    await look();
    expect((await readOutsideBadges(admin(), holder.staff.id)).badges).toMatchObject([{ state: "waiting" }]);
  });

  it("says its days by the district's clock, whatever zone its issuer wrote them in", async () => {
    const holder = await newcomer();
    const { badge } = await issuer.badged();
    expect(badge.json.validUntil).toBe("2029-11-03T03:59:59Z");
    expect(await add(holder, badge.jwt)).toMatchObject({ firstDay: "2026-11-02", lastDay: "2029-11-02" });
    const { suggestion } = (await readOutsideBadgeQueue(admin())).badges.find(({ staffId }) => staffId === holder.staff.id) ?? {};
    // As long as the last of its kind, and never for longer than it is good itself.
    expect(suggestion?.until).toBe("2028-11-02");
  });

  it("is declined with words that its holder reads", async () => {
    const holder = await newcomer();
    const { id } = await add(holder, (await issuer.badged()).badge.jwt);
    await decide(holder.staff.id, id, { decision: "decline", version: 1, reason: "It is about something else." });
    const [declined] = (await readOutsideBadges(admin(), holder.staff.id)).badges;
    expect(declined).toMatchObject({ state: "declined", decision: { reason: "It is about something else.", moduleIds: [] } });
    expect(await counted(holder.staff.id)).toEqual([]);
  });

  it("counts no more when an administrator takes back what they decided, and is decided anew when they add it again", async () => {
    const holder = await newcomer();
    const { badge } = await issuer.badged();
    const { id } = await add(holder, badge.jwt);
    const both = { ...accept, moduleIds: ["m06"], certificationIds: ["practitioner-teacher"], isRemembered: false };
    await decide(holder.staff.id, id, both);
    expect(await counted(holder.staff.id)).toEqual(["m06"]);
    const taken = await decide(holder.staff.id, id, { decision: "decline", version: 2, reason: "I took it for another badge." });
    expect(taken).toMatchObject({ state: "declined", countsAs: [] });
    expect(await counted(holder.staff.id)).toEqual([]);
    expect((await certificatesPage(admin(), holder.staff.id)).elsewhere).toMatchObject([{ state: "withdrawn" }]);
    const rows = await admin().table.collection(`U#${holder.staff.id}`);
    expect(await checkOutside(admin(), holder.staff.id, rows)).toEqual([]);
    const [mail] = (await admin().table.list(messages, `OUTU#${holder.staff.id}`, { index: "index2" })).filter(({ subject }) =>
      subject.endsWith("counts no more"),
    );
    expect(mail?.body).toMatch(/counted for:\n\n- the module “.*\n- holding MTSS Practitioner.*[\s\S]*I took it for another badge/);
    // Its holder cannot ask again and again; who administers can.
    expect(await add(holder, badge.jwt)).toMatchObject({ state: "declined" });
    const anew = grant(admin(), "outsideBadge:add", { kind: "district" });
    expect(await addOutsideBadge(anew, { staffId: holder.staff.id, text: badge.jwt })).toMatchObject({ id, state: "waiting", version: 4 });
    await decide(holder.staff.id, id, { ...both, version: 4 });
    expect(await counted(holder.staff.id)).toEqual(["m06"]);
  });

  it("is refused without an id: the same one could count for any number of people", async () => {
    const { id: _, ...nameless } = (await issuer.badged()).badge.json;
    await expect(add(await newcomer(), JSON.stringify(nameless))).rejects.toThrow(/is none/);
  });

  it("is its owner's again once it was declined for somebody else, and counts for one of them alone", async () => {
    const [other, owner] = [await newcomer(), await newcomer()];
    const { badge } = await issuer.badged({ givenName: "Ana", familyName: "Ruiz", email: owner.staff.email });
    const { id } = await add(other, badge.jwt);
    await expect(add(owner, badge.jwt)).rejects.toMatchObject({ code: "conflict" });
    await decide(other.staff.id, id, { decision: "decline", version: 1, reason: "It was issued to somebody else." });
    expect(await add(owner, badge.jwt)).toMatchObject({ id, state: "waiting", holderMatch: "address" });
    await expect(decide(other.staff.id, id, { ...accept, version: 2 })).rejects.toMatchObject({ code: "conflict" });
    await decide(owner.staff.id, id, accept);
    expect([await counted(other.staff.id), (await counted(owner.staff.id)).length]).toEqual([[], 2]);
  });

  it("makes us ask others twenty times in an hour for one person, and again in the next", async () => {
    const [holder, friend] = [await newcomer(), await newcomer()];
    const asked: string[] = [];
    const { fetchText } = world.services;
    world.services.fetchText = (address) => {
      asked.push(address);
      return Promise.reject(new Error("away"));
    };
    const adding = ({ staff }: typeof holder, n: number) => {
      const actor = { kind: "person" as const, staffId: staff.id, name: "Ana Ruiz", grants: [{ role: "staff" as const }] };
      const ctx = grant(world.contextOf(actor), "outsideBadge:add", { kind: "self" });
      return addOutsideBadge(ctx, { staffId: staff.id, address: `https://elsewhere.example/${n}` });
    };
    for (let n = 1; n <= 20; n++) await expect(adding(holder, n)).rejects.toMatchObject({ code: "invalid-input" });
    const beyond = { code: "too-many-requests", message: expect.stringContaining("Nothing was added") };
    await expect(adding(holder, 21)).rejects.toMatchObject(beyond);
    expect(asked).toHaveLength(20);
    await expect(adding(friend, 22)).rejects.toMatchObject({ code: "invalid-input" });
    world.clock.set("2026-11-02T16:00:00Z");
    await expect(adding(holder, 23)).rejects.toMatchObject({ code: "invalid-input" });
    world.clock.set("2026-11-02T15:00:00Z");
    world.services.fetchText = fetchText;
  });
});

describe("a certificate of another district", () => {
  const wallet = async (staffId: string) => {
    const page = await certificatesPage(admin(), staffId);
    const holds = page.progress
      .find(({ certificationId }) => certificationId === "coach")
      ?.requirements.find(({ kind }) => kind === "holds");
    return { ...page, holds };
  };
  const asPractitioner = { ...accept, moduleIds: [], certificationIds: ["practitioner-teacher"], isRemembered: true };
  const findings = async (staffId: string) => checkOutside(admin(), staffId, await admin().table.collection(`U#${staffId}`));

  it("counts as ours being held where one is asked for, until it runs out, and issues none of ours", async () => {
    const holder = await newcomer();
    const { badge, staffId } = await issuer.badged();
    const { id } = await add(holder, badge.jwt);
    expect((await wallet(holder.staff.id)).holds).toMatchObject({ isMet: false });
    const decided = await decide(holder.staff.id, id, { ...asPractitioner, until: "2040-01-01" });
    expect(decided).toMatchObject({ state: "accepted", countsAs: ["MTSS Practitioner: Classroom Teacher"] });
    const now = await wallet(holder.staff.id);
    expect(now.holds).toMatchObject({
      isMet: true,
      note: "Met by “MTSS Foundations” of Maple Valley Schools, which counts until November 2, 2029",
    });
    // Decided until later: never for longer than it is good itself.
    expect(now.elsewhere).toMatchObject([{ countsAs: "MTSS Practitioner: Classroom Teacher", until: "2029-11-02", state: "counts" }]);
    expect(now.certificates).toEqual([]);
    expect(now.progress.find(({ certificationId }) => certificationId === "practitioner-teacher")).toBeDefined();
    expect(await findings(holder.staff.id)).toEqual([]);
    for (const [day, isMet] of [
      ["2029-11-02", true],
      ["2029-11-03", false],
    ] as const) {
      world.clock.set(`${day}T15:00:00Z`);
      expect([day, (await wallet(holder.staff.id)).holds?.isMet]).toEqual([day, isMet]);
    }
    expect((await wallet(holder.staff.id)).elsewhere).toMatchObject([{ state: "over" }]);
    world.clock.set("2026-11-02T15:00:00Z");
    await issuer.revoke(staffId, "2026-01-01");
    await issuer.bring(staffId);
    await look();
    const after = await wallet(holder.staff.id);
    expect([after.holds?.isMet, after.elsewhere.map(({ state }) => state)]).toEqual([false, ["withdrawn"]]);
    expect(await findings(holder.staff.id)).toEqual([]);
    expect(await mailsTo(holder.staff.id)).toContain("Your badge MTSS Foundations counts no more");
  });

  it("counts only while it is good today, and only as what exists", async () => {
    const holder = await newcomer();
    const { badge } = await issuer.badged();
    const { id, version } = await add(holder, badge.jwt);
    const refusal = /Correct what is named/;
    for (const certificationIds of [["nothing"], []])
      await expect(decide(holder.staff.id, id, { ...asPractitioner, version, certificationIds })).rejects.toThrow(refusal);
    world.clock.set("2030-01-02T15:00:00Z");
    await expect(decide(holder.staff.id, id, { ...asPractitioner, version })).rejects.toThrow(refusal);
    world.clock.set("2026-11-02T15:00:00Z");
    const { fetchText } = world.services;
    const { badge: another } = await issuer.badged();
    world.services.fetchText = (address) => (address.includes("/status/") ? Promise.reject(new Error("away")) : fetchText(address));
    const second = await newcomer();
    const unsure = await add(second, another.jwt);
    world.services.fetchText = fetchText;
    expect(unsure.check.verdict).toBe("unchecked");
    await expect(decide(second.staff.id, unsure.id, asPractitioner)).rejects.toThrow(/could not be looked at/);
  });

  it("is what the self-check compares with what was decided", async () => {
    const holder = await newcomer();
    const { id } = await add(holder, (await issuer.badged()).badge.jwt);
    await decide(holder.staff.id, id, { ...asPractitioner, moduleIds: ["m05"], isRemembered: false });
    const items = await admin().table.collection(`U#${holder.staff.id}`);
    const without = (prefix: string) => items.filter(({ SK }) => !SK.startsWith(prefix));
    expect(await checkOutside(admin(), holder.staff.id, items)).toEqual([]);
    for (const prefix of ["AQ#", "HELD#"])
      expect(await checkOutside(admin(), holder.staff.id, without(prefix))).toMatchObject([{ kind: "outsideBadgeDiffers" }]);
    const longer = items.map((item) => (item.SK.startsWith("HELD#") ? { ...item, until: "2039-01-01" } : item));
    expect(await checkOutside(admin(), holder.staff.id, longer)).toMatchObject([{ found: expect.stringContaining("2039-01-01") }]);
    const somebodys = await newcomer();
    expect(await checkOutside(admin(), somebodys.staff.id, items)).toMatchObject([{ expected: "the badge that it counts by" }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addOutsideBadge } from "../../functions/badges/actions/add-outside-badge.ts";
import { checkOutsideBadges } from "../../functions/badges/actions/check-outside-badge.ts";
import { decideOutsideBadge } from "../../functions/badges/actions/decide-outside-badge.ts";
import type { OutsideBadgeDecision } from "../../functions/badges/outside-contract.ts";
import { readOutsideBadgeQueue, readOutsideBadges } from "../../functions/badges/outside-queries.ts";
import { pathPage } from "../../functions/assignment/queries.ts";
import { grant } from "../../functions/platform/grant.ts";
import { addDays } from "../../functions/platform/dates.ts";
import { personOf } from "../learning/world.ts";
import { openLadderWorld, type LadderWorld } from "../certification/ladder-world.ts";
import { type BadgeWorld, openBadgeWorld, publishedBy } from "./world.ts";

/** Two districts that know nothing of each other: one issues badges, the people of the other bring them. */
let issuer: BadgeWorld;
let world: LadderWorld;
let fetchText: (address: string) => Promise<string>;
let people = 0;

beforeAll(async () => {
  [issuer, world] = await Promise.all([openBadgeWorld("https://elsewhere.example"), openLadderWorld()]);
  for (const one of [issuer, world]) one.clock.set("2026-11-02T15:00:00Z");
  const published = publishedBy(issuer);
  fetchText = (address) => published.text(address);
});
afterAll(() => Promise.all([issuer.close(), world.close()]));

async function newcomer() {
  const staff = await world.put(personOf(`stf_x${people++}`));
  const actor = { kind: "person" as const, staffId: staff.id, name: "Ana Ruiz", grants: [{ role: "staff" as const }] };
  return { staff, ctx: grant(world.contextOf(actor), "outsideBadge:add", { kind: "self" }) };
}
const admin = () =>
  world.contextOf({ kind: "person", staffId: "stf_admin", name: "Sam Whitfield", grants: [{ role: "districtAdministrator" }] });
const add = ({ staff, ctx }: Awaited<ReturnType<typeof newcomer>>, text: string) =>
  addOutsideBadge(ctx, { staffId: staff.id, text }, fetchText);
const decide = (staffId: string, badgeId: string, input: OutsideBadgeDecision) =>
  decideOutsideBadge(grant(admin(), "outsideBadge:decide", { kind: "district" }), { staffId, badgeId, ...input });
const accept = { decision: "accept" as const, version: 1, moduleIds: ["m01", "m02"], reason: "", isRemembered: true };
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
    expect(waiting?.suggestion).toEqual({ moduleIds: ["m01", "m02"], years: 2 });
    const second = await add(holder, (await issuer.badged()).badge.jwt);
    await decide(holder.staff.id, second.id, accept);
    expect((await counted(holder.staff.id)).toSorted()).toEqual(["m01", "m02"]);
    world.clock.set(`${addDays(until, 1)}T15:00:00Z`);
    expect(await counted(holder.staff.id)).toEqual([]);
    world.clock.set("2026-11-02T15:00:00Z");
  });

  it("counts no more from the day on which its issuer is found to have revoked it; what cannot be looked at stays", async () => {
    const holder = await newcomer();
    const { badge, staffId } = await issuer.badged();
    const { id } = await add(holder, badge.jwt);
    await decide(holder.staff.id, id, { ...accept, moduleIds: ["m03"], isRemembered: false });
    const night = () => grant(world.contextOf({ kind: "job", name: "badges" }), "outsideBadge:check", { kind: "district" });
    const faults: unknown[] = [];
    await checkOutsideBadges(
      night(),
      () => Promise.reject(new Error("away")),
      (error) => faults.push(error),
    );
    expect(await counted(holder.staff.id)).toEqual(["m03"]);
    await issuer.revoke(staffId, "2026-01-01");
    await issuer.bring(staffId);
    await checkOutsideBadges(night(), fetchText, (error) => faults.push(error));
    expect(faults).toEqual([]);
    expect(await counted(holder.staff.id)).toEqual([]);
    const [now] = (await readOutsideBadges(admin(), holder.staff.id)).badges;
    expect(now).toMatchObject({ state: "withdrawn", check: { verdict: "revoked" } });
  });

  it("is declined with words that its holder reads", async () => {
    const holder = await newcomer();
    const { id } = await add(holder, (await issuer.badged()).badge.jwt);
    await decide(holder.staff.id, id, { decision: "decline", version: 1, reason: "It is about something else." });
    const [declined] = (await readOutsideBadges(admin(), holder.staff.id)).badges;
    expect(declined).toMatchObject({ state: "declined", decision: { reason: "It is about something else.", moduleIds: [] } });
    expect(await counted(holder.staff.id)).toEqual([]);
  });
});

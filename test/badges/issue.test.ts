import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { freezeBadges } from "../../functions/badges/actions/freeze-badges.ts";
import { signBadge } from "../../functions/badges/actions/sign-badge.ts";
import { identityHash, keyKnownAfterSeconds } from "../../functions/badges/credential.ts";
import { badgeReactions } from "../../functions/badges/events.ts";
import { badgeKeys, badgePlaces, statusLists } from "../../functions/badges/records.ts";
import { listLength } from "../../functions/badges/verify/status-list.ts";
import { badgeUrl } from "../../functions/certification/queries.ts";
import { auditRows } from "../../functions/platform/commit.ts";
import { crashPoints, mortal } from "../support/crash-points.ts";
import { type BadgeWorld, openBadgeWorld } from "./world.ts";

let world: BadgeWorld;
beforeAll(async () => {
  world = await openBadgeWorld();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set("2026-11-02T15:00:00Z"));

const reader = () => world.contextOf({ kind: "job", name: "badges" });

describe("freezing", () => {
  it("freezes what the certificate says, once, with a place in the lists that nobody else has", async () => {
    const { person, staffId, publicId } = await world.certified();
    await Promise.all(Array.from({ length: 8 }, () => freezeBadges(world.job("badges", "badge:issue"), staffId)));
    const badge = await world.find(publicId);
    expect(badge).toMatchObject({ publicId, list: 1, isRevoked: false, isSuspended: false, version: 1 });
    expect(badge?.signed).toBeUndefined();
    const credential = JSON.parse(badge?.credential ?? "");
    expect(credential).toMatchObject({
      id: `https://learn.example/badges/maple/credentials/${publicId}`,
      issuer: { id: "did:web:learn.example:badges:maple", name: "Maple Valley Schools" },
      validFrom: "2026-11-02T15:00:00Z",
      // The end of November 2, 2029 on a clock in New York.
      validUntil: "2029-11-03T03:59:59Z",
      credentialStatus: { type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: String(badge?.index) },
    });
    // Certification stands to the left of badges and writes the same address by itself, for the holder's page.
    expect(badgeUrl(world.contextOf({ kind: "job", name: "badges" }), publicId)).toBe(credential.id);
    const [name, email] = credential.credentialSubject.identifier;
    expect(name).toMatchObject({ identityType: "name", hashed: false, identityHash: `${person.givenName} ${person.familyName}` });
    expect(email).toMatchObject({ identityType: "emailAddress", hashed: true, identityHash: identityHash(person.email, email.salt) });
    const places = await reader().table.list(badgePlaces, "BADGES#0001");
    expect(places.filter((place) => place.publicId === publicId)).toEqual([expect.objectContaining({ index: badge?.index })]);
  });

  it("says nothing of its holder but the name: no address, no id, no school, no role", async () => {
    const { person, badge } = await world.badged({ givenName: "Ana", familyName: "Vega" });
    for (const secret of [person.id, person.email, person.email.split("@")[0], "sch_1", "eacher", world.districtId, badge.certificateId])
      expect(badge.credential).not.toContain(secret);
    const other = await world.badged({ givenName: "Ana", familyName: "Vega" });
    const subject = (json: Record<string, unknown>) => (json.credentialSubject as { id: string }).id;
    expect(subject(badge.json)).not.toBe(subject(other.badge.json));
  });

  it("draws places by chance over the whole list", async () => {
    const places = await reader().table.list(badgePlaces, "BADGES#0001");
    expect(new Set(places.map(({ index }) => index)).size).toBe(places.length);
    expect(Math.max(...places.map(({ index }) => index))).toBeGreaterThan(places.length * 10);
    expect(Math.max(...places.map(({ index }) => index))).toBeLessThan(listLength);
  });

  it("keeps what it froze when the person's name, address or the certificate's words change", async () => {
    const { person, staffId, publicId, badge } = await world.badged();
    await world.put({ ...person, givenName: "Someone", familyName: "Else", email: "else@maple.example" });
    await world.bring(staffId);
    expect(await world.signed(publicId)).toEqual(badge);
  });
});

describe("signing", () => {
  it("signs once: ten workers at the same moment, and anyone later, leave the same signatures", async () => {
    const { staffId, publicId } = await world.certified();
    await freezeBadges(world.job("badges", "badge:issue"), staffId);
    await Promise.all(Array.from({ length: 10 }, () => signBadge(world.job("badges", "badge:sign"), publicId)));
    const first = await world.signed(publicId);
    world.clock.set("2027-01-02T15:00:00Z");
    await world.bring(staffId);
    expect(await world.signed(publicId)).toEqual(first);
    const trail = await reader().table.list(auditRows, `AUDS#badge:${publicId}`, { index: "index2" });
    expect(trail.map(({ action, actor }) => `${action} by ${actor}`).toSorted()).toEqual([
      "badge.frozen by job:badges",
      "badge.signed by job:badges",
    ]);
  });

  it("publishes its keys and its lists before the signatures can be read", async () => {
    const fresh = await openBadgeWorld();
    try {
      const { staffId, publicId } = await fresh.certified();
      await freezeBadges(fresh.job("badges", "badge:issue"), staffId);
      const written: string[] = [];
      const { write } = fresh.table;
      const spied = {
        ...fresh.table,
        write: async (operations: Parameters<typeof write>[0]) => {
          await write(operations);
          written.push(...operations.flatMap((one) => ("put" in one && one.put.type !== "audit" ? one.put.type : [])));
        },
      };
      fresh.services.table = spied;
      await signBadge(fresh.job("badges", "badge:sign"), publicId);
      expect(written).toEqual(["badge-key", "badge-key", "status-list", "status-list", "badge"]);
    } finally {
      await fresh.close();
    }
  });

  it("ends with the same badge wherever a process dies on the way, and is begun again", async () => {
    const fresh = await openBadgeWorld();
    const table = mortal(fresh.table);
    fresh.services.table = table;
    const read = () => fresh.contextOf({ kind: "job", name: "badges" }).table;
    const whole = await fresh.certified();
    try {
      table.begin();
      await fresh.bring(whole.staffId);
      const { calls } = table.life;
      expect(calls).toBeGreaterThan(10);
      for (const end of crashPoints(calls)) {
        table.begin();
        const { staffId, publicId } = await fresh.certified();
        table.begin(end);
        await fresh.bring(staffId).catch(() => undefined);
        table.begin();
        await fresh.bring(staffId);
        const trail = await read().list(auditRows, `AUDS#badge:${publicId}`, { index: "index2" });
        expect([end, trail.map(({ action }) => action).toSorted()]).toEqual([end, ["badge.frozen", "badge.signed"]]);
        const places = await read().list(badgePlaces, "BADGES#0001");
        expect(places.filter((place) => place.publicId === publicId)).toHaveLength(1);
      }
      expect(await read().list(badgeKeys, "BADGES", { prefix: "KEY#" })).toHaveLength(2);
      expect(await read().list(statusLists, "BADGES", { prefix: "LIST#" })).toHaveLength(2);
    } finally {
      await fresh.close();
    }
  });
});

describe("new keys", () => {
  it("are published at once and sign only when no list without them can be in anybody's hands", async () => {
    const fresh = await openBadgeWorld();
    try {
      const begun = Date.parse("2026-11-02T15:00:00Z");
      const at = async (seconds: number) => {
        fresh.clock.set(new Date(begun + seconds * 1_000).toISOString());
        return (await fresh.badged()).badge.signed?.keys;
      };
      const published = () => fresh.contextOf({ kind: "job", name: "badges" }).table.list(badgeKeys, "BADGES", { prefix: "KEY#" });
      const first = await at(0);
      // The very first has none before it and signs at once.
      expect(await published()).toHaveLength(2);
      await fresh.keys.rotate();
      expect(await at(1_000)).toEqual(first);
      expect(await published()).toHaveLength(4);
      expect(await at(1_000 + keyKnownAfterSeconds - 1)).toEqual(first);
      const second = await at(1_000 + keyKnownAfterSeconds);
      expect(new Set([first?.rs256, second?.rs256, first?.ed25519, second?.ed25519]).size).toBe(4);
      // A third one soon after: the second is known and signs meanwhile.
      await fresh.keys.rotate();
      expect(await at(2_000)).toEqual(second);
      // Keys that may sign nothing any more are not waited with.
      await fresh.keys.rotate();
      fresh.keys.forget();
      expect([first, second]).not.toContainEqual(await at(2_001));
    } finally {
      await fresh.close();
    }
  });
});

describe("the reactions", () => {
  it("freeze on a certificate's row alone, revoke when a past one went, and sign on a badge's row alone", () => {
    const rows = [
      { of: "U#stf_1", at: "CERT#foundations#0001" },
      { of: "U#stf_1", at: "E#m01" },
      { of: "BADGE#abc", at: "BADGE" },
      { of: "BADGES", at: "KEY#x" },
      { of: "HISTORY#his_1", at: "def" },
    ];
    expect(badgeReactions.map((reaction) => rows.map((row) => reaction.concerns(row)))).toEqual([
      ["stf_1", undefined, undefined, undefined, undefined],
      [undefined, undefined, "abc", undefined, "def"],
      [undefined, undefined, "abc", undefined, undefined],
    ]);
  });
});

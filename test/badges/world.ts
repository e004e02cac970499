import { OpenAPIHono } from "@hono/zod-openapi";
import { freezeBadges } from "../../functions/badges/actions/freeze-badges.ts";
import { signBadge } from "../../functions/badges/actions/sign-badge.ts";
import { addBadges } from "../../functions/badges/public-route.ts";
import { type Badge, badgeAddress, badges } from "../../functions/badges/records.ts";
import type { AppEnv } from "../../functions/platform/route.ts";
import { commit } from "../../functions/platform/commit.ts";
import { certificates } from "../../functions/certification/records.ts";
import { personOf } from "../learning/world.ts";
import { openCertificationWorld } from "../certification/world.ts";
import { openKeys } from "../support/signing-keys.ts";

export type BadgeWorld = Awaited<ReturnType<typeof openBadgeWorld>>;

/** A store whose people hold certificates, with keys of its own. */
export async function openBadgeWorld(origin = "https://learn.example") {
  const world = await openCertificationWorld();
  const keys = openKeys();
  world.services.origin = origin;
  world.services.signingKeys = keys;
  let people = 0;
  const find = (publicId: string) => world.contextOf({ kind: "job", name: "badges" }).table.get(badges, badgeAddress(publicId));
  const bring = async (staffId: string): Promise<string[]> => {
    const { publicIds } = await freezeBadges(world.job("badges", "badge:issue"), staffId);
    for (const publicId of publicIds) await signBadge(world.job("badges", "badge:sign"), publicId);
    return publicIds;
  };
  return {
    ...world,
    keys,
    find,
    freeze: (staffId: string) => freezeBadges(world.job("badges", "badge:issue"), staffId),
    sign: (publicId: string) => signBadge(world.job("badges", "badge:sign"), publicId),
    /** Freezes and signs whatever a person's certificates ask for. */
    bring,
    /** A new person with a certificate; its badge is not frozen yet. */
    async certified(change: Parameters<typeof personOf>[1] = {}) {
      const person = await world.put(personOf(`stf_${++people}`, change));
      await world.makeReady(person.id);
      const { certificate } = await world.issue(person.id);
      if (!certificate) throw new Error("the person was ready");
      return { person, staffId: person.id, publicId: certificate.publicId, certificate };
    },
    /** A person whose badge is signed. */
    async badged(change: Parameters<typeof personOf>[1] = {}) {
      const made = await this.certified(change);
      await bring(made.staffId);
      return { ...made, badge: await this.signed(made.publicId) };
    },
    /** A signed badge: the token, and the JSON with its proof. */
    async signed(publicId: string): Promise<Badge & { jwt: string; json: Record<string, unknown> }> {
      const badge = await find(publicId);
      if (!badge?.signed) throw new Error("the badge is not signed");
      return { ...badge, jwt: badge.signed.jwt, json: { ...JSON.parse(badge.credential), proof: [JSON.parse(badge.signed.proof)] } };
    },
    /** Suspends a person's latest certificate, or lets it count again. */
    async suspend(staffId: string, suspendedOn: string | undefined) {
      const ctx = world.job("certification", "certificate:issue");
      const latest = (await ctx.table.list(certificates, `U#${staffId}`, { prefix: "CERT#" })).at(-1);
      if (!latest) throw new Error("there is no certificate");
      const { suspendedOn: _, ...rest } = latest;
      const writes = [certificates.put({ ...rest, ...(suspendedOn !== undefined && { suspendedOn }) })];
      await commit(ctx, { action: "certificate.suspended", subject: `staff:${staffId}`, writes, result: null });
    },
  };
}

/** What the district publishes, over the real routes: an address's status, headers and body. */
export function publishedBy(world: BadgeWorld) {
  const app = new OpenAPIHono<AppEnv>();
  addBadges(app, world.services);
  const ask = async (address: string): Promise<Response> => app.request(address);
  return {
    ask,
    /** As a verifier reads it. */
    async text(address: string): Promise<string> {
      const response = await ask(address);
      if (!response.ok) throw new Error(`${address} answered ${response.status}`);
      return response.text();
    },
    json: async (address: string): Promise<any> => (await ask(address)).json(),
  };
}

import { tokenOf } from "../../functions/badges/token.ts";
import { utf8 } from "../../functions/badges/verify/bytes.ts";
import { createApp } from "../../functions/lambda/app.ts";
import { keyInMemory, newPrivateKey } from "../../functions/lambda/signing-keys.ts";
import { openBadgeWorld } from "../badges/world.ts";
import { rounded, sideBySide } from "./figures.ts";

const rounds = 200;
const warmUp = 20;

/**
 * What certificates cost: `sign`, the time to make a badge's token over that of a bare RS256 signature with the same key (3,072
 * bits, p50, turn by turn); `signBadgeMs`, the time to sign a frozen badge whole, both signatures and the rows they make; `verifyReads`, the read units of a certificate's
 * public page.
 */
export async function measureCertify() {
  const world = await openBadgeWorld();
  try {
    const { publicId, badge } = await world.badged();
    const key = keyInMemory("RS256", await newPrivateKey("RS256"));
    const credential = JSON.parse(badge.credential) as Record<string, unknown>;
    const kid = `https://learn.example/badges/maple/keys/${"0".repeat(43)}`;
    const issue = () => tokenOf(credential, { kid, key });
    const signed = utf8((await issue()).split(".").slice(0, 2).join("."));
    const bare = () => key.sign(signed);
    for (let i = 0; i < warmUp; i++) await Promise.all([issue(), bare()]);
    const { firstMs, secondMs } = await sideBySide(rounds, issue, bare);
    return { sign: rounded(firstMs / secondMs), signBadgeMs: await proofMs(world), verifyReads: await verifyReads(world, publicId) };
  } finally {
    await world.close();
  }
}

type World = Awaited<ReturnType<typeof openBadgeWorld>>;

/** Freezing is done before; what is timed is signing alone, both signatures and their rows. */
async function proofMs(world: World): Promise<number> {
  const people = [];
  for (let i = 0; i < 12; i++) people.push(await world.certified());
  for (const { staffId } of people) await world.freeze(staffId);
  const times: number[] = [];
  for (const { publicId } of people) {
    const startedAt = performance.now();
    await world.sign(publicId);
    times.push(performance.now() - startedAt);
  }
  return rounded(times.toSorted((a, b) => a - b)[6] ?? 0);
}

async function verifyReads(world: World, publicId: string): Promise<number> {
  const app = createApp(world.services, { read: async (name) => name });
  world.used.length = 0;
  const response = await app.request(`/verify/${publicId}`);
  if (response.status !== 200) throw new Error(`the page of a certificate answered ${response.status}`);
  return world.used.reduce((sum, { units }) => sum + units, 0);
}

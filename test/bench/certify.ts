import { tokenOf } from "../../functions/badges/token.ts";
import { utf8 } from "../../functions/badges/verify/bytes.ts";
import { certificatePaper } from "../../functions/certification/certificate-paper.ts";
import { foundations } from "../../functions/certification/definitions.ts";
import { createApp } from "../../functions/lambda/app.ts";
import { sweepOutbox } from "../../functions/lambda/mail.ts";
import { startReminders } from "../../functions/reminders/actions/start-day.ts";
import { keyInMemory, newPrivateKey } from "../../functions/lambda/signing-keys.ts";
import { openBadgeWorld } from "../badges/world.ts";
import { personOf } from "../learning/world.ts";
import { rounded, sideBySide } from "./figures.ts";

const rounds = 200;
const warmUp = 20;

const racers = 20;
/** So many hold a certificate while nobody is due for a mail: what the mail's work reads must not grow with them. */
const holders = 12;

/**
 * What certificates cost: `issueWrites`, the write units of issuing one, with its public row, its audit row and its message;
 * `raceOf20`, how many certificates twenty workers make of one award; `idleMailJobReads`, what people who hold certificates and
 * are not due add to the read units of the mail's hourly work, and `idleMailJobUnits`, those units: the look at empty queues; `sign`, the time to make a badge's token over that of a bare RS256
 * signature with the same key (3,072 bits, p50, turn by turn); `signBadgeMs`, the time to sign a frozen badge whole, both
 * signatures and the rows they make; `pdfMs`, the time to draw a certificate over that of a bare pdfkit page with the same
 * fonts and words; `verifyReads`, the read units of a certificate's public page.
 */
export async function measureCertify() {
  const world = await openBadgeWorld();
  try {
    const { publicId, badge, staffId } = await world.badged();
    const key = keyInMemory("RS256", await newPrivateKey("RS256"));
    const credential = JSON.parse(badge.credential) as Record<string, unknown>;
    const kid = `https://learn.example/badges/maple/keys/${"0".repeat(43)}`;
    const issue = () => tokenOf(credential, { kid, key });
    const signed = utf8((await issue()).split(".").slice(0, 2).join("."));
    const bare = () => key.sign(signed);
    for (let i = 0; i < warmUp; i++) await Promise.all([issue(), bare()]);
    const { firstMs, secondMs } = await sideBySide(rounds, issue, bare);
    const idle = await idleMailJobUnits(world);
    for (let i = 0; i < holders; i++) await world.certified();
    const idleWithHolders = await idleMailJobUnits(world);
    return {
      ...(await issuing(world)),
      idleMailJobReads: rounded(idleWithHolders - idle),
      idleMailJobUnits: idleWithHolders,
      sign: rounded(firstMs / secondMs),
      signBadgeMs: await proofMs(world),
      pdfMs: await pdfRatio(world, staffId),
      verifyReads: await verifyReads(world, publicId),
    };
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

const unitsOf = ({ used }: World, operation: RegExp): number =>
  used.filter((one) => operation.test(one.operation)).reduce((sum, { units }) => sum + units, 0);

/** One award issued alone, in write units; and one award that twenty workers issue at the same moment. */
async function issuing(world: World): Promise<{ issueWrites: number; raceOf20: number }> {
  const [alone, contested] = [await world.put(personOf("stf_alone")), await world.put(personOf("stf_contested"))];
  for (const { id } of [alone, contested]) await world.makeReady(id);
  world.used.length = 0;
  await world.issue(alone.id);
  const issueWrites = unitsOf(world, /write|put/i);
  await Promise.all(Array.from({ length: racers }, () => world.issue(contested.id)));
  return { issueWrites, raceOf20: (await world.held(contested.id)).length };
}

/** Everyone told, nobody due: what the hour's work on mail and reminders then reads. */
async function idleMailJobUnits(world: World): Promise<number> {
  const mailer = { send: async () => undefined };
  world.clock.set("2026-11-03T15:00:00Z");
  // Everything that stands in the outbox leaves first.
  await sweepOutbox(world.services, mailer);
  world.used.length = 0;
  await sweepOutbox(world.services, mailer);
  await startReminders(world.job("reminders", "nudge:send"));
  return unitsOf(world, /./);
}

async function pdfRatio(world: World, staffId: string): Promise<number> {
  const { content, origin, today } = world.as("certificate:read", { staffId });
  const [certificate] = await world.held(staffId);
  if (!certificate) throw new Error("the person holds a certificate");
  const ours = () => certificatePaper({ content, origin, today, language: "en" }, certificate, foundations.meaning);
  const words = [
    certificate.title,
    certificate.holderName,
    certificate.districtName,
    foundations.meaning,
    `${origin}/verify/${certificate.publicId}`,
  ];
  const bare = () => barePage(content, words);
  for (let i = 0; i < 5; i++) await Promise.all([ours(), bare()]);
  const { firstMs, secondMs } = await sideBySide(30, ours, bare);
  return rounded(firstMs / secondMs);
}

/** One page of pdfkit with the same two fonts embedded and what a certificate says, line by line. */
async function barePage(content: World["services"]["content"], words: readonly string[]): Promise<void> {
  const { default: Document } = await import("pdfkit");
  const [regular, bold] = await Promise.all([content.readFont("DejaVuSans"), content.readFont("DejaVuSans-Bold")]);
  const doc = new Document({ size: "LETTER", layout: "landscape", font: "" });
  const ended = new Promise<void>((resolve) => doc.on("data", () => undefined).on("end", () => resolve()));
  for (const [name, font] of Object.entries({ regular, bold })) {
    doc.registerFont(name, Buffer.from(font));
    for (const line of words) doc.font(name).text(line);
  }
  doc.end();
  await ended;
}

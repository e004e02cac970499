import { describe, expect, it } from "vitest";
import { createApp } from "../../functions/lambda/app.ts";
import { mailEventsHandler } from "../../functions/lambda/mail-events.ts";
import { reminderStates } from "../../functions/reminders/records.ts";
import { mustLearn, person, roleAt, school } from "../engagement/small-district.ts";
import { choices, openReminderWorld } from "./world.ts";

async function mailed() {
  const world = await openReminderWorld();
  await world.people([mustLearn(person("stf_ana", [roleAt("sch_1")]), "m01", "2026-11-02")], [school("sch_1")]);
  await world.save(choices(["overdue", "dueSoon"]));
  await world.hour();
  const [mail] = world.sent;
  if (!mail?.stopUrl) throw new Error("no mail");
  const app = createApp(world.services, { read: () => Promise.reject(new Error("no secrets here")) });
  const stopped = async () => (await world.job().table.get(reminderStates, { of: "REMIND#stf_ana", at: "STATE" }))?.stopped;
  const path = new URL(mail.stopUrl).pathname;
  const post = (at: string, body: Record<string, string>) => app.request(at, { method: "POST", body: new URLSearchParams(body) });
  return { world, mail, app, stopped, path, page: path.split("/").slice(0, 3).join("/"), post };
}

describe("the address in a reminder", () => {
  it("changes nothing when it is opened, as programs that look for harm do", async () => {
    const { app, path, page, stopped } = await mailed();
    for (const at of [path, page]) expect((await app.request(at)).status).toBe(200);
    expect(await stopped()).toEqual([]);
  });

  it("stops the kinds of that mail, and no other, with the one click of a mail program", async () => {
    const { path, post, stopped, world } = await mailed();
    expect((await post(path, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
    expect(await stopped()).toEqual(["overdue"]);
    for (const day of ["10", "17"]) await world.hour(`2026-11-${day}T15:00:00Z`);
    expect(world.sent).toHaveLength(1);
  });

  it("turns a kind on again on the same page, and stops all of them", async () => {
    const { page, post, stopped, world } = await mailed();
    await post(page, { to: "stopAll" });
    expect(await stopped()).toEqual(["overdue", "dueSoon"]);
    expect(await (await post(page, { to: "start", kind: "overdue" })).text()).toContain("You get this kind of mail again");
    expect(await stopped()).toEqual(["dueSoon"]);
    await world.hour("2026-11-10T15:00:00Z");
    expect(world.sent).toHaveLength(2);
  });

  it("shows the district's name and nobody's, and every other address looks alike", async () => {
    const { app, page } = await mailed();
    const shown = await (await app.request(page)).text();
    expect(shown).toContain("Maple Valley Schools");
    expect(shown).not.toMatch(/stf_ana|Tester/);
    const others = await Promise.all(["/stop/x", `/stop/${"0".repeat(32)}`].map(async (at) => app.request(at)));
    expect(others.map(({ status }) => status)).toEqual([404, 404]);
    expect(await others[0]?.text()).toBe(await others[1]?.text());
  });
});

describe("what SES tells through EventBridge", () => {
  const told = (eventType: string, id: string, more = {}) => ({
    time: "2026-11-03T15:01:00Z",
    detail: { eventType, mail: { tags: { message: [id], district: ["dst_maple"] } }, ...more },
  });

  it("is put down on the message, and an address that does not exist gets no more mail", async () => {
    const { world, mail } = await mailed();
    const handle = mailEventsHandler(world.services);
    const state = async () => (await world.mailsOf("stf_ana")).map(({ state: one }) => one);
    await handle(told("Delivery", mail.id));
    expect(await state()).toEqual(["delivered"]);
    const bounce = { bounceType: "Permanent", bounceSubType: "General", bouncedRecipients: [{ diagnosticCode: "550 no such user" }] };
    expect(await handle(told("Bounce", mail.id, { bounce }))).toEqual({ recorded: true });
    expect(await state()).toEqual(["bounced"]);
    await world.hour("2026-11-10T15:00:00Z");
    expect(world.sent).toHaveLength(1);
    expect((await world.mailsOf("stf_ana")).find(({ digest }) => digest?.day === "2026-11-10")).toMatchObject({
      state: "cancelled",
      reason: "bounced",
    });
  });

  it("of other mail, or in another shape, is passed over", async () => {
    const { world } = await mailed();
    const handle = mailEventsHandler(world.services);
    for (const event of [{}, told("Open", "msg_1"), { ...told("Delivery", "x"), detail: { eventType: "Delivery", mail: { tags: {} } } }])
      expect(await handle(event)).toEqual({ recorded: false });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { enterHistory, previewHistory } from "../../functions/certification/actions/enter-history.ts";
import { enterHistoryTask } from "../../functions/certification/actions/enter-history-step.ts";
import { certificatesPage, findPublicCertificate } from "../../functions/certification/queries.ts";
import { previewHistoryUndo } from "../../functions/certification/read-history.ts";
import type { Services } from "../../functions/platform/context.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { renewal } from "../../functions/reminders/kinds/renewal.ts";
import { emailClaims, emailHash } from "../../functions/roster/records.ts";
import { personOf } from "../learning/world.ts";
import { crashPoints, mortal } from "../support/crash-points.ts";
import { type LadderWorld, openLadderWorld } from "./ladder-world.ts";

let world: LadderWorld;
let staffId: string;
let people = 0;
beforeAll(async () => (world = await openLadderWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set("2026-11-02T15:00:00Z");
  staffId = `stf_h${people++}`;
  const staff = await world.put(personOf(staffId));
  const claim = emailClaims.put({ version: 0, emailHash: emailHash(staff.email), staffId });
  await world.table.write([claim.operation(world.districtId)]);
});

const csv = (...rows: string[]) => new TextEncoder().encode(["Email,Certification,Issued On,Expires On,Clock Hours", ...rows].join("\r\n"));
const mine = (rest: string) => `${staffId}@maple.example,${rest}`;
const page = () => certificatesPage(world.contextOf({ kind: "job", name: "certification" }), staffId);

describe("past certificates from a file", () => {
  it("are shown before they are entered, entered once with their own dates, and tell nobody (hard case 4)", async () => {
    const file = csv(mine("MTSS Foundations,8/15/2021,8/15/2024,4.25"), mine("foundations,2024-06-01,2027-06-01,"));
    const preview = await previewHistory(world.administrator(), file);
    expect(preview).toMatchObject({
      known: 0,
      problems: [],
      certificates: [
        { line: 2, status: "lapsed" },
        { line: 3, status: "active" },
      ],
    });
    expect((await page()).certificates).toEqual([]);
    await world.enterPast(file);
    expect(await world.enterPast(file)).toMatchObject({ known: 2, certificates: [], problems: [] });
    const { certificates, progress } = await page();
    expect(certificates.map(({ issuedOn, expiresOn, origin, clockHours }) => [issuedOn, expiresOn, origin, clockHours])).toEqual([
      ["2024-06-01", "2027-06-01", "history", 0],
      ["2021-08-15", "2024-08-15", "history", 4.25],
    ]);
    expect(progress.map(({ certificationId }) => certificationId)).not.toContain("foundations");
    expect(await world.mail(staffId)).toEqual([]);
    expect(await findPublicCertificate(world.table, certificates[0]!.publicId)).toMatchObject({ title: "MTSS Foundations" });
  });

  it("are read from columns of other names, and from those that someone chose instead", async () => {
    const file = new TextEncoder().encode(
      `Work E-mail,Credential,Date issued,Expiration date,Other date\n${mine("MTSS foundations,8/15/2024,8/15/2026,8/15/2027")}\n`,
    );
    const guessed = await previewHistory(world.administrator(), file);
    expect(guessed.certificates).toMatchObject([{ issuedOn: "2024-08-15", expiresOn: "2026-08-15" }]);
    expect(guessed.columns.find(({ column }) => column === "certification")).toEqual({
      column: "certification",
      header: "Credential",
      samples: ["MTSS foundations"],
    });
    const chosen = await previewHistory(world.administrator(), file, { expiresOn: "Other date" });
    expect(chosen.certificates).toMatchObject([{ expiresOn: "2027-08-15" }]);
    const without = await previewHistory(world.administrator(), file, { email: "" });
    expect(without.problems).toMatchObject([{ line: 2, column: "email" }]);
  });

  it("are renewed like any other: the next term follows the last day that the file says", async () => {
    await world.enterPast(csv(mine("foundations,2023-12-15,2026-12-15,")));
    await world.makeReady(staffId, "2026-11-01T15:00:00.000Z");
    await world.issue(staffId);
    expect((await page()).certificates[0]).toMatchObject({ cycle: 2, origin: "earned", expiresOn: "2029-12-15" });
  });

  it("remind of days that are still to come, and of none that were over", async () => {
    await world.enterPast(csv(mine("foundations,2023-12-15,2026-12-15,")));
    const certificates = await world.held(staffId);
    const due = renewal.occasions(
      { certificates, elsewhere: [], refreshes: [], today: "2026-11-02" } as never,
      { beforeEnd: 30 },
      {} as never,
    );
    expect(due.map(({ on }) => on)).toEqual(["2026-11-15"]);
  });

  it("say of each row that cannot be used where it is and what to do, and enter the others", async () => {
    const answer = await world.enterPast(
      csv(
        mine("foundations,2021-08-15,2024-08-15,4"),
        mine("Foundations of everything,2021-08-15,2024-08-15,"),
        "nobody@maple.example,foundations,2021-08-15,2024-08-15,",
        mine("foundations,2021-02-30,2024-08-15,"),
        mine("foundations,2024-08-15,2021-08-15,"),
        mine("foundations,2022-01-01,2025-01-01,"),
        mine("coach,2021-08-15,2024-08-15,4.1"),
        ",foundations,2021-08-15,2024-08-15,",
        mine("foundations,2027-01-01,2030-01-01,"),
      ),
    );
    expect(answer.certificates).toHaveLength(1);
    expect(answer.problems.map(({ line, column }) => [line, column])).toEqual([
      [3, "certification"],
      [4, "email"],
      [5, "issued on"],
      [6, "expires on"],
      [7, "issued on"],
      [8, "clock hours"],
      [9, "email"],
      [10, "issued on"],
    ]);
    for (const { message } of answer.problems) expect(message.length).toBeGreaterThan(20);
  });

  it("are entered to the end, each once, wherever a process ends, and nothing of the file is kept after", async () => {
    const table = mortal(world.services.table);
    const services = { ...world.services, table };
    const person = async (): Promise<string> => (await world.put(personOf(`stf_h${people++}`, { email: "" }))).id;
    const begin = async () => {
      const ids = [await person(), await person()];
      const file = ids.map((id) => `${id},foundations,2021-08-15,2024-08-15,4`).join("\n");
      const header = "Person id,Certification,Issued on,Expires on,Hours";
      const { importId = "" } = await enterHistory(world.administrator(), new TextEncoder().encode(`${header}\n${file}`));
      const { taskId = "" } = (await previewHistoryUndo(world.administrator(), importId)).import;
      return { ids, importId, taskId };
    };
    const goOn = (taskId: string, over: Services = services) =>
      runTask(over, [enterHistoryTask], world.districtId, taskId).catch(() => undefined);
    const whole = await begin();
    table.begin();
    await goOn(whole.taskId);
    const { calls } = table.life;
    expect(calls).toBeGreaterThan(8);
    for (const point of crashPoints(calls)) {
      const { ids, importId, taskId } = await begin();
      table.begin(point);
      await goOn(taskId);
      await goOn(taskId, world.services);
      for (const id of ids) expect(await world.held(id), `${point.when} call ${point.atCall}`).toHaveLength(1);
      const { import: one, removes } = await previewHistoryUndo(world.administrator(), importId);
      expect([one.state, one.certificates, one.taskId, removes]).toEqual(["entered", 2, undefined, 2]);
      expect(world.files.names.filter((name) => name.includes(importId))).toEqual([]);
    }
  });

  it("are what the first of two arrivals of one request read, whatever the second reads while they are being entered", async () => {
    const request = { ...world.administrator(), idempotency: { key: `twice-${staffId}`, fingerprint: "f" } };
    const [one, two] = ["foundations,2021-08-15,2024-08-15,4", "team-facilitator,2022-08-15,2025-08-15,2"].map(mine);
    const { importId = "", entering } = await enterHistory(request, csv(one!, two!));
    const keptNow = async () =>
      Promise.all(world.files.names.filter((name) => name.includes(importId)).map((name) => world.files.get(name)));
    const [first] = await keptNow();
    // It looked for the import before the first had begun it, and reads the file after a part is entered.
    await world.enterPast(csv(one!), "stf_b");
    const { table } = request;
    const late = { ...request, table: { ...table, get: async () => undefined } as typeof table };
    expect(await enterHistory(late, csv(one!, two!)).catch((error: unknown) => error)).toBeDefined();
    expect(await keptNow()).toContainEqual(first);
    // Sent again when it is begun, it says what the import enters, not what is left of the file.
    expect([entering, (await enterHistory(request, csv(one!))).entering]).toEqual([2, 2]);
    const { taskId = "" } = (await previewHistoryUndo(world.administrator(), importId)).import;
    await runTask(world.services, [enterHistoryTask], world.districtId, taskId);
    expect(await world.held(staffId)).toHaveLength(2);
    expect(world.files.names.filter((name) => name.includes(importId))).toEqual([]);
  });

  it("go to the account that a person's became while they were being entered", async () => {
    const keptId = `stf_h${people++}`;
    const [duplicate] = await Promise.all([world.put(personOf(staffId)), world.put(personOf(keptId, { email: "" }))]);
    const { importId = "" } = await enterHistory(world.administrator(), csv(mine("foundations,2021-08-15,2024-08-15,4")));
    await world.put({ ...duplicate, mergedInto: keptId });
    const { taskId = "" } = (await previewHistoryUndo(world.administrator(), importId)).import;
    await runTask(world.services, [enterHistoryTask], world.districtId, taskId);
    expect([(await world.held(staffId)).length, (await world.held(keptId)).length]).toEqual([0, 1]);
  });

  it("are entered once, also when two administrators enter the same file at the same moment", async () => {
    const file = csv(mine("foundations,2021-08-15,2024-08-15,4"), mine("team-facilitator,2022-08-15,2025-08-15,"));
    await Promise.all([world.enterPast(file, "stf_a"), world.enterPast(file, "stf_b")]);
    expect((await page()).certificates).toHaveLength(2);
  });
});

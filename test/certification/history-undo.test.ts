import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyForCertificate } from "../../functions/certification/actions/apply-for-certificate.ts";
import { revokeCertificate } from "../../functions/certification/actions/change-certificate.ts";
import { enterHistory } from "../../functions/certification/actions/enter-history.ts";
import { takeHistoryBack, takeHistoryBackTask } from "../../functions/certification/actions/take-history-back.ts";
import { certificatesPage, findPublicCertificate, isCertificate } from "../../functions/certification/queries.ts";
import { previewHistoryUndo, readHistoryImports } from "../../functions/certification/read-history.ts";
import { freezeBadges, revokeWithoutCertificate } from "../../functions/badges/actions/freeze-badges.ts";
import { findBadge } from "../../functions/badges/queries.ts";
import { adoptions } from "../../functions/lambda/adoptions.ts";
import { taskKinds } from "../../functions/lambda/task-kinds.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { readTask, resumeTask, stopTask } from "../../functions/platform/task.ts";
import { continueMerge } from "../../functions/roster/actions/continue-merge.ts";
import { mergePeople } from "../../functions/roster/actions/merge-people.ts";
import { crashPoints, mortal } from "../support/crash-points.ts";
import { personOf } from "../learning/world.ts";
import { type LadderWorld, openLadderWorld } from "./ladder-world.ts";

let world: LadderWorld;
let people: string[];
let made = 0;
beforeAll(async () => (world = await openLadderWorld()));
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set("2026-11-02T15:00:00Z");
  people = Array.from({ length: 5 }, () => `stf_u${made++}`);
  for (const id of people) await world.put(personOf(id, { email: "" }));
});

const reader = () => world.contextOf({ kind: "job", name: "certification" });
const page = (staffId: string) => certificatesPage(reader(), staffId);
const row = (staffId: string, certification: string, from: string, until: string) => `${staffId},${certification},${from},${until},4`;
const fileOf = (...rows: string[]) => new TextEncoder().encode(["Person id,Certification,Issued on,Expires on,Hours", ...rows].join("\n"));
async function enter(...rows: string[]): Promise<string> {
  const { importId } = await world.enterPast(fileOf(...rows));
  if (importId === undefined) throw new Error("nothing was entered");
  return importId;
}
const preview = (importId: string) => previewHistoryUndo(world.administrator(), importId);
async function begin(importId: string): Promise<string> {
  const { taskId } = await takeHistoryBack(world.administrator(), importId);
  if (taskId === undefined) throw new Error("nothing was begun");
  return taskId;
}
const goOn = (taskId: string, services = world.services) => runTask(services, [takeHistoryBackTask], world.districtId, taskId);
async function undo(importId: string): Promise<void> {
  const taskId = await begin(importId);
  await goOn(taskId);
  expect((await readTask(reader(), taskId)).state).toBe("done");
}

describe("an import of past certificates that is taken back", () => {
  it("takes away what it entered and nothing else, with each public page, and writes to nobody", async () => {
    const [a, b] = people as [string, string];
    await enter(row(a, "foundations", "2018-08-15", "2021-08-15"));
    const [before] = await world.held(a);
    const importId = await enter(row(a, "foundations", "2024-08-15", "2027-08-15"), row(b, "coach", "2024-08-15", "2027-08-15"));
    expect((await readHistoryImports(world.administrator())).imports.find(({ id }) => id === importId)).toMatchObject({
      certificates: 2,
      state: "entered",
      undoUntil: "2026-12-02",
    });
    expect(await preview(importId)).toMatchObject({ removes: 2, keeps: 0, firstRemoved: [{ issuedOn: "2024-08-15" }, {}] });
    const gone = [...(await world.held(a)), ...(await world.held(b))].filter(({ id }) => id !== before?.id).map(({ publicId }) => publicId);
    await undo(importId);
    expect(await world.held(a)).toEqual([before]);
    expect((await page(b)).certificates).toEqual([]);
    for (const publicId of gone) expect(await findPublicCertificate(world.table, publicId)).toBeUndefined();
    expect([await world.mail(a), await world.mail(b)]).toEqual([[], []]);
    const said = (await preview(importId)).import;
    expect(said).toMatchObject({ state: "takenBack", removed: 2, kept: 0, takenBackByName: "stf_admin" });
    const audit = (await world.rows()).filter(({ type, action }) => type === "audit" && action === "certificate.entryTakenBack");
    expect(audit.map(({ subject }) => subject)).toEqual(expect.arrayContaining([`staff:${a}`, `staff:${b}`]));
    // Entered once more, it is entered anew.
    await enter(row(b, "coach", "2024-08-15", "2027-08-15"));
    expect((await page(b)).certificates).toHaveLength(1);
  });

  it("leaves what something came to rest on since, and says why", async () => {
    const [renewed, applied, revoked, merged, plain] = people as [string, string, string, string, string];
    const importId = await enter(
      row(renewed, "foundations", "2023-12-15", "2026-12-15"),
      row(applied, "foundations", "2024-08-15", "2027-08-15"),
      row(revoked, "foundations", "2024-08-15", "2027-08-15"),
      row(merged, "foundations", "2024-08-15", "2027-08-15"),
      row(plain, "foundations", "2024-08-15", "2027-08-15"),
    );
    await world.makeReady(renewed, "2026-11-01T15:00:00.000Z");
    await world.issue(renewed);
    await world.learnPath(applied);
    for (const on of ["2026-08-20", "2026-10-30"]) await world.observe(applied, on);
    await applyForCertificate(world.of(applied), { certificationId: "practitioner-teacher", statement: "Two units." });
    const reason = "The evidence was not the holder's own work.";
    await revokeCertificate(world.administrator(), { staffId: revoked, certificationId: "foundations", cycle: 1, reason });
    const keptId = `stf_u${made++}`;
    await world.put(personOf(keptId, { email: "" }));
    const roster = world.as("roster:write", { staffId: "stf_sam", grants: [{ role: "districtAdministrator" }] }, { kind: "district" });
    const { id: mergeId } = await mergePeople(roster, { staffId: keptId, duplicateId: merged });
    await continueMerge(roster, { staffId: keptId, mergeId }, adoptions);
    const { removes, firstKept } = await preview(importId);
    expect(removes).toBe(1);
    expect(firstKept.map(({ because }) => because).toSorted()).toEqual(["decided", "moved", "reliedOn", "reliedOn"]);
    await undo(importId);
    expect(await world.held(plain)).toEqual([]);
    for (const id of [renewed, applied, revoked, keptId]) expect(await world.held(id)).not.toEqual([]);
    expect(await preview(importId)).toMatchObject({ removes: 1, keeps: 4, import: { removed: 1, kept: 4 } });
  });

  it("and a certificate that is issued on its ground at the same moment never lose each other", async () => {
    for (let n = 0; n < 4; n++) {
      const staffId = `stf_u${made++}`;
      await world.put(personOf(staffId, { email: "" }));
      const importId = await enter(row(staffId, "foundations", "2023-12-15", "2026-12-15"));
      await world.makeReady(staffId, "2026-11-01T15:00:00.000Z");
      await Promise.all([undo(importId), world.issue(staffId)]);
      const [first, second] = await world.held(staffId);
      // Either it was renewed and the past one stays, or it went and the first term was earned.
      if (second) expect([first?.origin, second.expiresOn]).toEqual(["history", "2029-12-15"]);
      else expect([first?.origin, first?.expiresOn]).toEqual([undefined, "2029-11-02"]);
    }
  });

  it("is taken back within thirty days", async () => {
    const importId = await enter(row(people[0]!, "foundations", "2024-08-15", "2027-08-15"));
    world.clock.set("2026-12-03T15:00:00Z");
    await expect(takeHistoryBack(world.administrator(), importId)).rejects.toThrow(/time to take this back is over/);
    expect((await preview(importId)).import.undoUntil).toBeUndefined();
    world.clock.set("2026-12-02T15:00:00Z");
    await undo(importId);
    expect((await takeHistoryBack(world.administrator(), importId)).state).toBe("takenBack");
  });

  it("waits while the import is being entered; stopped, it goes with all that a step writes after", async () => {
    const [a, b] = people as [string, string];
    const file = fileOf(row(a, "foundations", "2024-08-15", "2027-08-15"), row(b, "foundations", "2024-08-15", "2027-08-15"));
    const { importId = "" } = await enterHistory(world.administrator(), file);
    const { taskId = "" } = (await preview(importId)).import;
    await expect(takeHistoryBack(world.administrator(), importId)).rejects.toThrow(/still being entered/);
    const deciding = world.as("task:write", { staffId: "stf_admin", grants: [{ role: "districtAdministrator" }] }, { kind: "district" });
    await stopTask(deciding, taskId);
    await undo(importId);
    expect((await preview(importId)).import).toMatchObject({ state: "takenBack", removed: 0 });
    await resumeTask(deciding, taskId);
    await runTask(world.services, taskKinds, world.districtId, taskId);
    expect([await world.held(a), await world.held(b)]).toEqual([[], []]);
    expect((await preview(importId)).import.state).toBe("takenBack");
    expect(world.files.names.filter((name) => name.includes(importId))).toEqual([]);
  });

  it("that goes on after its thirty days leaves what came to rest on a certificate meanwhile", async () => {
    const [staffId] = people as [string];
    const importId = await enter(row(staffId, "foundations", "2023-12-15", "2026-12-15"));
    world.clock.set("2026-12-02T15:00:00Z");
    const taskId = await begin(importId);
    world.clock.set("2026-12-10T15:00:00Z");
    await world.makeReady(staffId, "2026-11-01T15:00:00.000Z");
    await world.issue(staffId);
    await goOn(taskId);
    expect((await world.held(staffId)).map(({ origin, expiresOn }) => [origin, expiresOn])).toEqual([
      ["history", "2026-12-15"],
      [undefined, "2029-12-15"],
    ]);
    expect(await preview(importId)).toMatchObject({ keeps: 1, firstKept: [{ because: "reliedOn" }] });
  });

  it("is finished by the next process wherever one ends, to the same certificates", async () => {
    const table = mortal(world.services.table);
    const services = { ...world.services, table };
    const prepare = async (): Promise<{ staffId: string; taskId: string }> => {
      const staffId = `stf_u${made++}`;
      await world.put(personOf(staffId, { email: "" }));
      return { staffId, taskId: await begin(await enter(row(staffId, "coach", "2024-08-15", "2027-08-15"))) };
    };
    const whole = await prepare();
    table.begin();
    await goOn(whole.taskId, services);
    const { calls } = table.life;
    expect(await world.held(whole.staffId)).toEqual([]);
    for (const point of crashPoints(calls)) {
      const { staffId, taskId } = await prepare();
      table.begin(point);
      await goOn(taskId, services).catch(() => undefined);
      await goOn(taskId);
      expect(await world.held(staffId), `${point.when} call ${point.atCall}`).toEqual([]);
      expect((await readTask(reader(), taskId)).outcome).toEqual({ removed: 1, kept: 0 });
    }
  });

  it("revokes the badge of what went, also one that was frozen at the same moment", async () => {
    const [staffId] = people as [string];
    const importId = await enter(row(staffId, "foundations", "2024-08-15", "2027-08-15"));
    const badges = world.job("badges", "badge:issue");
    const { publicIds } = await freezeBadges(badges, staffId);
    await revokeWithoutCertificate(badges, publicIds[0]!);
    expect(await findBadge(badges, publicIds[0]!)).toMatchObject({ isRevoked: false });
    await undo(importId);
    expect(await isCertificate(badges, publicIds[0]!)).toBe(false);
    await revokeWithoutCertificate(badges, publicIds[0]!);
    expect(await findBadge(badges, publicIds[0]!)).toMatchObject({ isRevoked: true });
  });
});

import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askForCreditExport } from "../../functions/credit/actions/ask-for-credit-export.ts";
import { decideOutsideCredit } from "../../functions/credit/actions/decide-outside-credit.ts";
import {
  askBeforehand,
  enterOutsideCredit,
  enterOutsideCreditAgain,
  withdrawOutsideCredit,
} from "../../functions/credit/actions/enter-outside-credit.ts";
import { addCreditRule, saveCreditRule } from "../../functions/credit/actions/save-credit-rule.ts";
import { setCycle } from "../../functions/credit/actions/set-cycle.ts";
import { CreditExport, type CreditExportInput } from "../../functions/credit/contract.ts";
import { creditExportTask } from "../../functions/credit/export-task.ts";
import { previewCreditRule } from "../../functions/credit/preview-purpose.ts";
import { creditCsv, creditPage, outsideQueue } from "../../functions/credit/queries.ts";
import { creditExportPiece } from "../../functions/credit/read-export.ts";
import { creditRulesPage } from "../../functions/credit/read-purposes.ts";
import { shippedRule } from "../../functions/credit/shipped-rules.ts";
import type { AccessGrant } from "../../functions/platform/context.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import { findTask } from "../../functions/platform/task.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { course, openCreditWorld, staffId, today } from "./world.ts";

let world: Awaited<ReturnType<typeof openCreditWorld>>;
beforeEach(async () => (world = await openCreditWorld()));
afterEach(() => world.close());

const page = () => creditPage(world.reader(), staffId);
const hours = async () => (await page()).totals.map(({ name, units }) => [name, units]);
const approve = { version: 1, decision: "approve" as const, comment: "" };

describe("a person's hours", () => {
  it("follow from completions: approved minutes, the local day, the edition, the district as provider", async () => {
    await world.completes("m01", 50, "2026-10-02T02:00:00.000Z");
    await world.completes("m02", 40, "2026-10-09T15:00:00.000Z");
    const { entries, totals } = await page();
    expect(entries).toMatchObject([
      { id: "module:m02", minutes: 40, on: "2026-10-09", edition: "edition-of-m02", provider: "Maple Valley Schools" },
      { id: "module:m01", minutes: 50, on: "2026-10-01" },
    ]);
    expect(totals).toMatchObject([{ ruleId: "district-hours", minutes: 90, units: 1.5, from: "2025-11-03" }]);
    expect(totals[0]?.until).toBeUndefined();
  });

  it("count from the day on which the person's cycle began, once they said it", async () => {
    await world.completes("m01", 60, "2026-06-20T15:00:00.000Z");
    await world.completes("m02", 45, "2026-10-09T15:00:00.000Z");
    await setCycle(world.owner(), { ruleId: "district-hours", startedOn: "2025-07-01" });
    expect((await page()).totals).toMatchObject([{ from: "2026-07-01", until: "2027-06-30", units: 0.75 }]);
    await expect(setCycle(world.owner(), { ruleId: "district-hours", startedOn: "2026-11-03" })).rejects.toMatchObject({
      fields: [{ path: "json.startedOn" }],
    });
    await expect(setCycle(world.owner(), { ruleId: "state-tx", startedOn: "2025-07-01" })).rejects.toThrow(/no such purpose/);
  });

  it("are had as a table, with what each credit counts for", async () => {
    await world.completes("m01", 50, "2026-10-01T15:00:00.000Z");
    const { bytes } = await creditCsv(world.reader(), staffId);
    const [row] = parse(String(bytes), { columns: true, bom: true });
    expect(row).toMatchObject({ date: "2026-10-01", kind: "module", minutes: "50", "counts for": "District clock hours" });
  });
});

describe("a course taken elsewhere", () => {
  it("counts once it is approved, and no more once the approval or the course is taken back", async () => {
    const { id: creditId } = await enterOutsideCredit(world.owner(), course());
    expect(await hours()).toEqual([["District clock hours", 0]]);
    expect((await outsideQueue(world.queueOf("stf_coach"))).credits.map(({ id }) => id)).toEqual([creditId]);
    const which = { staffId, creditId };
    await decideOutsideCredit(world.approver("stf_coach"), { ...which, ...approve });
    expect(await hours()).toEqual([["District clock hours", 3]]);
    expect((await outsideQueue(world.queueOf("stf_coach"))).credits).toEqual([]);
    await decideOutsideCredit(world.approver("stf_coach"), {
      ...which,
      version: 2,
      decision: "takeBack",
      comment: "It was half a day, not a whole one.",
    });
    expect(await hours()).toEqual([["District clock hours", 0]]);
    await enterOutsideCreditAgain(world.owner(), { creditId, ...course({ minutes: 120 }), version: 3 });
    await decideOutsideCredit(world.approver("stf_coach"), { ...which, ...approve, version: 4 });
    expect(await hours()).toEqual([["District clock hours", 2]]);
    await withdrawOutsideCredit(world.owner(), creditId);
    expect(await hours()).toEqual([["District clock hours", 0]]);
    const { outside } = await page();
    expect(outside[0]?.reviews.map(({ decision }) => decision)).toEqual(["approve", "takeBack", "approve"]);
  });

  it("comes back with words, which its person is told of by mail, and is sent in again", async () => {
    const { id: creditId } = await enterOutsideCredit(world.owner(), course());
    const back = { staffId, creditId, version: 1, decision: "return" as const };
    await expect(decideOutsideCredit(world.approver("stf_coach"), { ...back, comment: "No." })).rejects.toMatchObject({
      fields: [{ path: "json.comment" }],
    });
    await decideOutsideCredit(world.approver("stf_coach"), { ...back, comment: "Please add the certificate." });
    expect(JSON.stringify(await world.rows())).toContain("needs something from you");
    await expect(decideOutsideCredit(world.approver("stf_coach"), { ...back, version: 2, comment: "Once more, please." })).rejects.toThrow(
      /a moment ago/,
    );
    expect(await enterOutsideCreditAgain(world.owner(), { creditId, ...course(), version: 2 })).toMatchObject({ state: "submitted" });
  });

  it.each([
    ["a day to come", course({ completedOn: "2026-11-03" }), "completedOn"],
    ["nothing that shows it", course({ evidence: "" }), "evidence"],
    ["one that is entered already", course({ title: "reading  instruction THAT works" }), "title"],
  ])("is refused with %s, and nothing is written", async (_, input, path) => {
    await enterOutsideCredit(world.owner(), course());
    const before = await world.rows();
    await expect(enterOutsideCredit(world.owner(), input)).rejects.toMatchObject({ fields: [{ path: `json.${path}` }] });
    expect(await world.rows()).toEqual(before);
  });

  it("is nobody's own to approve, and waits for the person's coach and administrators alone", async () => {
    const { id: creditId } = await enterOutsideCredit(world.owner(), course());
    expect((await outsideQueue(world.queueOf("stf_other"))).credits).toEqual([]);
    expect((await outsideQueue(world.queueOf("stf_admin", world.administering))).credits).toHaveLength(1);
    expect(() => world.approver("stf_other")).toThrow(/not yours to see/);
    expect(() => world.approver(staffId, world.administering)).toThrow(/not yours to see/);
    const both = await Promise.allSettled([
      decideOutsideCredit(world.approver("stf_coach"), { staffId, creditId, ...approve }),
      decideOutsideCredit(world.approver("stf_admin", world.administering), { staffId, creditId, ...approve }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("leaves none of its words in the audit", async () => {
    await enterOutsideCredit(world.owner(), course({ evidence: "Ximena-secret" }));
    const audit = (await world.rows()).filter(({ type }) => type === "audit");
    expect(JSON.stringify(audit)).not.toContain("Ximena-secret");
  });
});

describe("a course that is to be approved beforehand", () => {
  const plan = { title: "Reading instruction that works", provider: "State University", endsOn: "2026-11-20", minutes: 180 };
  const ask = (change: Partial<typeof plan> = {}) =>
    askBeforehand(world.owner(), { ...plan, plan: "For my license: a course on reading.", noStudentData: true, ...change });
  const decide = (creditId: string, version: number, decision: "agree" | "refuse" | "takeBack" | "approve", comment = "") =>
    decideOutsideCredit(world.approver("stf_coach"), { staffId, creditId, version, decision, comment });

  it("waits for its reviewer, is agreed to, counts once it was taken and what shows it is approved", async () => {
    const { id } = await ask();
    expect((await outsideQueue(world.queueOf("stf_coach"))).credits).toMatchObject([{ id, state: "asked", completedOn: "2026-11-20" }]);
    await decide(id, 1, "agree");
    expect((await outsideQueue(world.queueOf("stf_coach"))).credits).toEqual([]);
    expect(JSON.stringify(await world.rows())).toContain("Approved beforehand: a course you want to take");
    expect(await hours()).toEqual([["District clock hours", 0]]);
    const other = enterOutsideCreditAgain(world.owner(), { creditId: id, ...course({ title: "Another" }), version: 2 });
    await expect(other).rejects.toMatchObject({ fields: [{ path: "json.title" }] });
    await enterOutsideCreditAgain(world.owner(), { creditId: id, ...course({ completedOn: today, minutes: 120 }), version: 2 });
    await decide(id, 3, "approve");
    expect(await hours()).toEqual([["District clock hours", 2]]);
    expect((await page()).outside).toMatchObject([{ state: "approved", agreed: { on: today, minutes: 180 } }]);
    expect((await page()).entries).toMatchObject([{ agreedOn: today }]);
  });

  it("is refused with a reason, which ends it; the same can be asked for once more", async () => {
    const { id } = await ask();
    await expect(decide(id, 1, "refuse", "No.")).rejects.toMatchObject({ fields: [{ path: "json.comment" }] });
    await decide(id, 1, "refuse", "It is about another subject.");
    await expect(withdrawOutsideCredit(world.owner(), id)).rejects.toThrow(/taken back already/);
    await expect(enterOutsideCreditAgain(world.owner(), { creditId: id, ...course(), version: 2 })).rejects.toThrow(/has changed since/);
    expect(await ask()).toMatchObject({ state: "asked" });
  });

  it("is approved beforehand no more once that is taken back", async () => {
    const { id } = await ask();
    await decide(id, 1, "agree");
    await decide(id, 2, "takeBack", "The provider is not accredited.");
    expect((await page()).outside).toMatchObject([{ state: "refused" }]);
    expect((await page()).outside[0]?.agreed).toBeUndefined();
  });

  it("is one to come: not one that is over, nor one that is asked for or entered already", async () => {
    await expect(ask({ endsOn: "2026-11-01" })).rejects.toMatchObject({ fields: [{ path: "json.endsOn" }] });
    await ask();
    await expect(ask()).rejects.toMatchObject({ fields: [{ path: "json.title" }] });
  });
});

describe("what a person wrote of a course", () => {
  it("is for them and whoever approves it: others who support them see what counts, without its words", async () => {
    const { id: creditId } = await enterOutsideCredit(world.owner(), course({ evidence: "My words", link: "https://example.org/mine" }));
    await enterOutsideCredit(world.owner(), course({ title: "Another course", evidence: "Not decided" }));
    await decideOutsideCredit(world.approver("stf_coach"), { staffId, creditId, ...approve, comment: "Well chosen." });
    const seen = async (grants: AccessGrant[], id: string) => {
      const ctx = world.as("credit:read", { staffId: id, grants }, subjectOf(world.teacher, today));
      return JSON.stringify([await creditPage(ctx, staffId), String((await creditCsv(ctx, staffId)).bytes)]);
    };
    const words = ["My words", "https://example.org/mine", "Well chosen.", "Not decided"];
    const leader = await seen([{ role: "staff" }, { role: "districtLeader" }], "stf_leader");
    expect(words.filter((one) => leader.includes(one))).toEqual([]);
    expect(leader).toContain("Reading instruction that works");
    expect(leader).not.toContain("Another course");
    for (const one of words) expect(await seen(world.coaching, "stf_coach")).toContain(one);
  });
});

describe("what hours are counted for", () => {
  const texas = shippedRule("state-tx");
  const terms = { ...texas!.terms, isOffered: true, verifiedOn: today };

  it("changes by editions: everyone's totals follow, each credit stays as it was", async () => {
    await world.completes("m01", 100, "2026-10-01T15:00:00.000Z");
    const before = (await page()).entries;
    const preview = await previewCreditRule(world.administrator("creditRule:write"), { ruleId: "state-tx", terms });
    expect(preview.people).toEqual([{ name: expect.any(String), before: 1.5, after: 1.5 }]);
    const saving = { ruleId: "state-tx", edition: 1, terms, reason: "Checked with the state today." };
    await saveCreditRule(world.administrator("creditRule:write"), saving);
    expect(await hours()).toContainEqual(["Texas certificate", 1.5]);
    expect((await page()).entries).toEqual(before);
    await expect(saveCreditRule(world.administrator("creditRule:write"), saving)).rejects.toThrow(/saved this since/);
    const { rules } = await creditRulesPage(world.administrator("creditRule:write"));
    expect(rules.find(({ id }) => id === "state-tx")).toMatchObject({ edition: 2, editions: [{ edition: 2, savedBy: "Sam" }] });
  });

  it("may be the district's own, and shows nothing to people before it is verified", async () => {
    const own = { ...terms, name: "Lane change", kind: "districtPay" as const };
    const { verifiedOn: _, ...unverified } = own;
    const adding = (given: typeof unverified) =>
      addCreditRule(world.administrator("creditRule:write"), { terms: given, reason: "Agreed with the association." });
    await expect(adding(unverified)).rejects.toMatchObject({ fields: [{ path: "json.terms.verifiedOn" }] });
    await adding(own);
    expect(await hours()).toContainEqual(["Lane change", 0]);
  });
});

describe("an export for an audit", () => {
  const taken = async (input: CreditExportInput) => {
    const ctx = world.administrator("credit:export");
    const { taskId } = await askForCreditExport(ctx, input);
    await runTask(world.services, [creditExportTask], world.districtId, taskId);
    const outcome = CreditExport.parse((await findTask(ctx, taskId))?.outcome);
    let text = "";
    for (let i = 0; i < outcome.pieces; i++)
      text += new TextDecoder("utf-8", { ignoreBOM: true }).decode((await creditExportPiece(ctx, taskId, i)).bytes as Uint8Array);
    return { outcome, rows: parse<Record<string, string>>(text, { columns: true, bom: true }) };
  };

  it("holds each credit of the days asked for, with who approved it, also of those who left, in whatever script their names are", async () => {
    await world.completes("m01", 50, "2026-10-01T15:00:00.000Z");
    await world.completes("m02", 50, "2025-10-01T15:00:00.000Z");
    await world.evaluates("m01", "2026-10-06T02:00:00.000Z");
    const { id: creditId } = await enterOutsideCredit(world.owner(), course());
    await decideOutsideCredit(world.approver("stf_coach"), { staffId, creditId, ...approve });
    const gone = await world.put({
      ...world.teacher,
      id: "stf_gone",
      sourcedId: "gone",
      email: "",
      status: "left",
      lastDayOn: "2026-10-20",
    });
    await world.completes("m01", 50, "2026-10-02T15:00:00.000Z", gone.id);
    for (const [i, familyName] of ["李", "Ковальчук", "أحمد", "𝔘nruh", "Żak"].entries()) {
      const { id } = await world.put({ ...gone, id: `stf_gone_${i}`, sourcedId: `gone ${i}`, familyName });
      await world.completes("m01", 50, "2026-10-03T15:00:00.000Z", id);
    }
    const { rows, outcome } = await taken({ what: "credits", from: "2026-07-01", to: "2027-06-30" });
    expect(rows.map((row) => [row["roster id"], row.date, row.minutes, row["approved by"], row.evaluation])).toEqual([
      ["gone", "2026-10-02", "50", "", "not given"],
      ...[0, 1, 2, 3, 4].map((i) => [`gone ${i}`, "2026-10-03", "50", "", "not given"]),
      [world.teacher.sourcedId, "2026-09-12", "180", "Name of stf_coach", "none collected"],
      [world.teacher.sourcedId, "2026-10-01", "50", "", "given on 2026-10-05"],
    ]);
    expect(outcome).toMatchObject({ people: 7, lines: 8 });
  });

  it("holds each person's total for each purpose, by the edition that says so", async () => {
    await world.completes("m01", 50, "2026-10-01T15:00:00.000Z");
    const { rows } = await taken({ what: "totals", from: "2026-07-01", to: "2027-06-30" });
    expect(rows).toMatchObject([
      { purpose: "District clock hours", "rule edition": "1", "approved minutes": "50", "credited minutes": "45", units: "0.75" },
    ]);
  });

  it("holds each module that was completed in the days asked for, by how many, and nothing of anyone", async () => {
    await world.completes("m01", 50, "2026-10-01T15:00:00.000Z");
    await world.completes("m02", 50, "2025-10-01T15:00:00.000Z");
    await world.completes("m01", 45, "2026-10-02T15:00:00.000Z", "stf_other");
    const { rows, outcome } = await taken({ what: "activities", from: "2026-07-01", to: "2027-06-30" });
    expect(rows).toMatchObject([
      {
        module: "m01",
        "people completed": "2",
        "approved minutes each": "45; 50",
        "approved minutes in all": "95",
        "mean best result of the check, percent": "not said of fewer than 10",
        "people who evaluated it": "0",
        "evaluations counted": "0",
      },
    ]);
    expect(outcome).toMatchObject({ people: 2, lines: 1, pieces: 2 });
    expect(JSON.stringify(rows)).not.toContain(world.teacher.familyName);
  });

  it("says how people found a module once ten have said so, whoever they are, and nothing of nine", async () => {
    const says = async (count: number) => {
      for (let i = 0; i < count; i++) {
        const { id } = await world.put({ ...world.teacher, id: `stf_said_${i}`, sourcedId: `said ${i}`, email: "" });
        await world.completes("m01", 50, "2026-09-14T15:00:00.000Z", id);
        await world.evaluates("m01", "2026-09-15T15:00:00.000Z", id, i > 2);
      }
      const { rows } = await taken({ what: "activities", from: "2026-07-01", to: "2027-06-30" });
      return rows.map((row) => [
        row["people who evaluated it"],
        row["evaluations counted"],
        row["agree that it mattered for their work, percent"],
        row["agree that the time was well spent, percent"],
      ]);
    };
    expect(await says(9)).toEqual([["9", "0", "not said of fewer than 10 counted", "not said of fewer than 10 counted"]]);
    world = await openCreditWorld();
    expect(await says(10)).toEqual([["10", "10", "90 or more", "70"]]);
  });

  it("is refused for days that end before they begin", async () => {
    await expect(
      askForCreditExport(world.administrator("credit:export"), { what: "credits", from: "2026-07-01", to: "2026-06-30" }),
    ).rejects.toMatchObject({ fields: [{ path: "json.to" }] });
  });
});

import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { beginRulesDay } from "../../functions/assignment/actions/begin-day.ts";
import { previewRule } from "../../functions/assignment/actions/preview-rule.ts";
import { saveRule } from "../../functions/assignment/actions/save-rule.ts";
import { assignmentsFrom } from "../../functions/assignment/queries.ts";
import type { RuleInput } from "../../functions/assignment/rule-contract.ts";
import { ruleHistory, rulesPage } from "../../functions/assignment/rule-queries.ts";
import { taskKinds } from "../../functions/lambda/task-kinds.ts";
import { runTask } from "../../functions/platform/run-task.ts";
import type { Table } from "../../functions/platform/table.ts";
import { members, schools, staffRecords } from "../../functions/roster/records.ts";
import { contentFrom, type MemoryStore, openMemoryStore } from "../support/store.ts";
import { audienceOf, content, person, roleAt } from "./people.ts";

let store: MemoryStore;
const names = Array.from({ length: 7 }, (_, i) => `stf_${i}`);
const rule: RuleInput = {
  name: "Teachers",
  audience: audienceOf(["teacher"], { schoolIds: ["sch_a", "sch_b"] }),
  target: { kind: "module", id: "m9" },
  due: { kind: "fixed", on: "2026-12-01" },
  effectiveFrom: "2026-08-17",
};
const writing = () =>
  store.as("rule:write", { staffId: "stf_admin", name: "Sam", grants: [{ role: "districtAdministrator" }] }, { kind: "district" });
const reading = () => store.job("assignment", "assignment:write");
const run = (id: string | undefined, table: Table = store.table) =>
  runTask({ ...store.services, table }, taskKinds, store.districtId, id ?? "");
const open = async () => {
  const lines = await Promise.all(names.map(async (id) => assignmentsFrom(await reading().table.collection(`U#${id}`))));
  return lines.flat().filter(({ endedOn }) => endedOn === undefined);
};
const put = (...rows: { operation(districtId: string): Parameters<Table["write"]>[0][number] }[]) =>
  store.table.write(rows.map((row) => row.operation(store.districtId)));

beforeEach(async () => {
  store = await openMemoryStore({ content: contentFrom(content) });
  for (const id of ["sch_a", "sch_b"])
    await put(schools.put({ id, sourcedId: id, name: id, level: "elementary", isActive: true, version: 0 }));
  for (const [i, id] of names.entries()) {
    // The first works at both schools, and is one person all the same.
    const at = i === 0 ? ["sch_a", "sch_b"] : ["sch_a"];
    await put(staffRecords.put({ ...person({ id, email: `${id}@x.example`, roles: at.map((one) => roleAt(one)) }), version: 0 }));
    for (const schoolId of at) await put(members.put({ schoolId, staffId: id, name: id, roles: ["teacher"], version: 0 }));
  }
});
afterAll(() => store.close());

describe("a rule", () => {
  it("is tried out on each person once, saves nothing, and says what it comes to for them", async () => {
    const { preview } = await previewRule(writing(), rule);
    expect(preview).toMatchObject({ added: { total: 7 }, removed: { total: 0 }, redated: { total: 0 }, unchanged: 0 });
    expect(preview?.added.people[0]).toMatchObject({ outcome: "new", dueOn: "2026-12-01" });
    expect(await open()).toEqual([]);
    const saved = await saveRule(writing(), rule);
    await run(saved.task?.id);
    const later = await previewRule(writing(), { ...rule, id: saved.id, due: { kind: "fixed", on: "2026-12-08" } });
    expect(later.preview).toMatchObject({
      added: { total: 0 },
      redated: { total: 7, people: [{ outcome: "later", was: "2026-12-01", dueOn: "2026-12-08" }, {}, {}, {}, {}, {}, {}] },
    });
    const none = await previewRule(writing(), { ...rule, id: saved.id, audience: audienceOf(["coach"]) });
    expect(none.preview).toMatchObject({ removed: { total: 7 } });
  });

  it("killed after any of its writes and run again reaches everyone once", async () => {
    for (let deathAt = 1; deathAt <= 8; deathAt += 2) {
      const saved = await saveRule(writing(), { ...rule, name: `Rule ${deathAt}` });
      let writes = 0;
      const dying: Table = {
        ...store.table,
        write: async (operations) => {
          if (++writes >= deathAt) throw new Error("the process ended");
          await store.table.write(operations);
        },
      };
      await run(saved.task?.id, dying).catch(() => undefined);
      await run(saved.task?.id);
      expect((await open()).filter(({ id }) => id === `r-${saved.id}`)).toHaveLength(7);
    }
  });

  it("saved again while it is on its way is what everyone has in the end, whichever work is done last", async () => {
    const first = await saveRule(writing(), rule);
    const second = await saveRule(writing(), { ...rule, id: first.id, version: 1, name: "Teachers, again" });
    await run(second.task?.id);
    await run(first.task?.id);
    expect(new Set((await open()).map(({ origin }) => (origin.kind === "rule" ? origin.ruleVersion : 0)))).toEqual(new Set([2]));
  });

  it("keeps every version, with who saved it", async () => {
    const first = await saveRule(writing(), rule);
    await saveRule(writing(), { ...rule, id: first.id, version: 1, name: "New name" });
    const { versions } = await ruleHistory(reading(), first.id);
    expect(versions).toMatchObject([
      { version: 2, name: "New name", savedByName: "Sam" },
      { version: 1, name: "Teachers", savedByName: "Sam" },
    ]);
  });

  it("that names a school which was closed stops and says so, nobody loses anything, and it starts again when it is saved", async () => {
    const saved = await saveRule(writing(), rule);
    await run(saved.task?.id);
    const before = await open();
    const school = { id: "sch_b", sourcedId: "sch_b", name: "Harbor", level: "elementary" as const, version: 1 };
    await put(schools.put({ ...school, isActive: false }));
    await beginRulesDay(reading(), "everyone");
    expect((await rulesPage(reading())).rules).toMatchObject([{ stopped: { because: "schoolGone", what: "Harbor" } }]);
    expect(await open()).toEqual(before);
    await saveRule(writing(), { ...rule, id: saved.id, version: 1, audience: audienceOf(["teacher"], { schoolIds: ["sch_a"] }) });
    expect((await rulesPage(reading())).rules[0]).not.toHaveProperty("stopped");
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import { creditPage } from "../../functions/credit/queries.ts";
import { creditCycles, outsideCredits } from "../../functions/credit/records.ts";
import { adoptions } from "../../functions/lambda/adoptions.ts";
import type { District } from "../../functions/platform/district.ts";
import { continueMerge } from "../../functions/roster/actions/continue-merge.ts";
import { mergePeople } from "../../functions/roster/actions/merge-people.ts";
import { takeMergeBack } from "../../functions/roster/actions/take-merge-back.ts";
import { administrator, duplicateId, keptId, openTwoAccounts } from "../roster/merge-world.ts";
import { type MemoryStore, openMemoryStore } from "../support/store.ts";

let store: MemoryStore;
let district: District;
const ctx = () => administrator(store, district);
const page = (staffId: string) => creditPage(ctx(), staffId);
const course = (staffId: string, id: string, title: string) => ({
  id,
  staffId,
  staffName: "Ana",
  title,
  provider: "State University",
  completedOn: "2026-09-12",
  minutes: 90,
  evidence: "A certificate.",
  state: "approved" as const,
  submittedAt: "2026-09-13T12:00:00.000Z",
  reviews: [],
});

beforeEach(async () => {
  store = await openMemoryStore();
  district = await openTwoAccounts(store, { kept: 1, duplicate: 2 });
  const writes = [
    outsideCredits.overwrite(course(keptId, "crd_a", "Reading works")),
    outsideCredits.overwrite(course(duplicateId, "crd_b", "reading  works")),
    outsideCredits.overwrite(course(duplicateId, "crd_c", "Another course")),
    creditCycles.overwrite({ staffId: keptId, ruleId: "district-hours", startedOn: "2026-07-01" }),
    creditCycles.overwrite({ staffId: duplicateId, ruleId: "district-hours", startedOn: "2026-01-01" }),
  ];
  await store.table.write(writes.map((write) => write.operation(district.id)));
});

describe("hours, when two accounts are one", () => {
  it("are those of both, a module or a course of both once, and go back with a merge that is taken back", async () => {
    const before = { kept: await page(keptId), other: await page(duplicateId) };
    const { id: mergeId } = await mergePeople(ctx(), { staffId: keptId, duplicateId });
    await continueMerge(ctx(), { staffId: keptId, mergeId }, adoptions);
    const { entries, totals } = await page(keptId);
    expect(entries.map(({ id }) => id).toSorted()).toEqual([
      "module:both",
      "module:d1",
      "module:d2",
      "module:k1",
      "outside:crd_a",
      "outside:crd_c",
    ]);
    expect(totals).toMatchObject([
      { from: "2026-07-01", until: "2027-06-30", minutes: entries.reduce((sum, { minutes }) => sum + minutes, 0) },
    ]);
    await takeMergeBack(ctx(), { staffId: keptId, mergeId });
    await continueMerge(ctx(), { staffId: keptId, mergeId }, adoptions);
    const essence = ({ entries: all, totals: [total] }: typeof before.kept) => [all.map(({ id, minutes }) => [id, minutes]), total?.from];
    expect(essence(await page(keptId))).toEqual(essence(before.kept));
    expect(essence(await page(duplicateId))).toEqual(essence(before.other));
  });
});

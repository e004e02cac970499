import { beforeAll, describe, expect, vi } from "vitest";
import { repair } from "../../functions/engagement/actions/day-tick.ts";
import type { Item, Table } from "../../functions/platform/table.ts";
import { createContext } from "../../functions/platform/context.ts";
import { grant } from "../../functions/platform/grant.ts";
import { importRoster } from "../../functions/roster/actions/import-roster.ts";
import { jobIn } from "../engagement/expect-figures.ts";
import { content } from "../engagement/small-district.ts";
import { type Files, bundleWith, csv, orgs, roleHeader, userHeader } from "../roster/bundles.ts";
import { mortal } from "../support/crash-points.ts";
import { openMemoryStore, testDistrict } from "../support/store.ts";
import { randomFrom } from "../support/turns.ts";
import { holds } from "./seeds.ts";
import { expectWell, vouchFor } from "./well.ts";
import { asTheRosterMakesIt } from "../support/added-people.ts";

beforeAll(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  return () => vi.restoreAllMocks();
});

/** People `from` to `to`, teachers at one of two schools; those above the first hundred came later. */
function bundleOf(from: number, to: number, schoolOf: (i: number) => string): Files {
  const all = Array.from({ length: to - from }, (_, i) => from + i);
  const users = all.map((i) => `u${i},,,TRUE,u${i},Given${i},Family${i},u${i}@maple.example,${schoolOf(i)},`);
  const roles = all.map(
    (i) => `r${i},,,u${i},primary,${i === 20 ? "systemAdministrator" : "teacher"},2024-08-12,,${i === 20 ? "d1" : schoolOf(i)}`,
  );
  return bundleWith({ "orgs.csv": orgs, "users.csv": csv(userHeader, ...users), "roles.csv": csv(roleHeader, ...roles) });
}

const lastYear = bundleOf(0, 60, (i) => (i % 2 ? "s1" : "s2"));
/** Ten have left, ten are new, every third works elsewhere now. */
const thisYear = bundleOf(10, 70, (i) => (i % 3 ? "s1" : "s2"));
const leavers = Array.from({ length: 10 }, (_, i) => `u${i}`);

type Store = Awaited<ReturnType<typeof openMemoryStore>>;

function importOver(store: Store, table: Table, files: Files): Promise<unknown> {
  const services = { ...store.services, table };
  const ctx = createContext(services, { actor: { kind: "job", name: "setup" }, district: testDistrict, requestId: "test" });
  return importRoster(grant(ctx, "roster:write", { kind: "district" }), { source: "roster.zip", files, reason: "Ten people have left." });
}

/** The rows of the roster itself, but for how often one was written: what two imports that end alike agree on. */
async function roster(store: Store): Promise<unknown[]> {
  const isRoster = ({ type }: Item): boolean => ["staff", "member", "school", "email-claim"].includes(type);
  return (await store.rows())
    .filter(isRoster)
    .toSorted((a, b) => (`${a.PK} ${a.SK}` < `${b.PK} ${b.SK}` ? -1 : 1))
    .map(asTheRosterMakesIt);
}

const goneFrom = async (store: Store): Promise<unknown[]> =>
  (await store.rows()).filter(({ type, status }) => type === "staff" && status === "left").map(({ sourcedId }) => sourcedId);

describe("an import whose process is killed midway (F19)", () => {
  holds("ends nobody who is in the bundle, and importing again makes the roster that one whole import makes", async (seed) => {
    const random = randomFrom(seed);
    const whole = await openMemoryStore();
    await importOver(whole, whole.table, lastYear);
    const counted = mortal(whole.table);
    counted.begin();
    await importOver(whole, counted, thisYear);
    const { calls } = counted.life;

    const store = await openMemoryStore({ content });
    await importOver(store, store.table, lastYear);
    await vouchFor(store, testDistrict);
    await repair(jobIn(store, testDistrict));
    const kills = 1 + Math.floor(random() * 3);
    for (let i = 0; i < kills; i++) {
      const process = mortal(store.table);
      process.begin({ atCall: 1 + Math.floor(random() * (calls - 1)), when: random() < 0.5 ? "before" : "after" });
      // The later of several has less to do, and may have done it by then.
      const [{ status }] = await Promise.allSettled([importOver(store, process, thisYear)]);
      expect([i, status]).toEqual([i, i === 0 ? "rejected" : status]);
      for (const sourcedId of await goneFrom(store)) expect(leavers).toContain(sourcedId);
    }
    await importOver(store, store.table, thisYear);
    expect(await roster(store)).toEqual(await roster(whole));
    expect(new Set(await goneFrom(store))).toEqual(new Set(leavers));
    // The stream did not run here: what it would have made is made by the repair, and everything else is as it must be.
    await repair(jobIn(store, testDistrict));
    await expectWell(store, testDistrict);
  });
});

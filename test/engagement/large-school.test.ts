import type { DynamoDBRecord } from "aws-lambda";
import { beforeEach, describe, expect, it } from "vitest";
import { rollUpCallReaction } from "../../functions/engagement/actions/call-roll-up.ts";
import { engagementReactions } from "../../functions/engagement/events.ts";
import { rollUpCalls, schoolRollUps } from "../../functions/engagement/records.ts";
import { activeStaffIn, tallyIn } from "../../functions/engagement/tally.ts";
import type { District } from "../../functions/platform/district.ts";
import { react } from "../../functions/platform/reaction.ts";
import type { Table } from "../../functions/platform/table.ts";
import { type MemoryStore, openMemoryStore } from "../support/store.ts";
import { jobIn } from "./expect-figures.ts";
import { content, openDistrict, person, roleAt, school, writeFacts } from "./small-district.ts";

const size = 600;
/** Ten milliseconds for each of those who are there when it begins. */
const pauseMs = 5_990;
const staffed = Array.from({ length: size }, (_, i) => person(`stf_${i}`, [roleAt("sch_1")]));

let store: MemoryStore;
let district: District;
let waits: number[];

const changed = (of: string, at: string): DynamoDBRecord => ({
  dynamodb: { Keys: { PK: { S: `D#${district.id}#${of}` }, SK: { S: at } }, SequenceNumber: "1" },
});

/** What the stream's first reader does once a person has changed: their row, then their school. */
async function follow(staffId: string): Promise<void> {
  expect(await react(store.services, engagementReactions, [changed(`U#${staffId}`, "PROFILE")])).toEqual([]);
  expect(await react(store.services, engagementReactions, [changed("S#sch_1", `STAFF#${staffId}`)])).toEqual([]);
}

/** What its second reader does with the call; `meanwhile` happens while it waits, `during` while it reads the people. */
async function answer(hooks: { meanwhile?: () => Promise<void>; during?: () => Promise<void> } = {}): Promise<void> {
  let { during } = hooks;
  const table: Table = {
    ...store.table,
    async query(partition, range) {
      const found = await store.table.query(partition, range);
      if (range?.prefix === "STAFF#" && during) {
        const once = during;
        during = undefined;
        await once();
      }
      return found;
    },
  };
  const services = { ...store.services, table };
  const reaction = rollUpCallReaction(services, async (ms) => {
    waits.push(ms);
    await hooks.meanwhile?.();
    store.clock.set(new Date(store.clock.now().getTime() + ms).toISOString());
  });
  expect(await react(services, [reaction], [changed("ROLLUP#sch_1", "TASK")])).toEqual([]);
}

/** Someone leaves, and the stream's first reader hears of it. */
async function leaves(staffId: string): Promise<void> {
  const one = staffed.find(({ staff }) => staff.id === staffId);
  if (!one) throw new Error("nobody");
  await writeFacts(store, district, { people: [{ ...one, staff: { ...one.staff, status: "left", roles: [] } }] });
  await follow(staffId);
}

async function shown(): Promise<number> {
  const row = await jobIn(store, district).table.get(schoolRollUps, { of: "ROLL", at: "S#sch_1" });
  return row ? activeStaffIn(tallyIn(row, undefined)) : 0;
}

const isOpen = async () => (await jobIn(store, district).table.get(rollUpCalls, { of: "ROLLUP#sch_1", at: "TASK" }))?.isOpen;

beforeEach(async () => {
  waits = [];
  store = await openMemoryStore({ content });
  district = await openDistrict(store);
  await writeFacts(store, district, { schools: [school("sch_1")], people: staffed });
  const records = staffed.map(({ staff }) => changed(`U#${staff.id}`, "PROFILE"));
  await react(store.services, engagementReactions, records);
  await follow("stf_0");
});

describe("the figures of a school of hundreds (F26)", () => {
  it("are worked out by the work's reader, once for all changes since, and no sooner than its people take", async () => {
    expect(await shown()).toBe(size);
    await leaves("stf_1");
    expect([await shown(), await isOpen()]).toEqual([size, true]);
    await answer();
    expect([await shown(), await isOpen(), waits]).toEqual([size - 1, false, []]);
    for (const id of ["stf_2", "stf_3", "stf_4"]) await leaves(id);
    await answer({ meanwhile: () => leaves("stf_5") });
    expect([await shown(), await isOpen(), waits]).toEqual([size - 5, false, [pauseMs]]);
    // The records of the other calls arrive after it: nothing is left to do.
    await answer();
    expect([await shown(), waits]).toEqual([size - 5, [pauseMs]]);
  });

  it("miss no change that comes while they are being worked out", async () => {
    await leaves("stf_1");
    await answer({ during: () => leaves("stf_2") });
    expect([await shown(), await isOpen()]).toEqual([size - 1, true]);
    await answer();
    expect([await shown(), await isOpen()]).toEqual([size - 2, false]);
  });
});

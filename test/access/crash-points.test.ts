import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Staff } from "../../functions/roster/records.ts";
import { crashPoints } from "../support/crash-points.ts";
import { type Difference, type MatrixWorld, openMatrixWorld } from "./matrix-world.ts";
import { maplePeople } from "./world.ts";

let world: MatrixWorld;
beforeAll(async () => {
  // What goes wrong here on purpose is logged as it should be; nobody needs to read it.
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  world = await openMatrixWorld();
  // The district's settings are read once a minute: from here on every request makes the same calls.
  await world.ask(maplePeople.teacher, "GET", "/api/catalog");
  await world.settle();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.close();
});

const { teacher, coach, leader, colleague, schoolOnly } = maplePeople;
type Change = { name: string; who: Staff; method: string; path: string; body: unknown };
const due = { kind: "relative", days: 30 };
const changes: Change[] = [
  { name: "finishing a lesson", who: teacher, method: "POST", path: "/api/modules/m01/lessons/tight-and-loose/completion", body: {} },
  { name: "opening an attempt", who: teacher, method: "POST", path: "/api/modules/m02/attempts", body: undefined },
  { name: "submitting an attempt", who: teacher, method: "POST", path: "/api/modules/m01/attempts/1/submission", body: { answers: {} } },
  {
    name: "handing in practice",
    who: teacher,
    method: "POST",
    path: "/api/modules/m02/practice",
    body: { text: "What I did.", noStudentData: true },
  },
  {
    name: "reviewing practice",
    who: coach,
    method: "POST",
    path: `/api/staff/${colleague.id}/evidence/m01/1/review`,
    body: { decision: "return", levels: {}, comment: "Say what you tried and what changed.", version: 1 },
  },
  {
    name: "assigning to three people",
    who: leader,
    method: "POST",
    path: "/api/assignments",
    body: { audience: { staffIds: [teacher.id, colleague.id, schoolOnly.id] }, target: { kind: "module", id: "m03" }, due },
  },
  { name: "sending a nudge", who: coach, method: "POST", path: `/api/staff/${colleague.id}/nudges`, body: { message: "A kind word." } },
];

/** What a request left behind, by kind of row and person; ids and audit shards made on the way aside. */
function effects({ added, altered, removed }: Difference): string[] {
  expect(removed).toEqual([]);
  return [...added, ...altered]
    .map(({ type, staffId, action, subject, version }) =>
      JSON.stringify([type, staffId, action, subject, version]).replaceAll(/_[0-9a-z]{26}/g, "_"),
    )
    .toSorted();
}

describe("a process that ends in the middle of a change", () => {
  it.each(changes)(
    "leaves it undone or done, and the same request sent again makes it done once: $name",
    async ({ name: key, who, method, path, body }) => {
      const whole = await world.ask(who, method, path, { body, key });
      expect([whole.status, whole.body]).toEqual([200, expect.any(String)]);
      const made = await world.changed();
      const expected = effects(made);
      expect(expected.length).toBeGreaterThan(1);
      await world.restore(made);
      for (const end of crashPoints(whole.calls)) {
        const where = `${end.when} call ${end.atCall} of ${whole.calls}`;
        const cut = await world.ask(who, method, path, { body, key, end });
        expect([where, cut.status]).toEqual([where, 500]);
        const again = await world.ask(who, method, path, { body, key });
        expect([where, again.status]).toEqual([where, 200]);
        const third = await world.ask(who, method, path, { body, key });
        expect([where, third.body]).toEqual([where, again.body]);
        const left = await world.changed();
        expect([where, effects(left)]).toEqual([where, expected]);
        await world.restore(left);
      }
    },
  );
});

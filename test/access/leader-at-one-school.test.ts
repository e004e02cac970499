import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SchoolPage } from "../../functions/engagement/contract.ts";
import type { DrillPage } from "../../functions/engagement/people-contract.ts";
import { type MatrixWorld, openMatrixWorld } from "./matrix-world.ts";
import { authorization, type RowName } from "./expectations.ts";
import { routesUnderTest } from "./routes-under-test.ts";
import { maplePeople, schoolIds } from "./world.ts";

let world: MatrixWorld;
beforeAll(async () => {
  world = await openMatrixWorld();
});
afterAll(() => world.close());

/** Leads Alder, teaches at Birch. */
const { both, stranger, coachedOnly, schoolOnly, colleague } = maplePeople;
/** A route's path with ids in its places. */
const fill = (path: string, values: Record<string, string>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, part: string) => world.seeded[values[part] ?? ""] ?? values[part] ?? part);
const get = (path: string) => world.ask(both, "GET", path);
const atBirch = [stranger.familyName, coachedOnly.familyName];

describe("a leader at one school who is plain staff at another", () => {
  it("is offered the one school alone", async () => {
    const { body } = await get("/api/engagement/schools");
    expect((JSON.parse(body) as { id: string }[]).map(({ id }) => id)).toEqual([schoolIds.alder]);
  });

  it("opens its figures, its lists and its exports, and none of the other's", async () => {
    for (const page of ["", "/people", "/people.csv"]) {
      expect((await get(`/api/engagement/schools/${schoolIds.alder}${page}`)).status).toBe(200);
      expect((await get(`/api/engagement/schools/${schoolIds.birch}${page}`)).status).toBe(404);
    }
    for (const page of ["", ".csv"]) expect((await get(`/api/engagement/district${page}`)).status).toBe(403);
  });

  it("sees one number in the figure, in the list behind it and in the export", async () => {
    for (const metric of ["transfer", "current", "reach", "stalled", "certified"] as const) {
      const page = JSON.parse((await get(`/api/engagement/schools/${schoolIds.alder}?metric=${metric}`)).body) as SchoolPage;
      const drill = JSON.parse((await get(`/api/engagement/schools/${schoolIds.alder}/people?metric=${metric}`)).body) as DrillPage;
      const lines = (await get(`/api/engagement/schools/${schoolIds.alder}/people.csv?metric=${metric}`)).body.trim().split(/\r?\n/);
      expect(drill.rate).toEqual(page.metrics[metric]);
      for (const { name } of drill.people) expect(lines.some((line) => line.includes(name))).toBe(true);
      expect(lines.filter((line) => line.includes("Test ")).length).toBe(drill.people.length);
    }
  });

  it("opens a person of the one school and not a person of the other", async () => {
    const isLeaders = (row: RowName): boolean => "schoolLeader" in authorization[row];
    const pages = Object.entries(routesUnderTest).filter(
      // What says "not found" of a person within reach too, because they have no such thing, tells nothing here.
      ([name, { about, row, mayAnswer = [] }]) =>
        about === "person" && name.startsWith("GET ") && isLeaders(row) && !mayAnswer.includes(404),
    );
    expect(pages.length).toBeGreaterThan(0);
    for (const [name, { at, query, mayAnswer = [] }] of pages)
      for (const [person, expected] of [
        [colleague, 200],
        [schoolOnly, 200],
        [stranger, 404],
        [coachedOnly, 404],
      ] as const) {
        const path = fill(name.slice(4), { ...at, staffId: person.id }) + (query === undefined ? "" : `?${query}`);
        const { status } = await get(path);
        // A file is led to, where it is to be had.
        expect([path, expected === 200 && mayAnswer.includes(status) ? 200 : status]).toEqual([path, expected]);
      }
  });

  it("is told no name of the other school by anything that answers them", async () => {
    for (const [name, { at, query, about }] of Object.entries(routesUnderTest)) {
      if (!name.startsWith("GET ")) continue;
      for (const [staffId, schoolId] of [
        [both.id, schoolIds.alder],
        [colleague.id, schoolIds.birch],
        [stranger.id, schoolIds.birch],
      ]) {
        const path = fill(name.slice(4), { ...at, staffId: String(staffId), schoolId: String(schoolId) });
        const { body } = await get(query === undefined ? path : `${path}?${query}`);
        for (const word of atBirch) expect(`${about} ${path}: ${body}`).not.toContain(word);
      }
    }
  });

  it("counts in their own school's figures, as anyone who works there does", async () => {
    const drill = JSON.parse((await get(`/api/engagement/schools/${schoolIds.alder}/people?metric=reach`)).body) as DrillPage;
    expect(drill.people.map(({ id }) => id)).toContain(both.id);
  });
});

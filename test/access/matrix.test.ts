import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccessRole } from "../../functions/platform/permissions.ts";
import {
  expectedForAll,
  expectedForPerson,
  expectedForSchool,
  namesHiddenFrom,
  type Outcome,
  people,
  type PersonTarget,
  schoolsAskedFor,
  type SchoolTarget,
} from "./expectations.ts";
import { type MatrixWorld, openMatrixWorld } from "./matrix-world.ts";
import { type RouteUnderTest, routesUnderTest } from "./routes-under-test.ts";
import { personOfRole } from "./world.ts";

let world: MatrixWorld;
beforeAll(async () => {
  world = await openMatrixWorld();
});
afterAll(() => world.close());

const roles: readonly (AccessRole | undefined)[] = [undefined, "staff", "coach", "schoolLeader", "districtLeader", "districtAdministrator"];

type Cell = { role: AccessRole | undefined; about: string; outcome: Outcome; path: string; body: unknown };

/** Every combination of a route with those who may ask and those who may be asked about. */
function cellsOf(path: string, route: RouteUnderTest): Cell[] {
  const fill = (values: Record<string, string>): string => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = { ...route.at, ...values }[name] ?? `no-${name}`;
      return encodeURIComponent(world.seeded[value] ?? value);
    });
    return route.query === undefined ? filled : `${filled}?${route.query}`;
  };
  return roles.flatMap((role): Cell[] => {
    if (route.about === "person")
      return (Object.keys(people) as PersonTarget[]).map((about) => {
        const staffId = people[about] ?? personOfRole[role ?? "staff"].id;
        return {
          role,
          about,
          outcome: expectedForPerson(route.row, role, about),
          path: fill({ staffId }),
          body: bodyAbout(route.body, staffId),
        };
      });
    if (route.about === "school")
      return (Object.keys(schoolsAskedFor) as SchoolTarget[]).map((about) => {
        const schoolId = schoolsAskedFor[about];
        return {
          role,
          about,
          outcome: expectedForSchool(route.row, role, about),
          path: fill({ schoolId }),
          body: bodyAbout(route.body, schoolId),
        };
      });
    const own = personOfRole[role ?? "staff"].id;
    return [
      { role, about: route.about, outcome: expectedForAll(route.row, role, route.about), path: fill({}), body: bodyAbout(route.body, own) },
    ];
  });
}

/** The body with whom it is about in place of the word `Target`. */
const bodyAbout = (body: unknown, id: string): unknown =>
  body === undefined ? undefined : JSON.parse(JSON.stringify(body).replaceAll('"Target"', JSON.stringify(id)));

const isOfAnotherDistrict = (partition: string): boolean => partition === "D#dst_cedar" || partition.startsWith("D#dst_cedar#");

describe("every route", () => {
  it("has an entry in routes-under-test.ts", async () => {
    const missing = (await world.routes())
      .filter(({ name }) => !(name in routesUnderTest))
      .map(({ name, permission }) => `${name} (${permission})`);
    expect(
      missing,
      "Add each of these to test/access/routes-under-test.ts: the row of the authorization table that decides it, whom it is about, and a body that it accepts.",
    ).toEqual([]);
  });

  it("that has an entry is still there", async () => {
    const names = new Set((await world.routes()).map(({ name }) => name));
    expect(
      Object.keys(routesUnderTest).filter((name) => !names.has(name)),
      "Remove these from test/access/routes-under-test.ts, or bring the route back.",
    ).toEqual([]);
  });

  it("says which permission it needs", async () => {
    expect((await world.routes()).filter(({ permission }) => permission === undefined)).toEqual([]);
  });
});

describe("whoever asks, and whomever about", () => {
  it.each(Object.entries(routesUnderTest))(
    "%s answers as the authorization table says, and a refusal leaves no trace",
    async (name, route) => {
      const [method = "", path = ""] = name.split(" ");
      await world.settle();
      const wrong: string[] = [];
      for (const { role, about, outcome, path: asked, body } of cellsOf(path, route)) {
        const answer = await world.ask(role && personOfRole[role], method, asked, { body, ...(route.file && { file: route.file }) });
        const say = (what: string): void => void wrong.push(`${role ?? "signed out"} on ${about} (${asked}): ${what}`);
        const isAllowed = answer.status < 300 || (route.mayAnswer ?? []).includes(answer.status);
        if (outcome === "allowed" ? !isAllowed : answer.status !== outcome)
          say(`expected ${outcome}, got ${answer.status} ${answer.body.slice(0, 300)}`);
        const foreign = answer.touched.filter(isOfAnotherDistrict);
        if (foreign.length > 0) say(`touched another district: ${foreign.join(", ")}`);
        const hidden = role === undefined ? [] : namesHiddenFrom[role].filter((word) => answer.body.includes(word));
        if (hidden.length > 0) say(`the answer names ${hidden.join(", ")}`);
        if (!answer.isWriting) continue;
        const difference = await world.changed();
        const { added, altered, removed } = difference;
        const moved = [...added, ...altered, ...removed];
        if (moved.length === 0) continue;
        if (outcome !== "allowed" || method === "GET")
          say(
            `changed ${moved
              .slice(0, 5)
              .map(({ PK, SK }) => `${PK} / ${SK}`)
              .join(", ")} (${moved.length} rows)`,
          );
        if (moved.some(({ PK }) => isOfAnotherDistrict(PK))) say("changed another district");
        if (outcome === "allowed" && method !== "GET" && !added.some(({ type }) => type === "audit"))
          say("changed facts without an audit row");
        await world.restore(difference);
      }
      // The whole table once more, row by row: nothing was written past the table either.
      expect(await world.changed()).toEqual({ added: [], altered: [], removed: [] });
      expect(wrong.join("\n")).toBe("");
    },
  );
});

import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type MatrixWorld, openMatrixWorld } from "./matrix-world.ts";
import { routesUnderTest } from "./routes-under-test.ts";
import { maplePeople, schoolIds } from "./world.ts";

let world: MatrixWorld;
beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  world = await openMatrixWorld();
  await world.settle();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.close();
});

/** A key of another program is shown once, and never again. */
const withoutSecret = (body: string): string => body.replace(/,"token":"tl_[^"]+"/, "");

/** Everyone who may be the one to ask, and whom about, until someone may. */
const askers = [maplePeople.administrator, maplePeople.districtLeader, maplePeople.leader, maplePeople.coach, maplePeople.teacher];
const changes = Object.entries(routesUnderTest).filter(([name]) => !name.startsWith("GET "));

/** The requests that a route takes, one for each person who may ask it about the colleague, the school or themselves. */
function requestOf(name: string, who: (typeof askers)[number]): { path: string; body: unknown } {
  const route = routesUnderTest[name]!;
  const values: Record<string, string> = { staffId: maplePeople.colleague.id, schoolId: schoolIds.alder };
  const path = name.replace(/^\w+ /, "").replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = { ...values, ...route.at }[key] ?? `no-${key}`;
    return encodeURIComponent(world.seeded[value] ?? value);
  });
  const text = JSON.stringify(route.body) as string | undefined;
  const target = route.about === "person" ? maplePeople.colleague.id : route.about === "school" ? schoolIds.alder : who.id;
  return {
    path: route.query === undefined ? path : `${path}?${route.query}`,
    body: text === undefined ? undefined : JSON.parse(text.replaceAll('"Target"', JSON.stringify(target))),
  };
}

it.each(changes)("%s: the same request sent again is answered as it was", async (name, { file }) => {
  for (const who of askers) {
    const { path, body } = requestOf(name, who);
    const send = () => world.ask(who, name.split(" ")[0] ?? "", path, { body, key: `${name} ${who.id}`, ...(file && { file }) });
    const first = await send();
    if (first.status !== 200) continue;
    const made = await world.changed();
    const again = await send();
    expect([again.status, again.body]).toEqual([200, withoutSecret(first.body)]);
    expect(await world.changed()).toEqual(made);
    await world.restore(made);
    return;
  }
  // Nothing there to be asked for: the route says so to everyone.
  expect(routesUnderTest[name]?.mayAnswer ?? []).not.toEqual([]);
});

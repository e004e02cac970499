import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { factsOf, isInTimeline, type Names } from "../../functions/roster/timeline-facts.ts";
import { personWords as english } from "../../web/strings/en-person.ts";
import { personWords as spanish } from "../../web/strings/es/person.ts";
import { readSources, withoutComments } from "../architecture/source-tree.ts";

const sources = [...readSources(join(import.meta.dirname, "../.."), ["functions"])].map(
  ([path, source]) => [path, withoutComments(source)] as const,
);

/** The values that stand in actions which are put together. */
const templateValues: Record<string, readonly string[]> = {
  "staff.${outcome}": ["staff.added", "staff.changed"],
  "evidence.${state}": ["evidence.accepted", "evidence.returned"],
  "appeal.${input.decision}": ["appeal.upheld", "appeal.overturned"],
  "application.${after.state}": ["application.accepted", "application.returned"],
  "extension.${after.state}": ["extension.granted", "extension.declined"],
};

/** An action and, right after it, that it is about a person; a person as the subject and an action further down; several who are added. */
const committed =
  /action(?::((?:(?!action:|subject)[^;])*?))?,\s*subject: `staff:|subject = `staff:[^]*?action: ("[^"]+"),\s*subject,|action: ("[^"]+"),\s*make:[^]*?subject: `staff:/g;
const named = /"([a-z][a-z-]*\.[a-z][A-Za-z-]*)"/g;

/** The actions that a file of the source commits about a person, each beside the place where it stands. */
function actionsAboutPeople(): { path: string; action: string }[] {
  return sources.flatMap(([path, source]) => {
    const places = [...source.matchAll(committed)];
    return places.flatMap(([, first, second, third]) => {
      const said = first ?? second ?? third;
      // Said elsewhere in the file, by kind of change.
      const text = said === undefined || /^\s*(\w+\[\w+\])?$/.test(said) ? source : said;
      const templates = [...(said ?? "").matchAll(/`([^`]+)`/g)].map(([, template = ""]) => template);
      if (templates.some((template) => !templateValues[template])) throw new Error(`${path}: what does ${said} stand for?`);
      const actions = [
        ...[...text.matchAll(named)].map(([, action = ""]) => action),
        ...templates.flatMap((template) => templateValues[template] ?? []),
      ];
      if (actions.length === 0) throw new Error(`${path}: what does ${said} stand for?`);
      return actions.filter((action) => !/\.(ts|json|css)$/.test(action)).map((action) => ({ path, action }));
    });
  });
}

/** How often something is committed about a person, however it is written. */
const written = (): number => sources.reduce((sum, [, source]) => sum + [...source.matchAll(/subject(?::| =) `staff:/g)].length, 0);

describe("a person's timeline", () => {
  it("has words in English and Spanish for every action that is committed about a person", () => {
    const places = sources.flatMap(([, source]) => [...source.matchAll(committed)]);
    expect(places.length).toBe(written());
    const found = actionsAboutPeople().filter((one) => isInTimeline(one));
    expect(new Set(found.map(({ action }) => action)).size).toBeGreaterThan(30);
    for (const words of [english, spanish]) {
      const unknown = words.action("nothing.known");
      const silent = [...found, { path: "functions/roster/actions/undo-change.ts", action: "change.undone" }]
        .filter(({ action }) => words.action(action) === unknown)
        .map(({ path, action }) => `${action} (${path})`);
      expect(silent).toEqual([]);
    }
  });

  const names: Names = { school: (id) => `School ${id}`, person: (id) => id, group: (id) => `Group ${id}` };
  const said = (action: string, change: { before?: unknown; after?: unknown }, words = english): string[] =>
    factsOf({ action, ...change }, names).map((fact) => words.fact(fact, ({ id }) => `Module ${id}`));
  const seat = {
    id: "sea_1",
    staffId: "stf_1",
    place: "sch_1",
    team: "tier2",
    role: "dataAnalyst",
    isBackup: true,
    from: "2026-11-02",
    isFromElsewhere: false,
  };

  it("says which seat someone was named to or taken off, and from when", () => {
    expect(said("seat.named", { after: seat })).toEqual(["Data analyst (backup), Tier 2 team at School sch_1: from November 2, 2026"]);
    expect(said("seat.ended", { before: seat, after: { ...seat, until: "2026-12-18" } })).toEqual([
      "Data analyst (backup), Tier 2 team at School sch_1: last day December 18, 2026",
    ]);
    expect(said("seat.ended", { before: { ...seat, place: "district", team: "districtLeadership", isBackup: false } })).toEqual([
      "Data analyst, District leadership team: was to begin on November 2, 2026",
    ]);
    expect(said("seat.named", { after: seat }, spanish)[0]).toMatch(/suplente.*School sch_1/);
  });

  it("says by whose calendar someone works from then on", () => {
    expect(said("calendar.person-changed", { before: {}, after: { employeeGroup: "aides" } })).toEqual([
      "Works by the calendar of Group aides",
    ]);
    expect(said("calendar.person-changed", { before: {}, after: { employeeGroup: "own" } })).toEqual([
      "Works by the district's own calendar",
    ]);
    expect(said("calendar.person-changed", { before: { employeeGroup: "aides" }, after: {} })).toEqual([
      "Works by the calendar of their job again",
    ]);
  });

  it("says what was decided about someone, but not why they ask for time", () => {
    const asked = { moduleId: "m1", wishedOn: "2026-12-01", reason: "My father is ill.", state: "waiting" };
    expect(said("extension.asked", { after: asked })).toEqual(["Module m1: until December 1, 2026"]);
    expect(said("extension.granted", { after: { ...asked, dueOn: "2026-11-20" } })).toEqual(["Module m1: until November 20, 2026"]);
    expect(said("assignment.waived", { after: { target: { kind: "module", id: "m2" }, reason: "Teaches it" } })).toEqual([
      "Waived: Module m2. Teaches it",
    ]);
    expect(said("equivalency.recorded", { after: { moduleId: "m3", learnedOn: "2025-05-01" } })).toEqual([
      "Module m3: learned on May 1, 2025",
    ]);
  });
});

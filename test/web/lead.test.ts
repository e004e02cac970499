import { describe, expect, test } from "vitest";
import type { SchoolRow } from "../../functions/engagement/contract.ts";
import { countOnIt } from "../../functions/engagement/count-on-it.ts";
import { adviceFor, schoolsBehind } from "../../web/lead/advice.ts";
import { adviceWords } from "../../web/lead/advice-words.ts";
import { metricIds, peopleViewOf, viewOf } from "../../web/lead/filter.ts";

const school = (name: string, percent: number | undefined, level: SchoolRow["level"] = "elementary"): SchoolRow => {
  const rate =
    percent === undefined ? ({ isHidden: true } as const) : { numerator: percent, denominator: 100, percent, isHidden: false as const };
  return {
    id: name,
    name,
    level,
    activeStaff: 20,
    metrics: Object.fromEntries(metricIds.map((id) => [id, rate])) as SchoolRow["metrics"],
    coverage: { known: 20, of: 20 },
    roleGap: { state: "few" },
  };
};

describe("what a spread asks for", () => {
  test("is one of four answers, by level and gap", () => {
    expect(adviceFor({ schools: 8, known: 8, level: 82, gap: 4 }, true)).toBe("keep");
    expect(adviceFor({ schools: 8, known: 8, level: 78, gap: 20 }, true)).toBe("target");
    expect(adviceFor({ schools: 8, known: 8, level: 50, gap: 0 }, true)).toBe("district");
    expect(adviceFor({ schools: 8, known: 8, level: 50, gap: 57 }, true)).toBe("reinstall");
  });

  test("reads a figure the other way round where lower is better", () => {
    expect(adviceFor({ schools: 8, known: 8, level: 12, gap: 4 }, false)).toBe("keep");
    expect(adviceFor({ schools: 8, known: 8, level: 80, gap: 4 }, false)).toBe("district");
  });

  test("says high and low as the figure reads: where lower is better, most stalled is high and never low", () => {
    const words = (level: number, gap: number) => {
      const advice = adviceFor({ schools: 8, known: 8, level, gap }, false);
      return advice && adviceWords(advice, ["Willow"], false);
    };
    expect(words(81, 4)).toMatch(/^High, where lower is better, and much the same everywhere/);
    expect(words(60, 20)).toMatch(/^High, where lower is better, and far apart/);
    expect(words(12, 4)).toMatch(/^Low and even/);
    expect(words(20, 20)).toMatch(/^Low on the whole.*Coaching at Willow/);
    expect(adviceWords("district", [], true)).toMatch(/^Low, and much the same everywhere/);
  });

  test("is nothing where there is no score", () => {
    expect(adviceFor(countOnIt([40, 80]), true)).toBeUndefined();
  });

  test("names the schools on the weaker side of the score by name, and never a hidden one or the office", () => {
    const schools = [
      school("Willow", 30),
      school("Birch", 40),
      school("Cedar", 95),
      school("Maple", 90),
      school("Hidden", undefined),
      school("Office", 5, "district"),
    ];
    const score = countOnIt([30, 40, 95, 90]);
    expect(schoolsBehind(schools, "transfer", score, true).map(({ name }) => name)).toEqual(["Birch", "Willow"]);
  });
});

describe("a view in the address", () => {
  test("keeps what it knows and leaves out what it does not, so that an old address still opens", () => {
    expect(viewOf({ metric: "reach", level: "middle", role: "teacher", color: "red" })).toEqual({
      metric: "reach",
      level: "middle",
      role: "teacher",
    });
    expect(viewOf({ metric: "league", level: 7, role: "" })).toEqual({});
  });

  test("does not spell out what is shown anyway", () => {
    expect(peopleViewOf({ metric: "transfer", show: "all" })).toEqual({});
    expect(peopleViewOf({ show: "rest" })).toEqual({ show: "rest" });
  });
});

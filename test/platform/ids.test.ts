import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idFrom, newId, publicId, sha256 } from "../../functions/platform/ids.ts";

const crockford = /^[0-9a-hjkmnp-tv-z]+$/;
const afterPrefix = (id: string): string => id.slice(id.indexOf("_") + 1);

describe("a new id", () => {
  it("is its prefix and 26 lower-case letters and digits that are safe in any key", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date("2300-01-01"), noInvalidDate: true }), (now) => {
        const id = newId("stf", now);
        expect(id).toMatch(/^stf_.{26}$/);
        expect(afterPrefix(id)).toMatch(crockford);
      }),
    );
  });

  it("sorts by the millisecond it was made in", () => {
    const instants = fc.date({ min: new Date(0), max: new Date("2300-01-01"), noInvalidDate: true });
    fc.assert(fc.property(instants, instants, (a, b) => a.getTime() === b.getTime() || newId("x", a) < newId("x", b) === a < b));
  });

  it("is never made twice, not even in one millisecond", () => {
    const now = new Date("2026-11-02T15:00:00Z");
    const made = new Set(Array.from({ length: 10_000 }, () => newId("stf", now)));
    expect(made.size).toBe(10_000);
  });
});

describe("an id made from parts", () => {
  it("is the same for the same parts and different for any others", () => {
    const parts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(parts, parts, (a, b) => (idFrom("asg", ...a) === idFrom("asg", ...b)) === (JSON.stringify(a) === JSON.stringify(b))),
    );
    expect(idFrom("asg", "a", "bc")).not.toBe(idFrom("asg", "ab", "c"));
  });

  it("looks like any other id, whatever its parts hold", () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: "binary" })), (parts) => crockford.test(afterPrefix(idFrom("asg", ...parts)))));
  });
});

describe("a public id", () => {
  it("is 160 bits of chance in 32 characters, no two alike", () => {
    const made = Array.from({ length: 10_000 }, publicId);
    expect(new Set(made).size).toBe(10_000);
    for (const id of made) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{32}$/);
    // Every place takes every letter: nothing about an id can be foretold.
    for (let place = 0; place < 32; place++) expect(new Set(made.map((id) => id[place])).size).toBe(32);
  });
});

describe("sha256", () => {
  it("is SHA-256 in hex", () => {
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

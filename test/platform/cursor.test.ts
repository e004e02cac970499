import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CursorOf, decodeCursor, encodeCursor } from "../../functions/platform/cursor.ts";

const people: CursorOf = { districtId: "dst_maple", of: "S#sch_1", prefix: "MEMBER#" };
const names: CursorOf = { districtId: "dst_maple", of: "NAME#r", prefix: "ru", index: "index1" };
const place = { PK: "D#dst_maple#S#sch_1", SK: "MEMBER#stf_7" };
const byName = { PK: "D#dst_maple#U#stf_7", SK: "PROFILE", P1: "D#dst_maple#NAME#r", S1: "ruiz#ana#stf_7" };
const expectRefused = (cursor: string, of: CursorOf): void => {
  expect(() => decodeCursor(cursor, of)).toThrow(expect.objectContaining({ code: "invalid-cursor" }));
};

describe("a cursor", () => {
  it("leads back to its place, in the table and in an index", () => {
    expect(decodeCursor(encodeCursor(place), people)).toEqual(place);
    expect(decodeCursor(encodeCursor(byName), names)).toEqual(byName);
    expect(decodeCursor(undefined, people)).toBeUndefined();
  });

  it.each<[string, Record<string, string>]>([
    ["of another district", { PK: "D#dst_cedar#S#sch_1", SK: "MEMBER#stf_7" }],
    ["of a district whose id begins the same", { PK: "D#dst_maple2#S#sch_1", SK: "MEMBER#stf_7" }],
    ["of another collection", { PK: "D#dst_maple#S#sch_2", SK: "MEMBER#stf_7" }],
    ["of another part of the collection", { PK: "D#dst_maple#S#sch_1", SK: "STAFF#stf_7" }],
    ["of an index", byName],
    ["with a part missing", { PK: place.PK }],
    ["with a part too many", { ...place, P1: "x" }],
    ["of no district", { PK: "SESS#abc", SK: "MEMBER#x" }],
  ])("%s is refused", (_, other) => expectRefused(encodeCursor(other), people));

  it.each<[string, Record<string, string>]>([
    ["whose row is another district's", { ...byName, PK: "D#dst_cedar#U#stf_7" }],
    ["whose row is no district's", { ...byName, PK: "SESS#abc" }],
    ["whose entry is another district's", { ...byName, P1: "D#dst_cedar#NAME#r" }],
    ["of another letter", { ...byName, P1: "D#dst_maple#NAME#s" }],
    ["before its prefix", { ...byName, S1: "rossi#ana#stf_7" }],
    ["of the table itself", place],
  ])("of an index, %s, is refused", (_, other) => expectRefused(encodeCursor(other), names));

  it("made by hand is refused, whatever it holds", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expectRefused(text, people)));
    fc.assert(fc.property(fc.json(), (json) => expectRefused(Buffer.from(json).toString("base64url"), people)));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { collectionOf, districtOf, partitionOf, record } from "../../functions/platform/record.ts";
import type { Item, Operation } from "../../functions/platform/table.ts";

const Note = z.object({
  id: z.string(),
  owner: z.string(),
  text: z.string(),
  count: z.number(),
  tags: z.array(z.string()),
  due: z.string().optional(),
});
const notes = record({
  type: "note",
  kind: "fact",
  schema: Note,
  address: ({ owner, id }) => ({ of: `U#${owner}`, at: `N#${id}` }),
  index1: ({ due, id }) => (due === undefined ? undefined : { of: "DUE", at: `${due}#${id}` }),
  index2: ({ owner, id }) => ({ of: `BY#${owner}`, at: id }),
  index3: ({ id }) => ({ of: "NOTEQ", at: id }),
  expiresAt: () => 1_800_000_000,
});
const postcards = record({
  type: "postcard",
  kind: "system",
  scope: "global",
  schema: z.object({ id: z.string() }),
  address: ({ id }) => ({ of: `PUB#${id}`, at: "P" }),
});

/** Ids as the platform makes them: no `#`, never empty. */
const id = fc.string({ unit: fc.constantFrom(..."0123456789abcdefghjkmnpqrstvwxyz_"), minLength: 1, maxLength: 30 });
const districtId = id.map((text) => `dst_${text}`);
const note = fc.record(
  { id, owner: id, text: fc.string(), count: fc.integer(), tags: fc.array(fc.string()), due: fc.constantFrom("2026-11-02", "2027-02-28") },
  { requiredKeys: ["id", "owner", "text", "count", "tags"] },
);
const putOf = (operation: Operation): Item => {
  if (!("put" in operation)) throw new Error("not a put");
  return operation.put;
};

describe("a record", () => {
  it("reads back what it wrote, one version on", () => {
    fc.assert(
      fc.property(note, districtId, fc.nat(), (value, district, version) => {
        const stored = putOf(notes.put({ ...value, version }).operation(district));
        expect(notes.parse(stored)).toEqual({ ...value, version: version + 1 });
      }),
    );
  });

  it("is guarded by the version it was read at, and must not exist when it was never read", () => {
    fc.assert(
      fc.property(note, fc.nat(), (value, version) => {
        expect(notes.put({ ...value, version }).operation("dst_a").guard).toEqual(version === 0 ? "absent" : { version });
        expect(notes.remove({ ...value, version }).operation("dst_a").guard).toEqual({ version });
        expect(notes.overwrite(value).operation("dst_a").guard).toBeUndefined();
      }),
    );
  });

  it("of one district can never be written into another's partition or index", () => {
    fc.assert(
      fc.property(note, districtId, districtId, (value, mine, other) => {
        fc.pre(mine !== other);
        const written = putOf(notes.put({ ...value, version: 0 }).operation(mine));
        for (const partition of [written.PK, written.P1, written.P2]) {
          if (partition === undefined) continue;
          expect(districtOf(String(partition))).toBe(mine);
          expect(String(partition) === `D#${other}` || String(partition).startsWith(`D#${other}#`)).toBe(false);
        }
        const removed = notes.remove({ ...value, version: 1 }).operation(mine);
        expect("remove" in removed && districtOf(removed.remove.PK)).toBe(mine);
      }),
    );
  });

  it("keeps its place when its owner's id holds a separator, within its own district still", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), districtId, (owner, noteId, district) => {
        const written = putOf(notes.put({ id: noteId, owner, text: "", count: 0, tags: [], version: 0 }).operation(district));
        return districtOf(written.PK) === district;
      }),
    );
  });

  it("stands in an index only where it says so, and in the system queue by its own name", () => {
    const value = { id: "1", owner: "o", text: "", count: 0, tags: [], version: 0 };
    const plain = putOf(notes.put(value).operation("dst_a"));
    expect(plain).not.toHaveProperty("P1");
    expect(plain).not.toHaveProperty("S1");
    expect(plain).toMatchObject({ P2: "D#dst_a#BY#o", S2: "1", P3: "NOTEQ", S3: "1", ttl: 1_800_000_000 });
    expect(putOf(notes.put({ ...value, due: "2026-11-02" }).operation("dst_a"))).toMatchObject({ P1: "D#dst_a#DUE", S1: "2026-11-02#1" });
  });

  it("that is global is outside every district", () => {
    const written = putOf(postcards.put({ id: "x", version: 0 }).operation("dst_a"));
    expect(written.PK).toBe("PUB#x");
    expect(districtOf(written.PK)).toBeUndefined();
  });

  it("refuses to store what it could not read back", () => {
    const wrong = { id: "1", owner: "o", text: "", count: "many" as unknown as number, tags: [], version: 0 };
    expect(() => notes.put(wrong).operation("dst_a")).toThrow(z.ZodError);
  });

  it("drops what its schema does not name", () => {
    const value = { id: "1", owner: "o", text: "", count: 0, tags: [], version: 0, isAdministrator: true };
    expect(putOf(notes.put(value).operation("dst_a"))).not.toHaveProperty("isAdministrator");
  });

  it("stores nothing undefined, however deep, so that no client setting can refuse it", () => {
    const deep = record({
      type: "deep",
      kind: "fact",
      schema: z.object({ id: z.string(), what: z.unknown() }),
      address: () => ({ of: "", at: "D" }),
    });
    const what = { a: undefined, b: { c: undefined, d: [{ e: undefined, f: 1 }] }, g: null, h: new Uint8Array([1]) };
    const stored = putOf(deep.put({ id: "1", what, version: 0 }).operation("dst_a"));
    expect(stored.what).toStrictEqual({ b: { d: [{ f: 1 }] }, g: null, h: new Uint8Array([1]) });
  });

  it("refuses a schema whose field would overwrite a key, an index or the version", () => {
    for (const name of ["PK", "SK", "P1", "S3", "ttl", "type", "version", "writeId"]) {
      const declare = () =>
        record({
          type: "odd",
          kind: "fact",
          schema: z.object({ id: z.string(), [name]: z.string() }),
          address: () => ({ of: "", at: "A" }),
        });
      expect(declare).toThrow(name);
    }
  });
});

describe("a partition key", () => {
  it("comes apart into the district and the collection that made it", () => {
    fc.assert(
      fc.property(districtId, fc.string(), (district, of) => {
        expect(districtOf(partitionOf(district, of))).toBe(district);
        expect(collectionOf(partitionOf(district, of))).toBe(of);
      }),
    );
  });
});

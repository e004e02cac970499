import { afterAll, beforeAll, expect, it } from "vitest";
import { addResource } from "../../functions/curriculum/actions/add-resource.ts";
import { setResourceRemoved } from "../../functions/curriculum/actions/set-resource-removed.ts";
import { uploadLibraryFile } from "../../functions/curriculum/actions/upload-library-file.ts";
import { ResourceInput } from "../../functions/curriculum/contract.ts";
import { libraryFile, libraryView, ownLibrary } from "../../functions/curriculum/library-queries.ts";
import { otherDistrict } from "../support/store.ts";
import { openCurriculum, type CurriculumWorld } from "./world.ts";

let world: CurriculumWorld;
beforeAll(async () => {
  world = await openCurriculum();
});
afterAll(() => world.close());

const guide = ResourceInput.parse({
  title: "Our request form, explained",
  publisher: "Maple Valley Schools",
  kind: "guide",
  about: "How to fill in the request for help.",
  minutes: 5,
  url: "https://maple.example/form",
  roles: ["teacher"],
  tiers: [2],
  elements: [],
  modules: ["m01"],
  hasCaptions: false,
});
const titles = async (district?: typeof otherDistrict) => (await libraryView(world.reader(district))).resources.map(({ title }) => title);

it("an entry by its address is in the library of its own district, and in no other", async () => {
  const added = await addResource(world.administrator(), guide);
  expect(added).toMatchObject({ title: guide.title, url: guide.url, isLocal: true });
  expect(await titles()).toEqual([guide.title]);
  expect(await titles(otherDistrict)).toEqual([]);
});

it("a file becomes an entry that everyone of the district can download, whatever its name said it was", async () => {
  const bytes = new TextEncoder().encode("%PDF-1.7 our guide");
  const file = await uploadLibraryFile(world.administrator(), { fileName: "../guide.exe", bytes });
  expect(file.name).toBe("guide.pdf");
  const { url: _, ...words } = guide;
  const added = await addResource(world.administrator(), { ...words, title: "Our guide", fileId: file.id });
  expect(added.file).toEqual({ name: "guide.pdf", bytes: bytes.length });
  const served = await libraryFile(world.reader(), added.id);
  expect(served).toMatchObject({ mediaType: "application/pdf", fileName: "guide.pdf" });
  expect(new TextDecoder().decode(served.bytes as Uint8Array)).toBe("%PDF-1.7 our guide");
  await expect(libraryFile(world.reader(otherDistrict), added.id)).rejects.toMatchObject({ code: "not-found" });
});

it.each([
  ["a recording without captions and a transcript", { kind: "recording" }, "transcriptUrl"],
  ["neither an address nor a file", { url: undefined }, "url"],
  ["an address that is not https", { url: "http://maple.example/form" }, "url"],
])("%s is refused with the field to mend", (_, change, field) => {
  const outcome = ResourceInput.safeParse({ ...guide, ...change });
  expect(outcome.error?.issues.map(({ path }) => path.join("."))).toContain(field);
});

it("a module or an element that does not exist is refused, and nothing is saved", async () => {
  const before = await titles();
  await expect(addResource(world.administrator(), { ...guide, modules: ["m99"] })).rejects.toMatchObject({ code: "invalid-input" });
  await expect(addResource(world.administrator(), { ...guide, elements: ["none"] })).rejects.toMatchObject({ code: "invalid-input" });
  expect(await titles()).toEqual(before);
});

it("what is not a file that people may be sent is refused", async () => {
  const bytes = new TextEncoder().encode("<script>alert(1)</script>");
  await expect(uploadLibraryFile(world.administrator(), { fileName: "guide.pdf", bytes })).rejects.toMatchObject({
    code: "unsupported-file",
  });
});

it("an entry that is taken out is gone for staff, kept for administrators, and can be put back", async () => {
  const { id } = await addResource(world.administrator(), { ...guide, title: "For a while" });
  await setResourceRemoved(world.administrator(), { resourceId: id, isRemoved: true });
  expect(await titles()).not.toContain("For a while");
  expect((await ownLibrary(world.administrator())).resources.find((one) => one.id === id)).toMatchObject({ isRemoved: true });
  await setResourceRemoved(world.administrator(), { resourceId: id, isRemoved: false });
  expect(await titles()).toContain("For a while");
});

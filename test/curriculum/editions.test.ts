import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginModule } from "../../functions/curriculum/actions/begin-module.ts";
import { publishEdition, restoreEdition } from "../../functions/curriculum/actions/publish-edition.ts";
import { discardDraft, saveDraft } from "../../functions/curriculum/actions/save-draft.ts";
import { withdrawEdition } from "../../functions/curriculum/actions/withdraw-edition.ts";
import { authoringList, authoringPage, compilePreview, editionTexts } from "../../functions/curriculum/authoring-queries.ts";
import { readAnswers, readCatalog, readModule, shippedModule } from "../../functions/curriculum/queries.ts";
import { completeLesson } from "../../functions/learning/actions/complete-lesson.ts";
import { modulePage } from "../../functions/learning/queries.ts";
import { auditRows } from "../../functions/platform/commit.ts";
import { AppError } from "../../functions/platform/errors.ts";
import { GuardFailed } from "../../functions/platform/table.ts";
import { validContent } from "../content/valid-content.ts";
import { otherDistrict } from "../support/store.ts";
import { openCurriculum, type CurriculumWorld } from "./world.ts";

let world: CurriculumWorld;
beforeAll(async () => {
  world = await openCurriculum();
});
afterAll(() => world.close());

const today = "2026-11-02";
const titleOf = async (moduleId: string, district?: typeof otherDistrict) =>
  (await readModule(world.reader(district), moduleId)).lessons[0]?.title;
const refusal = async (work: Promise<unknown>): Promise<AppError> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  return error as AppError;
};

/** Saves the module's current texts with one replacement as the draft. */
async function write(moduleId: string, file: string, from: string, to: string) {
  const { current, version } = await authoringPage(world.administrator(), moduleId);
  const text = current[file] ?? "";
  expect(text).toContain(from);
  return saveDraft(world.administrator(), { moduleId, files: { ...current, [file]: text.replace(from, to) }, version });
}

async function publish(moduleId: string, options: { publishOn?: string; again?: string[] } = {}) {
  const { version } = await authoringPage(world.administrator(), moduleId);
  return publishEdition(world.administrator(), { moduleId, version, publishOn: today, note: "Our own words", again: [], ...options });
}

describe("an edition", () => {
  it("is read by its own district from the moment it is published, and by no other", async () => {
    await write("m01", "1-why.md", "title: Lesson 1", "title: Why we do it here");
    expect(await titleOf("m01")).toBe("Lesson 1");
    const page = await publish("m01");
    expect(page.editions).toMatchObject([{ number: 1, state: "inForce", isOriginal: false, publishedBy: "Sam Whitfield" }]);
    expect(page.draft).toBeUndefined();
    expect(await authoringPage(world.administrator(), "m01")).toEqual(page);
    expect(await titleOf("m01")).toBe("Why we do it here");
    expect((await readCatalog(world.reader())).modules.find(({ id }) => id === "m01")).toMatchObject({ edition: 1 });
    expect(await titleOf("m01", otherDistrict)).toBe("Lesson 1");
    expect((await readCatalog(world.reader(otherDistrict))).modules.find(({ id }) => id === "m01")?.edition).toBeUndefined();
  });

  it("keeps its keys on the server, where its attempts are scored", async () => {
    const answers = await readAnswers(world.reader(), "m01");
    expect(answers.hash).toBe((await readModule(world.reader(), "m01")).hash);
    expect(JSON.stringify(await readModule(world.reader(), "m01"))).not.toMatch(/"correct"|"feedback"/);
  });

  it("waits for its day, and can be taken back before it comes", async () => {
    await write("m02", "1-why.md", "title: Lesson 1", "title: From January");
    const page = await publish("m02", { publishOn: "2027-01-04" });
    expect(page.editions[0]).toMatchObject({ state: "scheduled" });
    expect(await titleOf("m02")).toBe("Lesson 1");
    world.clock.set("2027-01-04T15:00:00Z");
    expect(await titleOf("m02")).toBe("From January");
    expect((await refusal(withdrawEdition(world.administrator(), { moduleId: "m02", number: 1 }))).code).toBe("conflict");
    world.clock.set("2026-11-02T15:00:00Z");
    expect((await withdrawEdition(world.administrator(), { moduleId: "m02", number: 1 })).editions).toEqual([]);
    world.clock.set("2027-01-04T15:00:00Z");
    expect(await titleOf("m02")).toBe("Lesson 1");
    world.clock.set("2026-11-02T15:00:00Z");
    await write("m02", "1-why.md", "title: Lesson 1", "title: Another");
    expect((await publish("m02")).editions[0]?.number).toBe(2);
  });

  it("with a mistake is refused where it stands, and the draft stays", async () => {
    await write("m01", "check.yaml", "        correct: true\n", "");
    const error = await refusal(publish("m01"));
    expect(error.code).toBe("invalid-input");
    expect(error.fields?.[0]?.path).toMatch(/^check\.yaml:\d+:\d+$/);
    const { draft, version } = await authoringPage(world.administrator(), "m01");
    expect(draft).toBeDefined();
    await discardDraft(world.administrator(), { moduleId: "m01", version });
    expect((await authoringPage(world.administrator(), "m01")).draft).toBeUndefined();
  });

  it("is left by a new one with the old text, so that nothing that was in force is lost", async () => {
    await write("m01", "1-why.md", "title: Why we do it here", "title: Why, second try");
    await publish("m01");
    const back = await restoreEdition(world.administrator(), { moduleId: "m01", number: 1, note: "The first was better", again: [] });
    expect(back.editions.map(({ number, state }) => [number, state])).toEqual([
      [3, "inForce"],
      [2, "past"],
      [1, "past"],
    ]);
    expect(await titleOf("m01")).toBe("Why we do it here");
    expect((await editionTexts(world.administrator(), "m01", 2)).files["1-why.md"]).toContain("Why, second try");
    const shipped = await restoreEdition(world.administrator(), { moduleId: "m01", note: "As it was shipped", again: [] });
    expect(shipped.editions[0]).toMatchObject({ number: 4, isOriginal: true });
    expect(await readModule(world.reader(), "m01")).toEqual(await shippedModule(world.services, "m01"));
  });

  it("leaves an audit row for each step", async () => {
    const rows = await world.reader().table.list(auditRows, "AUDS#module:m01", { index: "index2" });
    // The clock stands still, so rows of one instant come in any order.
    expect(rows.map(({ action }) => action).toSorted()).toEqual([
      "edition-draft.discarded",
      "edition-draft.saved",
      "edition-draft.saved",
      "edition-draft.saved",
      "edition.published",
      "edition.published",
      "edition.restored",
      "edition.restored",
    ]);
  });
});

describe("two administrators", () => {
  it("who write one draft meet in it: the second is told and nothing is lost", async () => {
    const { version } = await write("m02", "job-aid.md", "The first module", "Our module");
    const stale = saveDraft(world.administrator(), { moduleId: "m02", files: { "job-aid.md": "other" }, version: version - 1 });
    expect((await refusal(stale)).code).toBe("conflict");
    expect((await authoringPage(world.administrator(), "m02")).draft?.files["job-aid.md"]).toContain("Our module");
  });

  it("who publish at once publish one edition", async () => {
    const before = (await authoringPage(world.administrator(), "m02")).editions.length;
    const outcomes = await Promise.allSettled([publish("m02"), publish("m02")]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [lost] = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    expect(lost instanceof GuardFailed || lost instanceof AppError).toBe(true);
    expect((await authoringPage(world.administrator(), "m02")).editions).toHaveLength(before + 1);
  });

  it("meet a version that never begins again, so that an editor left open from before is told", async () => {
    const { version: seen, current } = await write("m02", "job-aid.md", "Our module", "Our own module");
    const published = await publish("m02");
    expect([published.draft, published.version]).toEqual([undefined, seen + 1]);
    const { version } = await write("m02", "job-aid.md", "Our own module", "Our one module");
    expect(version).toBe(seen + 2);
    const stale = saveDraft(world.administrator(), { moduleId: "m02", files: current, version: seen });
    expect((await refusal(stale)).code).toBe("conflict");
    await discardDraft(world.administrator(), { moduleId: "m02", version });
    const page = await authoringPage(world.administrator(), "m02");
    expect([page.draft, page.version]).toEqual([undefined, version + 1]);
    expect((await refusal(publish("m02"))).code).toBe("not-ready");
  });
});

describe("reading again", () => {
  it("is asked of those alone who had read the lesson, is done by reading it, and takes no completion back", async () => {
    const learner = { staffId: "stf_ana", moduleId: "m02" };
    await completeLesson(world.reader(), { ...learner, lessonId: "lesson-1" });
    world.clock.set("2026-11-02T16:00:00Z");
    await write("m02", "1-why.md", "Closing words.", "New closing words.");
    await publish("m02", { again: ["lesson-1", "lesson-2"] });
    world.clock.set("2026-11-02T17:00:00Z");
    const page = await modulePage(world.reader(), "stf_ana", "m02");
    expect(page.enrollment).toMatchObject({ readAgain: ["lesson-1"], lessonsDone: ["lesson-1"] });
    const again = await completeLesson(world.reader(), { ...learner, lessonId: "lesson-1" });
    expect(again.readAgain).toEqual([]);
    expect((await modulePage(world.reader(), "stf_ana", "m02")).enrollment).toEqual(again);
  });
});

describe("a module of the district's own", () => {
  it("is begun with an id of its own, written, published and read like any other", async () => {
    const begun = await beginModule(world.administrator(), { title: "Our reading program" });
    expect(begun).toMatchObject({ moduleId: "l01", isLocal: true, version: 1 });
    expect((await refusal(publish("l01"))).code).toBe("invalid-input");
    const files = Object.fromEntries(
      Object.entries(validContent()).flatMap(([file, text]) =>
        file.startsWith("modules/")
          ? [[file.split("/").at(-1) ?? "", text.replaceAll("m01-i", "l01-i").replace("id: m01\n", "id: l01\n")]]
          : [],
      ),
    );
    const preview = await compilePreview(world.administrator(), "l01", files);
    expect(preview.problems).toEqual([]);
    await saveDraft(world.administrator(), { moduleId: "l01", files, version: 1 });
    await publish("l01");
    expect((await readCatalog(world.reader())).modules.map(({ id }) => id)).toEqual(["m01", "m02", "l01"]);
    expect((await readModule(world.reader(), "l01")).lessons).toHaveLength(3);
    expect((await refusal(readModule(world.reader(otherDistrict), "l01"))).code).toBe("not-found");
    const list = await authoringList(world.administrator());
    expect(list.find(({ moduleId }) => moduleId === "l01")).toMatchObject({ isLocal: true, edition: 1, hasDraft: false });
    expect(await beginModule(world.administrator(), { title: "A second" })).toMatchObject({ moduleId: "l02" });
  });

  it("has no shipped text to go back to", async () => {
    expect((await refusal(restoreEdition(world.administrator(), { moduleId: "l01", note: "Back", again: [] }))).code).toBe("invalid-input");
  });
});

it("a page costs one read more, of one row, however many modules a district adapted", async () => {
  world.used.length = 0;
  await readCatalog(world.reader());
  expect(world.used.map(({ operation }) => operation)).toEqual(["get"]);
});

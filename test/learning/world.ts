import type { Catalog, CatalogModule, ModuleAnswers, ModuleContent, PathDefinition } from "../../functions/curriculum/content.ts";
import { commit } from "../../functions/platform/commit.ts";
import type { ContentSource } from "../../functions/platform/context.ts";
import { type Staff, staffRecords } from "../../functions/roster/records.ts";
import { subjectOf } from "../../functions/roster/rules.ts";
import { type AnyStore, contentFrom, openMemoryStore, openTestStore } from "../support/store.ts";

type ModuleOptions = {
  id: string;
  hash?: string;
  lessons?: string[];
  bank?: ModuleAnswers["items"];
  draw?: number;
  accepts?: ("text" | "file")[];
};

const text = (words: string) => [["p", {}, words] as [string, Record<string, string>, string]];

/** A bank of items, over three objectives, whose every string can be told from every other. */
export function bankOf(moduleId: string, size: number): ModuleAnswers["items"] {
  return Array.from({ length: size }, (_, i) => ({
    id: `${moduleId}-i${i}`,
    objective: `objective-${i % 3}`,
    scenario: `Scenario ${i} of ${moduleId}.`,
    question: `What now, ${i}?`,
    choices: ["a", "b", "c"].map((letter) => ({
      id: `${moduleId}-i${i}-${letter}`,
      text: `Choice ${letter} of ${i}`,
      correct: letter === "b",
      feedback: `Feedback ${letter} of ${moduleId}-i${i}`,
    })),
  }));
}

/** One module as it is compiled: what may be read and what may not. */
export function moduleOf(options: ModuleOptions): { content: ModuleContent; answers: ModuleAnswers } {
  const { id, hash = "v1", lessons = ["one", "two"], draw = 5, accepts = ["text", "file"] } = options;
  const criterion = (name: string) => ({
    id: name,
    criterion: `Shows ${name}`,
    notYet: "no",
    developing: "some",
    meets: "yes",
    exemplary: "more",
  });
  return {
    content: {
      id,
      hash,
      language: "en",
      title: `Module ${id}`,
      summary: "A module",
      minutes: 40,
      prerequisites: [],
      topics: ["ethics"],
      standards: ["evidence", "collaborativeInquiry"],
      objectives: [0, 1, 2].map((n) => ({ id: `objective-${n}`, text: `Objective ${n}` })),
      lessons: lessons.map((name) => ({ id: name, title: `Lesson ${name}`, minutes: 8, objectives: [], body: text(`Read ${name}.`) })),
      check: { draw, minutes: 8 },
      practice: {
        title: `Practice of ${id}`,
        minutes: 8,
        accepts,
        task: text("Do it."),
        evidence: text("Show it."),
        rubric: [criterion("plan"), criterion("doing")],
        examples: { notYet: "no", developing: "some", meets: "yes", exemplary: "more" },
      },
      jobAid: { title: `Aid of ${id}`, body: text("Keep it at hand.") },
      terms: [],
      references: [],
    },
    answers: { id, hash, items: options.bank ?? bankOf(id, 14) },
  };
}

/** Compiled content that holds these modules and paths. */
export function contentOf(modules: ReturnType<typeof moduleOf>[], paths: Pick<PathDefinition, "role" | "modules">[] = []): ContentSource {
  const catalog: Catalog = {
    hash: "catalog",
    modules: modules.map(({ content }): CatalogModule => content),
    paths: paths.map((path) => ({ id: path.role, hash: "p1", title: path.role, summary: "A path", ...path })),
  };
  const files = modules.flatMap(({ content, answers }) => [
    [`modules/${content.id}.json`, content],
    [`answers/${content.id}.json`, answers],
  ]);
  return contentFrom({ "catalog.json": catalog, ...Object.fromEntries(files) });
}

/** A person on the roster, a teacher at one school unless told otherwise. */
export function personOf(id: string, change: Partial<Staff> = {}): Staff {
  return {
    id,
    sourcedId: id,
    givenName: "Rosa",
    familyName: `Vega-${id}`,
    email: `${id}@maple.example`,
    status: "active",
    hiredOn: "2025-08-01",
    roles: [{ role: "teacher", schoolId: "sch_1", isPrimary: true, beginOn: "2025-08-01" }],
    isDistrictAdministrator: false,
    coachId: "stf_coach",
    ...change,
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** A database with a module `m01`, a teacher, their coach and their principal. */
export const openWorld = async (content: ContentSource = contentOf([moduleOf({ id: "m01" })])) => worldIn(await openTestStore({ content }));

/** The same in memory, which answers at once. */
export const openMemoryWorld = async (content: ContentSource = contentOf([moduleOf({ id: "m01" })])) =>
  worldIn(await openMemoryStore({ content }));

export type MemoryWorld = Awaited<ReturnType<typeof openMemoryWorld>>;

async function worldIn<Store extends AnyStore>(store: Store) {
  const put = async (staff: Staff) => {
    const ctx = store.job("setup", "roster:write");
    const version = (await ctx.table.get(staffRecords, { of: `U#${staff.id}`, at: "PROFILE" }))?.version ?? 0;
    await commit(ctx, {
      action: "staff.added",
      subject: `staff:${staff.id}`,
      writes: [staffRecords.put({ ...staff, version })],
      result: null,
    });
    return staff;
  };
  const teacher = await put(personOf("stf_teacher"));
  await put(personOf("stf_coach", { roles: [{ role: "coach", schoolId: "sch_1", isPrimary: true, beginOn: "2025-08-01" }] }));
  return {
    ...store,
    teacher,
    put,
    /** The person's own context for learning. */
    learner: (staffId = teacher.id, idempotencyKey?: string) =>
      store.as("learning:write", { staffId, ...(idempotencyKey !== undefined && { idempotencyKey }) }),
    /** The coach's context for reviewing one person. */
    coach: (staff: Staff = teacher) =>
      store.as(
        "evidence:review",
        { staffId: "stf_coach", name: "Ada Coach", grants: [{ role: "staff" }, { role: "coach" }] },
        subjectOf(staff, "2026-11-02"),
      ),
    /** Puts other content in place, as a deployment does. */
    deploy(next: ContentSource) {
      store.services.content = next;
    },
  };
}

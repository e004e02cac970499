import { describe, expect, test } from "vitest";
import { AssignRequest } from "../../functions/assignment/contract.ts";
import { RuleInput, type RuleView } from "../../functions/assignment/rule-contract.ts";
import { maxBundleBytes } from "../../functions/roster/import-contract.ts";
import { ruleDraft, ruleOf } from "../../web/admin/rule-draft.ts";
import * as upload from "../../web/admin/upload-roster.ts";
import { newDraft, requestOf } from "../../web/coach/assign-draft.ts";
import { problemsOf } from "../../web/coach/review-draft.ts";

const today = "2026-04-21";

describe("an assignment being entered", () => {
  test("is sent as the API takes it once nothing is missing", () => {
    const draft = newDraft({ staffIds: ["stf_1"], moduleId: "m04", note: "  For Tuesday. " });
    const outcome = requestOf(draft, today);
    if (!("request" in outcome)) throw new Error("something is missing");
    expect(AssignRequest.parse(outcome.request)).toEqual(outcome.request);
    expect(outcome.request).toMatchObject({ due: { kind: "relative", days: 28 }, note: "For Tuesday." });
  });

  test("says everything that is missing at once", () => {
    expect(requestOf(newDraft({ days: "0" }), today)).toEqual({ problems: ["who", "target", "days"] });
    expect(requestOf(newDraft({ staffIds: ["a"], moduleId: "m01", due: "fixed", on: "2026-04-20" }), today)).toEqual({ problems: ["on"] });
  });

  test("gives a module alone no pace of its own", () => {
    expect(requestOf(newDraft({ staffIds: ["a"], moduleId: "m01", due: "paced" }), today)).toMatchObject({
      request: { due: { kind: "relative", days: 28 } },
    });
    expect(requestOf(newDraft({ staffIds: ["a"], kind: "path", pathId: "teacher", due: "paced" }), today)).toMatchObject({
      request: { due: { kind: "paced" } },
    });
  });

  test("sends people or places, never both", () => {
    const draft = newDraft({ how: "places", staffIds: ["a"], schoolIds: ["s"], roles: ["teacher"], moduleId: "m01" });
    expect(requestOf(draft, today)).toMatchObject({ request: { audience: { staffIds: [], schoolIds: ["s"], roles: ["teacher"] } } });
  });
});

describe("a rule being entered", () => {
  const saved: RuleView = {
    id: "rul_1",
    version: 3,
    isActive: true,
    name: "Teachers",
    audience: { anyOf: [{ allOf: [{ about: "role", anyOf: ["teacher"] }] }] },
    target: { kind: "path", id: "teacher" },
    targetTitle: "Classroom teacher",
    due: { kind: "fixed", on: "2026-01-15" },
    effectiveFrom: "2025-08-18",
  };

  test("is saved unchanged when nothing was changed, also with a date that has passed", () => {
    const outcome = ruleOf(ruleDraft(saved, today), saved, today);
    const { name, audience, target, due, effectiveFrom } = saved;
    expect(outcome).toEqual({ rule: { name, audience, target, due, effectiveFrom } });
    if ("rule" in outcome) expect(RuleInput.parse(outcome.rule)).toEqual(outcome.rule);
  });

  test("says everything that is missing at once", () => {
    expect(ruleOf({ ...ruleDraft(undefined, today), effectiveFrom: "" }, undefined, today)).toEqual({
      problems: ["name", "who", "target", "from"],
    });
  });
});

describe("a review being written", () => {
  const rubric = ["a", "b"].map((id) => ({ id, criterion: id, notYet: "", developing: "", meets: "", exemplary: "" }));

  test("is accepted only with every line rated and none not yet", () => {
    expect(problemsOf("accept", rubric, { levels: { a: "meets" }, comment: "" })).toMatchObject({ unrated: ["b"] });
    expect(problemsOf("accept", rubric, { levels: { a: "meets", b: "notYet" }, comment: "" })).toMatchObject({
      unrated: [],
      notYet: ["b"],
    });
    expect(problemsOf("accept", rubric, { levels: { a: "meets", b: "exemplary" }, comment: "" })).toEqual({
      unrated: [],
      notYet: [],
      isCommentMissing: false,
    });
  });

  test("is sent back only with a comment that the next try can use", () => {
    expect(problemsOf("return", rubric, { levels: {}, comment: " ok " }).isCommentMissing).toBe(true);
    expect(problemsOf("return", rubric, { levels: {}, comment: "Say what the adults did." }).isCommentMissing).toBe(false);
  });
});

test("a roster that is too large for the API is refused before it is sent", () => {
  expect(upload.maxBundleBytes).toBe(maxBundleBytes);
});

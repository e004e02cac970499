import type { AssignRequest } from "../../functions/assignment/contract.ts";
import type { ReviewDecision } from "../../functions/learning/contract.ts";
import { ask, client, type intent } from "../app/api.ts";

type Options = ReturnType<typeof intent>;

const person = client.api.staff[":staffId"];

/** Who would get it; nothing is saved. */
export const previewAssignment = (json: AssignRequest, options: Options) => ask(client.api.assignments.preview.$post({ json }, options));

/** Assigns it. */
export const assign = (json: AssignRequest, options: Options) => ask(client.api.assignments.$post({ json }, options));

/** Takes one reason back from one person; what they did stays. */
export const takeBack = (param: { staffId: string; sourceId: string }, options: Options) =>
  ask(person.assignments[":sourceId"].$delete({ param }, options));

/** Accepts or returns one submission. */
export const review = (
  { staffId, moduleId, submission, ...json }: ReviewDecision & { staffId: string; moduleId: string; submission: number },
  options: Options,
) =>
  ask(
    person.evidence[":moduleId"][":submission"].review.$post(
      { param: { staffId, moduleId, submission: String(submission) }, json },
      options,
    ),
  );

/** Sends one kind reminder by mail. */
export const remind = ({ staffId, ...json }: { staffId: string; message: string; moduleId?: string }, options: Options) =>
  ask(person.nudges.$post({ param: { staffId }, json }, options));

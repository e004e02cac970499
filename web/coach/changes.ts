import type { AssignPreview, AssignRequest, AssignResult, PathPage } from "../../functions/assignment/contract.ts";
import type { EvidenceView, ReviewDecision } from "../../functions/learning/contract.ts";
import { ask, type intent, persistentFetch } from "../app/api.ts";
import { sendJson } from "../app/pending-api.ts";

type Options = ReturnType<typeof intent>;

const ofPerson = (staffId: string) => `/api/staff/${encodeURIComponent(staffId)}`;

/** Who would get it; nothing is saved. */
export const previewAssignment = (request: AssignRequest, options: Options) => sendJson<AssignPreview>("POST", "/api/assignments/preview", request, options);

/** Assigns it. */
export const assign = (request: AssignRequest, options: Options) => sendJson<AssignResult>("POST", "/api/assignments", request, options);

/** Takes one reason back from one person; what they did stays. */
export const takeBack = async ({ staffId, sourceId }: { staffId: string; sourceId: string }, options: Options): Promise<PathPage> =>
  (await ask(
    persistentFetch(`${ofPerson(staffId)}/assignments/${encodeURIComponent(sourceId)}`, { method: "DELETE", headers: { "content-type": "application/json", ...options.headers } }),
  )) as PathPage;

/** Accepts or returns one submission. */
export const review = ({ staffId, moduleId, submission, ...decision }: ReviewDecision & { staffId: string; moduleId: string; submission: number }, options: Options) =>
  sendJson<EvidenceView>("POST", `${ofPerson(staffId)}/evidence/${encodeURIComponent(moduleId)}/${submission}/review`, decision, options);

/** Sends one kind reminder by mail. */
export const remind = ({ staffId, ...nudge }: { staffId: string; message: string; moduleId?: string }, options: Options) =>
  sendJson<unknown>("POST", `${ofPerson(staffId)}/nudges`, nudge, options);

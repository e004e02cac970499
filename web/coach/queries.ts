import { queryOptions } from "@tanstack/react-query";
import type { PathPage } from "../../functions/assignment/contract.ts";
import type { CertificatesPage } from "../../functions/certification/contract.ts";
import type { CaseloadPage } from "../../functions/engagement/contract.ts";
import type { EvidenceView, ReviewPage } from "../../functions/learning/contract.ts";
import { getJson } from "../app/pending-api.ts";

const ofPerson = (staffId: string) => `/api/staff/${encodeURIComponent(staffId)}`;

/** The people one coaches, those who need something first, and the reviews that wait. */
export const caseloadQuery = queryOptions({ queryKey: ["caseload"], queryFn: () => getJson<CaseloadPage>("/api/coach/caseload") });

/** Another person's path, as those who support them see it. */
export const personPathQuery = (staffId: string) =>
  queryOptions({ queryKey: ["person", staffId, "path"], queryFn: () => getJson<PathPage>(`${ofPerson(staffId)}/path`) });

/** Another person's certificates and how far the next ones are. */
export const personCertificatesQuery = (staffId: string) =>
  queryOptions({ queryKey: ["person", staffId, "certificates"], queryFn: () => getJson<CertificatesPage>(`${ofPerson(staffId)}/certificates`) });

/** All submissions of one practice task, the latest first. */
export const evidenceQuery = (staffId: string, moduleId: string) =>
  queryOptions({
    queryKey: ["person", staffId, "evidence", moduleId],
    queryFn: () => getJson<EvidenceView[]>(`${ofPerson(staffId)}/evidence/${encodeURIComponent(moduleId)}`),
  });

/** One submission with its task, its rubric and what came before. */
export const reviewQuery = (staffId: string, moduleId: string, submission: number) =>
  queryOptions({
    queryKey: ["person", staffId, "evidence", moduleId, submission],
    queryFn: () => getJson<ReviewPage>(`${ofPerson(staffId)}/evidence/${encodeURIComponent(moduleId)}/${submission}`),
    // A page that is being written on is not exchanged under the reader's hands; the version says if it went out of date.
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });

import { queryOptions } from "@tanstack/react-query";
import type { ReviewPage } from "../../functions/learning/contract.ts";
import { ask, client } from "../app/api.ts";

const person = client.api.staff[":staffId"];

/** The people one coaches, those who need something first, and the reviews that wait. */
export const caseloadQuery = queryOptions({ queryKey: ["caseload"], queryFn: () => ask(client.api.coach.caseload.$get()) });

/** Another person's path, as those who support them see it. */
export const personPathQuery = (staffId: string) =>
  queryOptions({ queryKey: ["person", staffId, "path"], queryFn: () => ask(person.path.$get({ param: { staffId } })) });

/** When a person was last mailed, and whether they had their one reminder of today. */
export const lastMailedQuery = (staffId: string) =>
  queryOptions({ queryKey: ["person", staffId, "mailed"], queryFn: () => ask(person.nudges.$get({ param: { staffId } })) });

/** Another person's certificates and how far the next ones are. */
export const personCertificatesQuery = (staffId: string) =>
  queryOptions({ queryKey: ["person", staffId, "certificates"], queryFn: () => ask(person.certificates.$get({ param: { staffId } })) });

/** The applications for certificates that wait for a reviewer. */
export const applicationsQuery = queryOptions({ queryKey: ["applications"], queryFn: () => ask(client.api.applications.$get()) });

/** One application, as its reviewer reads it. */
export const applicationQuery = (staffId: string, certificationId: string) =>
  queryOptions({
    queryKey: ["applications", staffId, certificationId],
    queryFn: () => ask(client.api.applications[":staffId"][":certificationId"].$get({ param: { staffId, certificationId } })),
    // What is being decided on is not exchanged under the reader's hands; the version says if it went out of date.
    refetchOnWindowFocus: false,
  });

/** The appeals that wait to be decided. */
export const appealsQuery = queryOptions({ queryKey: ["appeals"], queryFn: () => ask(client.api.appeals.$get()) });

/** All submissions of one practice task, the latest first. */
export const evidenceQuery = (staffId: string, moduleId: string) =>
  queryOptions({
    queryKey: ["person", staffId, "evidence", moduleId],
    queryFn: () => ask(person.evidence[":moduleId"].$get({ param: { staffId, moduleId } })),
  });

/** One submission with its task, its rubric and what came before. */
export const reviewQuery = (staffId: string, moduleId: string, submission: number) =>
  queryOptions({
    queryKey: ["person", staffId, "evidence", moduleId, submission],
    // The client's types give up on nested content; the answer was parsed by the contract's schema before it was sent.
    queryFn: async () =>
      (await ask(
        person.evidence[":moduleId"][":submission"].$get({ param: { staffId, moduleId, submission: String(submission) } }),
      )) as ReviewPage,
    // A page that is being written on is not exchanged under the reader's hands; the version says if it went out of date.
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });

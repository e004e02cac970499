import * as z from "zod";
import { fileRoute, route } from "../platform/route.ts";
import { SchoolView } from "../roster/contract.ts";
import { DistrictChange, DistrictPage, EngagementFilter, SchoolPage } from "./contract.ts";
import { CaseloadPage, DrillPage, ModulePeople, SchoolReviewsPage } from "./people-contract.ts";
import { readCaseload } from "./read-caseload.ts";
import { ChangeFilter, readDistrictChange } from "./read-district-change.ts";
import { readDistrictPage } from "./read-district-page.ts";
import { readModulePeople } from "./read-module-people.ts";
import { PeopleBehind, readPeopleBehind } from "./read-people-behind.ts";
import { readOpenSchools, readSchoolPage } from "./read-school-page.ts";
import { readSchoolReviews } from "./waiting-reviews.ts";

const InSchool = z.object({ schoolId: z.string() });
const district = () => ({ kind: "district" }) as const;
const school = (_: unknown, { params }: { params: { schoolId: string } }) => ({ kind: "school", schoolId: params.schoolId }) as const;

export const engagementRoutes = [
  route({
    method: "get",
    path: "/api/engagement/district",
    summary: "Show engagement across the district, school by school",
    permission: "engagement:district",
    subject: district,
    query: EngagementFilter,
    response: DistrictPage,
    run: (ctx, { query }) => readDistrictPage(ctx, query),
  }),
  route({
    method: "get",
    path: "/api/engagement/district/change",
    summary: "Say whether schools came closer together or further apart since an earlier week",
    permission: "engagement:district",
    subject: district,
    query: ChangeFilter,
    response: DistrictChange,
    run: (ctx, { query }) => readDistrictChange(ctx, query),
  }),
  fileRoute({
    method: "get",
    path: "/api/engagement/district.csv",
    summary: "Export engagement across the district, as shown",
    permission: "engagement:district",
    subject: district,
    query: EngagementFilter,
    // Files are in English for every reader (docs/translating.md).
    run: async (ctx, { query }) => {
      const { districtCsv } = await import("./exports.ts");
      return districtCsv(await readDistrictPage({ ...ctx, language: "en" }, query), ctx.district.zone);
    },
  }),
  fileRoute({
    method: "get",
    path: "/api/engagement/district.pdf",
    summary: "Export engagement across the district as a report to print, as shown",
    permission: "engagement:district",
    subject: district,
    query: EngagementFilter,
    run: async (ctx, { query }) => {
      // What makes documents is as large as the API itself and is asked for a few times a month; nobody else waits for it to load.
      const { boardReport } = await import("./board-report.ts");
      const [page, change] = await Promise.all([readDistrictPage(ctx, query), readDistrictChange(ctx, query)]);
      return boardReport(ctx, page, change);
    },
  }),
  route({
    method: "get",
    path: "/api/engagement/schools",
    summary: "List the schools whose figures I may open",
    permission: "engagement:read",
    response: z.array(SchoolView),
    run: (ctx) => readOpenSchools(ctx),
  }),
  route({
    method: "get",
    path: "/api/engagement/schools/{schoolId}",
    summary: "Show a school's engagement",
    permission: "engagement:read",
    subject: school,
    params: InSchool,
    query: EngagementFilter,
    response: SchoolPage,
    run: (ctx, { params, query }) => readSchoolPage(ctx, params.schoolId, query),
  }),
  route({
    method: "get",
    path: "/api/engagement/schools/{schoolId}/people",
    summary: "List the people behind a figure of a school",
    permission: "progress:read",
    subject: school,
    params: InSchool,
    query: PeopleBehind,
    response: DrillPage,
    run: (ctx, { params, query }) => readPeopleBehind(ctx, params.schoolId, query),
  }),
  fileRoute({
    method: "get",
    path: "/api/engagement/schools/{schoolId}/people.csv",
    summary: "Export the people behind a figure of a school, as shown",
    permission: "progress:read",
    subject: school,
    params: InSchool,
    query: PeopleBehind,
    run: async (ctx, { params, query }) => {
      const { peopleCsv } = await import("./exports.ts");
      return peopleCsv(await readPeopleBehind(ctx, params.schoolId, query), query.show, ctx.district.zone);
    },
  }),
  route({
    method: "get",
    path: "/api/engagement/schools/{schoolId}/reviews",
    summary: "List the evidence that waits for a review at a school",
    permission: "evidence:review",
    subject: school,
    params: InSchool,
    response: SchoolReviewsPage,
    run: (ctx, { params }) => readSchoolReviews(ctx, params.schoolId),
  }),
  route({
    method: "get",
    path: "/api/authoring/{moduleId}/people",
    summary: "Show whom a new edition of a module would meet: who finished it, is in it or has it ahead",
    permission: "content:write",
    subject: district,
    params: z.object({ moduleId: z.string() }),
    response: ModulePeople,
    run: (ctx, { params }) => readModulePeople(ctx, params.moduleId),
  }),
  route({
    method: "get",
    path: "/api/coach/caseload",
    summary: "Show everyone I coach, by who needs me first",
    permission: "caseload:read",
    response: CaseloadPage,
    run: (ctx) => readCaseload(ctx),
  }),
] as const;

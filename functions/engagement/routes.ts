import * as z from "zod";
import { fileRoute, route } from "../platform/route.ts";
import { SchoolView } from "../roster/contract.ts";
import { ChangeFilter, DistrictChange, DistrictPage, EngagementFilter, SchoolPage } from "./contract.ts";
import { CaseloadPage, DrillPage, ModulePeople, PeopleBehind, SchoolReviewsPage } from "./people-contract.ts";

const InSchool = z.object({ schoolId: z.string() });
const district = () => ({ kind: "district" }) as const;
const school = (_: unknown, { params }: { params: { schoolId: string } }) => ({ kind: "school", schoolId: params.schoolId }) as const;

// Figures are a tenth of the API's code and for those who support others: no learner waits for them to load.
const districtPage = async () => (await import("./read-district-page.ts")).readDistrictPage;
const districtChange = async () => (await import("./read-district-change.ts")).readDistrictChange;
const peopleBehind = async () => (await import("./read-people-behind.ts")).readPeopleBehind;

export const engagementRoutes = [
  route({
    method: "get",
    path: "/api/engagement/district",
    summary: "Show engagement across the district, school by school",
    permission: "engagement:district",
    subject: district,
    query: EngagementFilter,
    response: DistrictPage,
    run: async (ctx, { query }) => (await districtPage())(ctx, query),
  }),
  route({
    method: "get",
    path: "/api/engagement/district/change",
    summary: "Say whether schools came closer together or further apart since an earlier week",
    permission: "engagement:district",
    subject: district,
    query: ChangeFilter,
    response: DistrictChange,
    run: async (ctx, { query }) => (await districtChange())(ctx, query),
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
      return districtCsv(await (await districtPage())({ ...ctx, language: "en" }, query), ctx.district.zone);
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
      const [page, change] = await Promise.all([(await districtPage())(ctx, query), (await districtChange())(ctx, query)]);
      return boardReport(ctx, page, change);
    },
  }),
  route({
    method: "get",
    path: "/api/engagement/schools",
    summary: "List the schools whose figures I may open",
    permission: "engagement:read",
    response: z.array(SchoolView),
    run: async (ctx) => (await import("./read-school-page.ts")).readOpenSchools(ctx),
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
    run: async (ctx, { params, query }) => (await import("./read-school-page.ts")).readSchoolPage(ctx, params.schoolId, query),
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
    run: async (ctx, { params, query }) => (await peopleBehind())(ctx, params.schoolId, query),
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
      return peopleCsv(await (await peopleBehind())(ctx, params.schoolId, query), query.show, ctx.district.zone);
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
    run: async (ctx, { params }) => (await import("./waiting-reviews.ts")).readSchoolReviews(ctx, params.schoolId),
  }),
  route({
    method: "get",
    path: "/api/authoring/{moduleId}/people",
    summary: "Show whom a new edition of a module would meet: who finished it, is in it or has it ahead",
    permission: "content:write",
    subject: district,
    params: z.object({ moduleId: z.string() }),
    response: ModulePeople,
    run: async (ctx, { params }) => (await import("./read-module-people.ts")).readModulePeople(ctx, params.moduleId),
  }),
  route({
    method: "get",
    path: "/api/coach/caseload",
    summary: "Show everyone I coach, by who needs me first",
    permission: "caseload:read",
    response: CaseloadPage,
    run: async (ctx) => (await import("./read-caseload.ts")).readCaseload(ctx),
  }),
] as const;

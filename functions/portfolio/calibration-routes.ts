import * as z from "zod";
import { route } from "../platform/route.ts";
import { RatingInput, SamplePage, Samples } from "./calibration-contract.ts";

const ofSample = z.object({ sampleId: z.string().max(60) });

/** The API of calibration: rating samples, and seeing how far others agree. */
export const calibrationRoutes = [
  route({
    method: "get",
    path: "/api/calibration",
    summary: "List the samples there are to rate, and how far I agree with others",
    permission: "calibration:rate",
    response: Samples,
    run: async (ctx) => (await import("./read-calibration.ts")).readSamples(ctx),
  }),
  route({
    method: "get",
    path: "/api/calibration/{sampleId}",
    summary: "Read a sample to rate, and another's rating once I was compared with it",
    permission: "calibration:rate",
    params: ofSample,
    response: SamplePage,
    run: async (ctx, { params }) => (await import("./read-calibration.ts")).readSample(ctx, params.sampleId),
  }),
  route({
    method: "post",
    path: "/api/calibration/{sampleId}/rating",
    summary: "Rate a sample",
    permission: "calibration:rate",
    params: ofSample,
    body: RatingInput,
    response: SamplePage,
    run: async (ctx, { params, body }) => (await import("./actions/rate-sample.ts")).rateSample(ctx, { ...params, ...body }),
  }),
] as const;

import { queryOptions } from "@tanstack/react-query";
import type { SamplePage, Samples } from "../../functions/portfolio/calibration-contract.ts";
import type { MyReferences, ReferenceToGive } from "../../functions/portfolio/reference-contract.ts";
import { ask, client } from "../app/api.ts";

/** The recommendations one asked for. */
export const myReferencesQuery = queryOptions({
  queryKey: ["references"],
  queryFn: (): Promise<MyReferences> => ask(client.api.my.references.$get()),
});

/** One request of a colleague's with its form; it is not exchanged under the writer's hands. */
export const requestQuery = (referenceId: string) =>
  queryOptions({
    queryKey: ["reference-requests", referenceId],
    queryFn: (): Promise<ReferenceToGive> => ask(client.api.my["reference-requests"][":referenceId"].$get({ param: { referenceId } })),
    refetchOnWindowFocus: false,
  });

/** The samples, and where one stands with each. */
export const samplesQuery = queryOptions({
  queryKey: ["samples"],
  queryFn: (): Promise<Samples> => ask(client.api.calibration.$get()),
});

/** One sample to rate. */
export const sampleQuery = (sampleId: string) =>
  queryOptions({
    queryKey: ["samples", sampleId],
    queryFn: (): Promise<SamplePage> => ask(client.api.calibration[":sampleId"].$get({ param: { sampleId } })),
    refetchOnWindowFocus: false,
  });

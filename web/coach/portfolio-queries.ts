import { queryOptions } from "@tanstack/react-query";
import type { ObservationForm, PieceQueue, PieceView, PortfolioPage } from "../../functions/portfolio/contract.ts";
import { ask, client } from "../app/api.ts";

/** The forms on which people are observed. */
export const observationFormsQuery = queryOptions({
  queryKey: ["observation-forms"],
  queryFn: (): Promise<ObservationForm[]> => ask(client.api["observation-forms"].$get()),
  staleTime: Infinity,
});

/** Another person's portfolio. */
export const personPortfolioQuery = (staffId: string) =>
  queryOptions({
    queryKey: ["person", staffId, "portfolio"],
    queryFn: (): Promise<PortfolioPage> => ask(client.api.staff[":staffId"].portfolio.$get({ param: { staffId } })),
  });

/** The pieces that wait for the reader's review. */
export const pieceQueueQuery = queryOptions({ queryKey: ["pieces"], queryFn: (): Promise<PieceQueue> => ask(client.api.pieces.$get()) });

/** One piece to review; it is not exchanged under the reader's hands. */
export const pieceQuery = (staffId: string, pieceId: string) =>
  queryOptions({
    queryKey: ["pieces", staffId, pieceId],
    queryFn: (): Promise<PieceView> => ask(client.api.staff[":staffId"].pieces[":pieceId"].$get({ param: { staffId, pieceId } })),
    refetchOnWindowFocus: false,
  });

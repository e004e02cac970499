import { QueryClient } from "@tanstack/react-query";

/**
 * What pages have read. Retrying is `api.ts`'s business alone, so that one failure is not retried twice over; reading
 * goes on while the browser believes it is offline, because it is often wrong.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: "always", staleTime: 20_000, refetchOnReconnect: "always" },
    mutations: { retry: false, networkMode: "always" },
  },
});

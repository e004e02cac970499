import { keepPreviousData, type QueryKey, useQuery } from "@tanstack/react-query";
import { useState } from "react";

/**
 * A list that comes in pages, as far as someone has asked for it: all its pages anew each time, so that a list is of one
 * piece. (The query library's endless lists are left out of the build, which every learner would carry.)
 */
export function usePages<Page extends { next?: string | undefined }>(
  queryKey: QueryKey,
  readPage: (cursor: string | undefined) => Promise<Page>,
) {
  const [count, setCount] = useState(1);
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: [...queryKey, count],
    queryFn: async () => {
      const pages: Page[] = [];
      for (let cursor: string | undefined; pages.length < count;) {
        const page = await readPage(cursor);
        pages.push(page);
        cursor = page.next;
        if (cursor === undefined) break;
      }
      return pages;
    },
    placeholderData: keepPreviousData,
  });
  return {
    pages: data,
    error: error ?? undefined,
    hasMore: data?.at(-1)?.next !== undefined,
    isLoadingMore: isPlaceholderData,
    more: () => setCount(count + 1),
    retry: () => void refetch(),
  };
}

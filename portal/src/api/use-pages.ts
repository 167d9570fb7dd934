/** A list that comes in pages: the rows so far, and how to get more. */
import { keepPreviousData, type QueryKey, useInfiniteQuery } from '@tanstack/react-query'

type Paged<T> = { items: T[]; next: string | null }
type Options = { refetchInterval?: number; enabled?: boolean }

export function usePages<T>(
  key: QueryKey,
  load: (page: { cursor?: string }) => Promise<Paged<T>>,
  options: Options = {},
) {
  const query = useInfiniteQuery({
    queryKey: [...key, 'pages'],
    queryFn: ({ pageParam }) => load(pageParam === '' ? {} : { cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    ...options,
  })
  return {
    query,
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    more: {
      has: query.hasNextPage,
      loading: query.isFetchingNextPage,
      load: () => void query.fetchNextPage(),
    },
  }
}

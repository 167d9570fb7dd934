/** What is kept of the service's answers, and for how long it counts as fresh. */
import { QueryClient } from '@tanstack/react-query'
import { statusOf } from './problem-error.ts'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // A refusal stays a refusal; only the network and a busy service are worth another try.
        retry: (count, error) => count < 2 && [0, 502, 503, 504].includes(statusOf(error)),
        retryDelay: (count) => 500 * 2 ** count,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  })
}

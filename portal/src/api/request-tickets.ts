/** The tickets that requests came from. Screens ask for one request each; those asked about in one breath are one call. */
import type { RequestTicket } from '@hallpass/contract/servicenow-orders'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from './client.ts'
import { keys } from './keys.ts'

/** The service takes this many at once. */
const together = 200

type Waiting = { requestId: string; tell: (ticket: RequestTicket | null) => void; fail: (error: unknown) => void }
let waiting: Waiting[] = []

/** The ticket of a request; null while it is not known, and where there is none. */
export function useRequestTicket(requestId: string | null): RequestTicket | null {
  const { data } = useQuery({
    queryKey: keys.requestTicket(requestId ?? ''),
    queryFn: () => ticketOf(requestId ?? ''),
    enabled: requestId !== null,
    staleTime: 60_000,
  })
  return data ?? null
}

function ticketOf(requestId: string): Promise<RequestTicket | null> {
  return new Promise((tell, fail) => {
    if (waiting.length === 0) queueMicrotask(() => void askForAll())
    waiting.push({ requestId, tell, fail })
  })
}

async function askForAll(): Promise<void> {
  const asked = waiting
  waiting = []
  for (let at = 0; at < asked.length; at += together) await askFor(asked.slice(at, at + together))
}

async function askFor(asked: readonly Waiting[]): Promise<void> {
  try {
    const requestIds = asked.map(({ requestId }) => requestId).join(',')
    const { items } = await answer(api.GET('/api/tickets', { params: { query: { requestIds } } }))
    for (const { requestId, tell } of asked) tell(items.find((one) => one.requestId === requestId) ?? null)
  } catch (error) {
    for (const { fail } of asked) fail(error)
  }
}

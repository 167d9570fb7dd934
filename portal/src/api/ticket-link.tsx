/** Where a request was ordered, as a link to its ticket there. Nothing where it was asked for here. */
import { useStrings } from '../strings/use-strings.tsx'
import { useRequestTicket } from './request-tickets.ts'

export function TicketLink({ requestId }: { requestId: string | null }) {
  const { t } = useStrings()
  const ticket = useRequestTicket(requestId)
  if (ticket === null) return null
  return (
    <a href={ticket.url} target="_blank" rel="noreferrer">
      <bdi>{t('ticket.opens', { number: ticket.number, system: ticket.system })}</bdi>
    </a>
  )
}

/** The same as a sentence of its own. */
export function OrderedAs({ requestId, className }: { requestId: string | null; className?: string | undefined }) {
  const { rich } = useStrings()
  if (useRequestTicket(requestId) === null) return null
  return <p className={className}>{rich('ticket.from', { ticket: <TicketLink requestId={requestId} /> })}</p>
}

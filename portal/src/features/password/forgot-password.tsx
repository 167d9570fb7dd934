/**
 * The way to a new password, for whoever forgot it, is locked out, or has one that expired or must be changed: who one is,
 * proof, the new password, done. Nothing differs for a stranger before proof.
 */
import type { ResetTicket, StartedReset } from '@hallpass/contract/credentials'
import { useState } from 'react'
import { takeTicket } from '../../api/ticket.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FirstProof } from './first-proof.tsx'
import { MoreProof } from './more-proof.tsx'
import { NewPassword } from './new-password.tsx'
import { type Done, PasswordDone } from './password-done.tsx'
import { PasswordDoor } from './password-door.tsx'
import { type Who, WhoAreYou } from './who-are-you.tsx'

type Step =
  | { at: 'who' }
  | { at: 'prove'; who: Who; attempt: StartedReset }
  | { at: 'ticket'; ticket: ResetTicket }
  | { at: 'done'; done: Done }

export function ForgotPassword() {
  const { t } = useStrings()
  const [step, setStep] = useState<Step>(() => {
    const ticket = takeTicket()
    return ticket ? { at: 'ticket', ticket } : { at: 'who' }
  })

  switch (step.at) {
    case 'who':
      return (
        <PasswordDoor step="who" title={t('forgot.title')} lead={t('forgot.lead')} back>
          <WhoAreYou onStarted={(who, attempt) => setStep({ at: 'prove', who, attempt })} />
        </PasswordDoor>
      )
    case 'prove':
      return (
        <PasswordDoor step="prove" title={t('forgot.proveTitle')} back>
          <FirstProof
            who={step.who}
            attempt={step.attempt}
            onProven={(ticket) => setStep({ at: 'ticket', ticket })}
            onAgain={(attempt) => setStep({ ...step, attempt })}
            onOther={() => setStep({ at: 'who' })}
          />
        </PasswordDoor>
      )
    case 'ticket':
      return (
        <WithTicket
          ticket={step.ticket}
          onTicket={(ticket) => setStep({ at: 'ticket', ticket })}
          onDone={(done) => setStep({ at: 'done', done })}
        />
      )
    case 'done':
      return <PasswordDone done={step.done} />
  }
}

type TicketProps = {
  ticket: ResetTicket
  onTicket: (ticket: ResetTicket) => void
  onDone: (done: Done) => void
}

/** A proof was given: one more where that is wanted, then the new password. */
export function WithTicket({ ticket, onTicket, onDone }: TicketProps) {
  const { t } = useStrings()
  if (ticket.more.length > 0) {
    return (
      <PasswordDoor step="prove" title={t('forgot.moreTitle')} lead={t('forgot.moreLead')} back>
        <MoreProof ticket={ticket} onTicket={onTicket} />
      </PasswordDoor>
    )
  }
  return (
    <PasswordDoor step="new" title={t(`password.title.${ticket.purpose}`)}>
      <NewPassword ticket={ticket} onDone={onDone} />
    </PasswordDoor>
  )
}

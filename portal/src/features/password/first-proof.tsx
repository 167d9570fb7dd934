/** The first proof: the mailed code, or what else everybody may answer with. The same page for a stranger. */
import type { ResetTicket, StartedReset } from '@hallpass/contract/credentials'
import { answer, api } from '../../api/client.ts'
import type { ProofAnswer, ProofOutcome } from '../../api/proof/proof.ts'
import { Prove } from '../../api/proof/prove.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { useNow } from '../../ui/now.tsx'
import styles from './password.module.css'
import { startReset, type Who } from './who-are-you.tsx'

type Props = {
  who: Who
  attempt: StartedReset
  onProven: (ticket: ResetTicket) => void
  onAgain: (attempt: StartedReset) => void
  onOther: () => void
}

export function FirstProof({ who, attempt, onProven, onAgain, onOther }: Props) {
  const { t, rich, dates } = useStrings()
  const expired = Date.parse(attempt.expiresAt) <= useNow(1000).getTime()
  const params = { path: { id: attempt.attemptId } }

  async function onAnswer({ offer, code, response }: ProofAnswer): Promise<ProofOutcome> {
    if (response !== undefined) {
      onProven(await answer(api.POST('/api/password/resets/{id}/passkey', { params, body: { response } })))
      return 'done'
    }
    if (code === undefined) {
      onAgain(await startReset(who))
      return 'pending'
    }
    onProven(await answer(api.POST('/api/password/resets/{id}/verify', { params, body: { code, kind: offer.kind } })))
    return 'done'
  }

  return (
    <>
      <p className={styles.sent}>{rich('forgot.sentTo', { login: <bdi>{who.login}</bdi> })}</p>
      <Prove offers={attempt.offers} first="mail_code" sent={['mail_code']} onAnswer={onAnswer}>
        <p className={styles.small} role="status">
          {expired ? t('forgot.expired') : t('forgot.validUntil', { time: dates.time(new Date(attempt.expiresAt)) })}
        </p>
      </Prove>
      <p className={styles.after}>
        <button type="button" className={styles.link} onClick={onOther}>
          {t('forgot.other')}
        </button>
      </p>
    </>
  )
}

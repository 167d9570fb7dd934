import type { SignInAnswer } from '@hallpass/contract/sign-in'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import type { ProofAnswer, ProofOutcome } from '../../api/proof/proof.ts'
import { Prove } from '../../api/proof/prove.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useNow } from '../../ui/now.tsx'
import { When } from '../../ui/when.tsx'
import styles from './sign-in.module.css'

type Props = {
  wanted: Extract<SignInAnswer, { kind: 'factor_wanted' }>
  onResult: (result: SignInAnswer) => Promise<void>
  onRestart: () => void
  /** To the page for a temporary pass of the desk. */
  onPass: () => void
}

/** The password was right; one more proof, with whatever this person has. */
export function SecondFactor({ wanted, onResult, onRestart, onPass }: Props) {
  const { t, rich, list } = useStrings()
  const [remember, setRemember] = useState(false)
  const isOver = Date.parse(wanted.expiresAt) <= useNow(5000).getTime()

  async function onAnswer({ offer, code, response }: ProofAnswer): Promise<ProofOutcome> {
    const result = await answer(
      api.POST('/api/session/factor', {
        body: {
          kind: offer.kind as Exclude<typeof offer.kind, 'mail_code'>,
          ...(offer.factorId === null ? {} : { factorId: offer.factorId }),
          answer: (response as never) ?? code ?? '',
          ...(wanted.rememberDays > 0 && remember ? { rememberDevice: true } : {}),
        },
      }),
    )
    if (result.kind === 'waiting') return 'pending'
    await onResult(result)
    return 'done'
  }

  if (isOver) {
    return (
      <div className={styles.form}>
        <Notice tone="warn" live>
          {t('signIn.factorOver')}
        </Notice>
        <Button size="md" fullWidth onClick={onRestart}>
          {t('signIn.restart')}
        </Button>
      </div>
    )
  }
  return (
    <>
      {wanted.restsUntil ? (
        <div className={styles.first}>
          <Notice>{rich('signIn.factorRests', { when: <When at={wanted.restsUntil} /> })}</Notice>
        </div>
      ) : null}
      {wanted.offers.length === 0 && wanted.gone.length > 0 ? (
        <div className={styles.form}>
          <Notice tone="warn">
            {t('signIn.factorGone', { kinds: list(wanted.gone.map((kind) => t(`factor.kind.${kind}`))) })}
          </Notice>
          <Button size="md" fullWidth onClick={onPass}>
            {t('signIn.havePass')}
          </Button>
        </div>
      ) : (
        <Prove offers={wanted.offers} onAnswer={onAnswer}>
          {wanted.rememberDays > 0 ? (
            <Checkbox
              label={t('signIn.remember', { days: wanted.rememberDays })}
              checked={remember}
              onChange={(event) => setRemember(event.currentTarget.checked)}
            />
          ) : null}
        </Prove>
      )}
      <p className={styles.after}>
        <button type="button" className={styles.link} onClick={onRestart}>
          {t('signIn.restart')}
        </button>
      </p>
    </>
  )
}

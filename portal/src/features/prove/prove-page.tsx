/** For whoever phones the service desk: type the code that is read out, then answer with one's own passkey or app. */
import type { DeskPrompt } from '@hallpass/contract/desk'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useBrand } from '../../api/brand.ts'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { statusOf } from '../../api/problem-error.ts'
import type { ProofAnswer, ProofOutcome } from '../../api/proof/proof.ts'
import { Prove } from '../../api/proof/prove.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { Door } from '../../ui/door.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './prove.module.css'

type Step =
  | { at: 'code' }
  | { at: 'answer'; code: string; prompt: DeskPrompt; triesLeft: number | null }
  | { at: 'done' }
  | { at: 'ended' }

export function ProvePage() {
  const { t, rich } = useStrings()
  const company = useBrand()
  const [step, setStep] = useState<Step>({ at: 'code' })

  async function onAnswer({ offer, code, response }: ProofAnswer): Promise<ProofOutcome> {
    if (step.at !== 'answer') return 'pending'
    const { state, triesLeft } = await answer(
      api.POST('/api/desk/prompts/answer', {
        body: {
          prompt: step.code,
          kind: offer.kind,
          ...(offer.factorId === null ? {} : { factorId: offer.factorId }),
          ...(code === undefined ? {} : { code }),
          ...(response === undefined ? {} : { response }),
        },
      }),
    )
    if (state === 'proven') setStep({ at: 'done' })
    if (state === 'ended') setStep({ at: 'ended' })
    if (state === 'refused') setStep({ ...step, triesLeft })
    return state === 'proven' || state === 'ended' ? 'done' : 'pending'
  }

  if (step.at === 'done') {
    return (
      <Door company={company} title={t('prove.done')}>
        <Notice tone="good" live>
          {t('prove.doneDetail')}
        </Notice>
      </Door>
    )
  }
  if (step.at === 'ended') {
    return (
      <Door company={company} title={t('prove.ended')}>
        <Notice tone="warn" live>
          {t('prove.endedDetail')}
        </Notice>
      </Door>
    )
  }
  if (step.at === 'answer') {
    return (
      <Door company={company} title={t('prove.answerTitle')}>
        <div className={styles.form}>
          <Notice tone="info" title={t('prove.who')}>
            {rich('prove.whoDetail', {
              agent: <bdi>{step.prompt.agent}</bdi>,
              reference: <bdi>{step.prompt.reference}</bdi>,
            })}
          </Notice>
          {step.triesLeft === null ? null : (
            <Notice tone="warn" live>
              {t('prove.wrong', { count: step.triesLeft })}
            </Notice>
          )}
          <Prove key={step.triesLeft} offers={step.prompt.offers} onAnswer={onAnswer} />
        </div>
      </Door>
    )
  }
  return (
    <Door company={company} title={t('prove.title')} lead={t('prove.lead')}>
      <TypeCode onOpened={(code, prompt) => setStep({ at: 'answer', code, prompt, triesLeft: null })} />
    </Door>
  )
}

function TypeCode({ onOpened }: { onOpened: (code: string, prompt: DeskPrompt) => void }) {
  const { t } = useStrings()
  const [code, setCode] = useState(fromAddress)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const plain = code.replace(/[\s-]/g, '')
  const isWhole = /^[0-9A-Za-z]{8}$/.test(plain)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!isWhole) return
    setBusy(true)
    setError(null)
    try {
      onOpened(plain, await answer(api.POST('/api/desk/prompts/open', { body: { prompt: plain } })))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        size="md"
        label={t('prove.code')}
        description={t('prove.codeHint')}
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        classNames={{ input: styles.code }}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      {statusOf(error) === 404 ? (
        <Notice tone="warn" live>
          {t('prove.unknown')}
        </Notice>
      ) : (
        <Problem error={error} />
      )}
      <Button type="submit" size="md" fullWidth loading={busy} disabled={!isWhole}>
        {t('prove.next')}
      </Button>
    </form>
  )
}

/** A code in the fragment of the address, so that no log of a server keeps it. Still one's own click sends it. */
function fromAddress(): string {
  const code = location.hash.replace(/^#/, '')
  if (code === '') return ''
  history.replaceState(history.state, '', location.pathname)
  return /^[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}$/.test(code) ? code : ''
}

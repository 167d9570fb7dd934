/** Asks whoever is signed in to show again that it is them: the password where that is enough, else a factor. */
import type { ConfirmChoices } from '@hallpass/contract/sign-in'
import { Button, PasswordInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { When } from '../../ui/when.tsx'
import { answer, api } from '../client.ts'
import { Loaded } from '../loaded.tsx'
import { OtherWays } from './other-ways.tsx'
import styles from './proof.module.css'
import type { ProofAnswer, ProofOutcome } from './proof.ts'
import { ProofProblem } from './proof-problem.tsx'
import { Prove } from './prove.tsx'
import { choicesFor, type WantedProof } from './wanted-proof.ts'

type Props = {
  login: string
  name: string
  appId?: string | undefined
  /** The sign-on that waits for it. */
  pendingId?: string | undefined
  /** What the service said it wants; without it, what the policy is content with. */
  wanted?: WantedProof
  onDone: () => void
}

export function ConfirmAgain(props: Props) {
  const id = useId()
  const { appId, pendingId, wanted = null } = props
  // A challenge is for one question, so it is never taken from what was asked before.
  const choices = useQuery({
    queryKey: ['confirm', appId ?? '', id],
    queryFn: (): Promise<ConfirmChoices> =>
      answer(
        api.POST('/api/session/confirm/start', {
          body: {
            ...(appId === undefined ? {} : { appId }),
            ...(pendingId === undefined ? {} : { continue: pendingId }),
          },
        }),
      ),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  return (
    <Loaded query={choices}>
      {(data) => (
        <Choices
          key={`${data.challengeId} ${wanted?.join()}`}
          {...props}
          choices={choicesFor(data, wanted)}
          again={() => void choices.refetch()}
        />
      )}
    </Loaded>
  )
}

type ChoicesProps = Props & { choices: ConfirmChoices; again: () => void }

function Choices({ choices, login, name, onDone, again }: ChoicesProps) {
  const { t, rich, list } = useStrings()
  const [way, setWay] = useState<'password' | 'factor'>(choices.password ? 'password' : 'factor')
  const { challengeId, offers } = choices

  async function onAnswer({ offer, code, response }: ProofAnswer): Promise<ProofOutcome> {
    if (challengeId === null) return 'pending'
    const { kind } = await answer(
      api.POST('/api/session/confirm/factor', {
        body: {
          challengeId,
          kind: offer.kind as Exclude<typeof offer.kind, 'mail_code'>,
          ...(offer.factorId === null ? {} : { factorId: offer.factorId }),
          answer: (response as never) ?? code ?? '',
        },
      }),
    )
    if (kind === 'waiting') return 'pending'
    onDone()
    return 'done'
  }

  if (way === 'password') {
    return (
      <>
        <PasswordProof login={login} name={name} onDone={onDone} />
        <OtherWays ways={offers} onChoose={() => setWay('factor')} />
      </>
    )
  }
  if (offers.length > 0) {
    return (
      <>
        <Prove offers={offers} onAnswer={onAnswer} />
        <p className={styles.foot}>
          <button type="button" className={styles.link} onClick={again}>
            {t('confirm.again')}
          </button>
        </p>
      </>
    )
  }
  return (
    <div className={styles.proof}>
      <Notice tone="warn" title={t('confirm.noFactor')}>
        {choices.restsUntil
          ? rich('confirm.rests', { when: <When at={choices.restsUntil} /> })
          : choices.enrol.length === 0 && choices.gone.length > 0
            ? t('confirm.factorGone', { kinds: list(choices.gone.map((kind) => t(`factor.kind.${kind}`))) })
            : t('confirm.noFactorDetail')}
      </Notice>
      {choices.enrol.length > 0 ? (
        <Button component="a" href={paths.security()} size="md" fullWidth>
          {t('confirm.addFactor')}
        </Button>
      ) : null}
    </div>
  )
}

function PasswordProof({ login, name, onDone }: Omit<Props, 'appId'>) {
  const { t } = useStrings()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function confirm(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await answer(api.POST('/api/session/confirm', { body: { password } }))
      onDone()
    } catch (failure) {
      setError(failure)
      setPassword('')
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.proof} onSubmit={(event) => void confirm(event)}>
      {/* Password managers look for the name beside the password. */}
      <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
      <PasswordInput
        data-autofocus
        size="md"
        label={t('confirm.password', { name })}
        autoComplete="current-password"
        value={password}
        maxLength={1024}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
      <ProofProblem error={error} />
      <Button type="submit" size="md" fullWidth loading={busy} disabled={password === ''}>
        {t('confirm.action')}
      </Button>
    </form>
  )
}

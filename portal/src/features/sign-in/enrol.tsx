/** A second factor is wanted and there is none yet: this session can add one, and do nothing else. */
import type { Factor } from '@hallpass/contract/factors'
import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import { useBrand } from '../../api/brand.ts'
import { answer, api } from '../../api/client.ts'
import { AddFactor, type MainKind, mainKinds } from '../../api/enrolment/add-factor.tsx'
import { FactorIcon } from '../../api/enrolment/factor-icon.tsx'
import { RecoveryCodes } from '../../api/enrolment/recovery-codes.tsx'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { ConfirmAgain } from '../../api/proof/confirm-again.tsx'
import { Confirmation } from '../../api/proof/confirmation.tsx'
import { forgetPerson, sessionQuery } from '../../api/session.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Door } from '../../ui/door.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Languages } from './languages.tsx'
import { leave } from './leave.ts'
import styles from './sign-in.module.css'

type Step =
  | { at: 'choose' }
  | { at: 'add'; kind: MainKind }
  | { at: 'added'; factor: Factor }
  | { at: 'codes'; codes: string[] }
  | { at: 'confirm' }
  | { at: 'signIn' }

export function Enrol() {
  const { t } = useStrings()
  const session = useQuery(sessionQuery)
  const client = useQueryClient()
  const go = useGo()
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const company = useBrand()
  const person = session.data?.person
  const offered = session.data?.enrolOnly ?? null
  // A pass of the desk adds a factor and opens nothing else: its person signs in anew.
  const hasPass = session.data?.assurance?.methods.includes('temporary_pass') === true
  const isOver = step.at === 'signIn'
  const nothingToDo = session.data !== undefined && (!person || (offered === null && step.at === 'choose'))

  useEffect(() => {
    if (!nothingToDo) return
    const signIn = paths.signIn(isOver ? { added: '1' } : {})
    go(person ? paths.security() : signIn, { replace: true })
  }, [nothingToDo, person, isOver, go])

  async function makeCodes() {
    setBusy(true)
    setError(null)
    try {
      const { codes } = await answer(api.POST('/api/factors/recovery-codes', { body: {} }))
      setStep({ at: 'codes', codes })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  async function goOn() {
    const fresh = await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    if (fresh.enrolOnly === null) return leave(go)
    if (!hasPass) return setStep({ at: 'confirm' })
    setStep({ at: 'signIn' })
    await signOut()
  }

  async function signOut() {
    await answer(api.POST('/api/session/sign-out')).catch(() => undefined)
    forgetPerson(client)
  }

  const foot = (
    <>
      <button type="button" className={styles.language} onClick={() => void signOut()}>
        {t('enrol.giveUp')}
      </button>
      <Languages />
    </>
  )
  const factors = useQuery({
    queryKey: keys.myFactors,
    queryFn: () => answer(api.GET('/api/factors')),
    enabled: offered !== null,
  })
  // What the policy takes, less what cannot be set up here.
  const kinds = mainKinds.filter(
    (kind) => offered?.includes(kind) && factors.data?.kinds.some((known) => known.kind === kind && known.isOffered),
  )
  const [title, lead] = step.at === 'add' && hasPass ? words.addByPass : words[step.at]
  return (
    <Door company={company} title={t(title)} lead={t(lead)} foot={foot}>
      <Problem error={session.error ?? factors.error ?? error} />
      {step.at === 'choose' ? (
        <ul className={styles.kinds}>
          {kinds.map((kind) => (
            <li key={kind}>
              <button type="button" className={styles.kind} onClick={() => setStep({ at: 'add', kind })}>
                <FactorIcon kind={kind} />
                <span className={styles.kindWords}>
                  <span className={styles.kindName}>{t(`factor.kind.${kind}`)}</span>
                  <span className={styles.kindDetail}>{t(`enrol.why.${kind}`)}</span>
                </span>
                <IconChevronRight size={18} aria-hidden className={styles.arrow} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {step.at === 'add' ? (
        <>
          <AddFactor kind={step.kind} onAdded={(factor) => setStep({ at: 'added', factor })} />
          {kinds.length > 1 ? (
            <p className={styles.after}>
              <button type="button" className={styles.link} onClick={() => setStep({ at: 'choose' })}>
                {t('enrol.another')}
              </button>
            </p>
          ) : null}
        </>
      ) : null}
      {step.at === 'added' ? (
        <div className={styles.form}>
          <Notice tone="good" title={t('enrol.added')} live>
            <bdi>{step.factor.name}</bdi>
          </Notice>
          <p>{t('enrol.codes.lead')}</p>
          <Button size="md" fullWidth loading={busy} onClick={() => void makeCodes()}>
            {t('enrol.codes.make')}
          </Button>
          <Button variant="default" size="md" fullWidth onClick={() => void goOn()}>
            {t('enrol.codes.later')}
          </Button>
        </div>
      ) : null}
      {step.at === 'codes' ? (
        <RecoveryCodes
          codes={step.codes}
          login={person?.login ?? ''}
          company={company?.name ?? ''}
          onKept={() => void goOn()}
        />
      ) : null}
      {step.at === 'confirm' && person ? (
        <ConfirmAgain
          login={person.login}
          name={person.displayName}
          onDone={() => void client.invalidateQueries({ queryKey: keys.session }).then(() => leave(go))}
        />
      ) : null}
      {person ? (
        <Suspense>
          <Confirmation login={person.login} name={person.displayName} />
        </Suspense>
      ) : null}
    </Door>
  )
}

const words = {
  choose: ['enrol.title', 'enrol.lead'],
  add: ['enrol.title', 'enrol.addLead'],
  addByPass: ['enrol.title', 'enrol.passLead'],
  added: ['enrol.addedTitle', 'enrol.addedLead'],
  codes: ['enrol.codes.title', 'enrol.codes.lead'],
  confirm: ['confirm.title', 'enrol.confirmLead'],
  signIn: ['enrol.addedTitle', 'enrol.passLead'],
} as const

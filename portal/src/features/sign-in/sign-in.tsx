/** Sign in: the name first, then what that person needs. A wrong name and a wrong password get the same sentence. */
import type { SignInAnswer } from '@hallpass/contract/sign-in'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { useBrand } from '../../api/brand.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { sessionQuery } from '../../api/session.ts'
import { keepTicket } from '../../api/ticket.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Door } from '../../ui/door.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Languages } from './languages.tsx'
import { leave, passBy } from './leave.ts'
import { NameAndPassword } from './name-and-password.tsx'
import { SecondFactor } from './second-factor.tsx'
import styles from './sign-in.module.css'
import { TemporaryPass } from './temporary-pass.tsx'
import { readWish } from './wish.ts'

type FactorWanted = Extract<SignInAnswer, { kind: 'factor_wanted' }>
type Step = { at: 'choose' } | { at: 'name' } | { at: 'factor'; wanted: FactorWanted } | { at: 'pass' }
/** Signing in on this page: not at all, the service has said yes and the new session is being read, it is known. */
type Entry = 'none' | 'begun' | 'done'

export function SignIn() {
  const { t } = useStrings()
  const session = useQuery(sessionQuery)
  const client = useQueryClient()
  const go = useGo()
  const [wish] = useState(readWish)
  const [step, setStep] = useState<Step>({ at: wish.choose ? 'choose' : 'name' })
  const [entry, setEntry] = useState<Entry>('none')
  const company = useBrand()
  const here = session.data?.person ? session.data : null

  useEffect(() => {
    // An app may want its person to sign in anew, or to say who they are, although a session is there.
    if (here === null || entry === 'begun' || ((wish.again || wish.choose) && entry === 'none')) return
    if (here.enrolOnly !== null) go(paths.enrol(), { replace: true })
    else if (entry === 'done') leave(go)
    else passBy(go)
  }, [here, wish, entry, go])

  const onResult = useCallback(
    async (result: SignInAnswer) => {
      switch (result.kind) {
        case 'factor_wanted':
          setStep({ at: 'factor', wanted: result })
          return
        case 'must_change':
        case 'expired':
          keepTicket({ ticket: result.ticket, purpose: result.kind, expiresAt: result.expiresAt, more: result.more })
          go(paths.forgotPassword())
          return
        case 'signed_in':
        case 'enrol_wanted':
          setEntry('begun')
          await client.invalidateQueries({ queryKey: keys.session })
          setEntry('done')
          return
        case 'waiting':
      }
    },
    [client, go],
  )
  const restart = () => setStep({ at: 'name' })
  const usual = company ? t('signIn.lead', { company: company.name }) : '\u00a0'
  const lead = wish.again ? t('signIn.again') : wish.hasAdded ? t('signIn.added') : usual

  if (step.at === 'factor') {
    return (
      <Door company={company} title={t('signIn.factorTitle')} lead={t('signIn.factorLead')} foot={<Languages />}>
        <SecondFactor
          wanted={step.wanted}
          onResult={onResult}
          onRestart={restart}
          onPass={() => setStep({ at: 'pass' })}
        />
      </Door>
    )
  }
  if (step.at === 'pass') {
    return (
      <Door company={company} title={t('signIn.passTitle')} lead={t('signIn.passLead')} foot={<Languages />}>
        <TemporaryPass onResult={onResult} onRestart={restart} />
      </Door>
    )
  }
  if (step.at === 'choose' && here?.person)
    return (
      <Door company={company} title={t('signIn.choose')} lead={t('signIn.chooseLead')} foot={<Languages />}>
        <div className={styles.form}>
          <Button size="md" fullWidth onClick={() => leave(go)}>
            {t('signIn.goOnAs', { name: here.person.displayName })}
          </Button>
          <Button variant="default" size="md" fullWidth onClick={restart}>
            {t('signIn.another')}
          </Button>
        </div>
      </Door>
    )
  return (
    <Door company={company} title={t('signIn.title')} lead={lead} foot={<Languages />}>
      {session.data?.firstRun ? (
        <div className={styles.first}>
          <Notice title={t('signIn.firstRun')}>{t('signIn.firstRunDetail')}</Notice>
        </div>
      ) : null}
      <Problem error={session.error} />
      <NameAndPassword
        ready={session.data !== undefined}
        expected={wish.login}
        onResult={onResult}
        onPass={() => setStep({ at: 'pass' })}
      />
    </Door>
  )
}

/** An app wants more proof than the session has: give it, then go on into the app. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useBrand } from '../../api/brand.ts'
import { Problem } from '../../api/loaded.tsx'
import { ConfirmAgain } from '../../api/proof/confirm-again.tsx'
import { sessionQuery } from '../../api/session.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Door } from '../../ui/door.tsx'
import { Languages } from './languages.tsx'
import { leave } from './leave.ts'
import { readWish } from './wish.ts'

export function Confirm() {
  const { t } = useStrings()
  const session = useQuery(sessionQuery)
  const go = useGo()
  const [wish] = useState(readWish)
  const company = useBrand()
  const person = session.data?.person
  const signedOut = session.data !== undefined && !person

  useEffect(() => {
    if (signedOut) go(paths.signIn(), { replace: true })
  }, [signedOut, go])

  return (
    <Door
      company={company}
      title={t('confirm.title')}
      lead={t('confirm.appLead')}
      foot={
        <>
          <a href={paths.myApps()}>{t('confirm.toApps')}</a>
          <Languages />
        </>
      }
    >
      <Problem error={session.error} />
      {person ? (
        <ConfirmAgain
          login={person.login}
          name={person.displayName}
          appId={wish.appId ?? undefined}
          pendingId={wish.pendingId ?? undefined}
          onDone={() => leave(go)}
        />
      ) : null}
    </Door>
  )
}

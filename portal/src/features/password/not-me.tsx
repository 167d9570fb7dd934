/** "This was not me": ends all sessions and stops self-service until somebody has looked. One button, nothing on opening. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { takeToken } from '../../navigation/take-token.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './password.module.css'
import { PublicDoor } from './public-door.tsx'

export function NotMe() {
  const { t } = useStrings()
  const [token] = useState(takeToken)
  const [state, setState] = useState<'ask' | 'busy' | 'done'>('ask')
  const [error, setError] = useState<unknown>(null)

  async function dispute() {
    if (token === null) return
    setState('busy')
    setError(null)
    try {
      await answer(api.POST('/api/password/disputes', { body: { token } }))
      setState('done')
    } catch (failure) {
      setError(failure)
      setState('ask')
    }
  }

  return (
    <PublicDoor title={t('notMe.title')} lead={state === 'done' ? undefined : t('notMe.lead')} back>
      <div className={styles.form}>
        {state === 'done' ? (
          <Notice tone="good" title={t('notMe.done')} live>
            {t('notMe.doneDetail')}
          </Notice>
        ) : token === null ? (
          <Notice tone="warn" title={t('link.broken')}>
            {t('notMe.broken')}
          </Notice>
        ) : (
          <>
            <p className={styles.small}>{t('notMe.consequence')}</p>
            <Problem error={error} />
            <Button color="red" size="md" fullWidth loading={state === 'busy'} onClick={() => void dispute()}>
              {t('notMe.action')}
            </Button>
          </>
        )}
      </div>
    </PublicDoor>
  )
}

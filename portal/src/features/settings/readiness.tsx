import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { Status } from '../../ui/status.tsx'
import styles from './settings.module.css'

type Health = { status: 'ok' | 'failing'; checks: { name: string; ok: boolean; reason?: string }[] }

/** Whether everything the service needs answers, part by part. */
export function Readiness() {
  const { t } = useStrings()
  const wordsOr = useWordsOr()
  const { data } = useQuery({
    queryKey: keys.readiness,
    queryFn: async (): Promise<Health> => {
      // 503 says the same in the same words, so both are read alike.
      const { data: good, error } = await api.GET('/health/ready')
      return good ?? (error as unknown as Health)
    },
    refetchInterval: 15_000,
  })
  if (!data?.checks) return <>…</>
  return (
    <>
      {data.status === 'ok' ? t('settings.readyOk') : t('settings.readyBad')}
      <ul className={styles.checks}>
        {data.checks.map(({ name, ok, reason }) => (
          <li key={name}>
            <Status tone={ok ? 'good' : 'bad'}>{wordsOr(`settings.part.${name}`, name)}</Status>
            {reason ? <p className={styles.reason}>{say(reason)}</p> : null}
          </li>
        ))}
      </ul>
    </>
  )
}

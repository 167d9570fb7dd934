import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Status } from '../../ui/status.tsx'
import styles from './settings.module.css'

type Health = { status: 'ok' | 'failing'; checks: { name: string; ok: boolean }[] }

/** Whether everything the service needs answers, part by part. */
export function Readiness() {
  const { t } = useStrings()
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
        {data.checks.map(({ name, ok }) => (
          <li key={name}>
            <Status tone={ok ? 'good' : 'bad'}>{name}</Status>
          </li>
        ))}
      </ul>
    </>
  )
}

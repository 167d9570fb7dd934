import type { DeskVouch } from '@hallpass/contract/desk'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { When } from '../../ui/when.tsx'
import styles from './inbox.module.css'

/** People on the phone with the desk right now for whom I am asked to vouch. */
export function useVouches(): readonly DeskVouch[] {
  const { data } = useQuery({
    queryKey: keys.vouches,
    queryFn: (): Promise<{ items: DeskVouch[] }> => answer(api.GET('/api/desk/vouches')),
    refetchInterval: 20_000,
  })
  return (data?.items ?? []).filter(({ state }) => state === 'waiting')
}

export function Vouches({ vouches }: { vouches: readonly DeskVouch[] }) {
  const { t, rich } = useStrings()
  return vouches.map((vouch) => (
    <Notice key={vouch.id} tone="warn" title={t('inbox.vouch', { name: vouch.person.displayName })}>
      <p>
        {rich('inbox.vouchDetail', {
          agent: <bdi>{vouch.agent.displayName}</bdi>,
          when: <When at={vouch.expiresAt} as="distance" />,
        })}
      </p>
      <div className={styles.vouchAct}>
        <Button component="a" href={paths.vouch(vouch.id)} size="xs">
          {t('inbox.vouchOpen')}
        </Button>
      </div>
    </Notice>
  ))
}

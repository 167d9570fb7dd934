/** What I hold: each role with what it gives, why I have it and until when; extend it or give it back. */
import type { Grant } from '@hallpass/contract/access'
import { Button, Group } from '@mantine/core'
import { IconIdBadge2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { OrderedAs } from '../../api/ticket-link.tsx'
import { useAction } from '../../api/use-action.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './my-access.module.css'

const defaults = { show: 'held' }

export function MyAccess() {
  const { t } = useStrings()
  const [{ show }, setFilters] = useFilters(defaults)
  const state = show === 'ended' ? 'ended' : 'held'
  const grants = useQuery({
    queryKey: keys.myGrants(state),
    queryFn: () => answer(api.GET('/api/me/grants', { params: { query: { state, limit: 200 } } })),
  })
  return (
    <Page title={t('myAccess.title')} lead={t('myAccess.lead')}>
      <div>
        <ChoiceChips
          label={t('myAccess.show')}
          value={state}
          choices={[
            { value: 'held', label: t('myAccess.held') },
            { value: 'ended', label: t('myAccess.ended') },
          ]}
          onChange={(value) => setFilters({ show: value })}
        />
      </div>
      <Loaded query={grants} skeleton={<Skeleton shape="cards" rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconIdBadge2 size={22} />} title={t(`myAccess.none.${state}`)} />
          ) : (
            <ul className={styles.list}>
              {items.map((grant) => (
                <GrantCard key={grant.id} grant={grant} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}

function GrantCard({ grant }: { grant: Grant }) {
  const { t, rich } = useStrings()
  const [asking, setAsking] = useState(false)
  const giveBack = useAction({
    run: () => answer(api.POST('/api/grants/{id}/give-back', { params: { path: { id: grant.id } }, body: {} })),
    done: () => t('myAccess.givenBack', { role: grant.role.name }),
    forget: [['my-grants'], keys.myApps, ['catalog']],
    after: () => setAsking(false),
  })
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <span className={styles.icons}>
          {grant.apps.slice(0, 3).map((app) => (
            <AppIcon key={app.id} name={app.name} icon={app.icon} />
          ))}
        </span>
        <div className={styles.words}>
          <h2 className={styles.name}>
            <bdi>{grant.role.name}</bdi>
          </h2>
          <p className={styles.apps}>
            <bdi>{grant.apps.map(({ name }) => name).join(', ')}</bdi>
          </p>
        </div>
        <GrantStatus grant={grant} />
      </div>
      <p className={styles.reason}>
        {rich('myAccess.why', { reason: <bdi>{say(grant.reason)}</bdi>, when: <When at={grant.grantedAt} as="day" /> })}{' '}
        {grant.requestId ? <a href={paths.request(grant.requestId)}>{t('myAccess.story')}</a> : null}
      </p>
      <OrderedAs requestId={grant.requestId} className={styles.reason} />
      {grant.state === 'ended' ? null : (
        <Group gap="xs" mt="xs">
          {grant.extendable && grant.endsAt ? (
            <Button component="a" href={paths.extend(grant.id)} variant="default" size="xs">
              {t('myAccess.extend')}
            </Button>
          ) : null}
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            {t('myAccess.giveBack')}
          </Button>
        </Group>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('myAccess.giveBackTitle', { role: grant.role.name })}
        confirmLabel={t('myAccess.giveBack')}
        danger
        busy={giveBack.isPending}
        problem={<Problem error={giveBack.error} />}
        onConfirm={() => giveBack.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('myAccess.giveBackDetail', { apps: grant.apps.map(({ name }) => name).join(', ') })}</p>
      </ConfirmDialog>
    </li>
  )
}

function GrantStatus({ grant }: { grant: Grant }) {
  const { t, rich } = useStrings()
  if (grant.state === 'pending') return <Status tone="accent">{t('grant.pending')}</Status>
  if (grant.state === 'ended') {
    return (
      <Status tone="quiet">
        {grant.endReason ? t(`grant.end.${grant.endReason}`) : t('grant.ended')}
        {grant.endedAt ? (
          <>
            , <When at={grant.endedAt} as="day" />
          </>
        ) : null}
      </Status>
    )
  }
  if (grant.endsAt === null) return <Status tone="good">{t('grant.noEnd')}</Status>
  return <Status tone="good">{rich('grant.until', { when: <When at={grant.endsAt} as="day" /> })}</Status>
}

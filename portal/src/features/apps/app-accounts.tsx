/** The accounts in one app: how each stands, trying again, and comparing them all with what roles say. */
import type { Connection } from '@hallpass/contract/provisioning'
import { IconPlug } from '@tabler/icons-react'
import { AccountStatus } from '../../api/administration/account-status.tsx'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { UnlinkedNote } from '../../api/unlinked-note.tsx'
import { useAction } from '../../api/use-action.ts'
import { usePages } from '../../api/use-pages.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import styles from './apps.module.css'
import { CompareCard } from './compare-card.tsx'

const defaults = { account: '' }
const states = ['active', 'pending', 'failing', 'needs_task', 'inactive'] as const

export function AppAccounts({ appId, connection }: { appId: string; connection: Connection | undefined }) {
  const { t } = useStrings()
  const [{ account }, setFilters] = useFilters(defaults)
  const state = states.find((known) => known === account)
  const accounts = usePages(
    keys.appAccounts(appId, account),
    (page) => answer(api.GET('/api/accounts', { params: { query: { ...page, appId, ...(state ? { state } : {}) } } })),
    { refetchInterval: 10_000 },
  )
  const retry = useAction({
    run: (id: string) => answer(api.POST('/api/accounts/{id}/retry', { params: { path: { id } } })),
    done: () => t('app.retrying'),
    forget: [['apps']],
    tellFailure: true,
  })
  return (
    <>
      {connection?.kind === 'scim' || connection?.kind === 'servicenow' ? (
        <CompareCard appId={appId} comparison={connection.comparison} isAwaited={connection.awaitsComparison} />
      ) : null}
      <ChoiceChips
        label={t('people.state')}
        value={state ?? ''}
        onChange={(value) => setFilters({ account: value })}
        choices={[
          { value: '', label: t('ui.all') },
          ...states.map((value) => ({ value, label: t(`accountState.${value}`) })),
        ]}
      />
      <Section flush>
        <Loaded query={accounts.query} skeleton={<Skeleton shape="table" rows={6} />}>
          {() => (
            <DataTable
              caption={t('app.tab.accounts')}
              rows={accounts.rows}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'person',
                  header: t('app.person'),
                  cell: (row) => (
                    <a href={paths.person(row.person.id, 'accounts')}>
                      <PersonLine name={row.person.displayName} id={row.person.id} size="sm" />
                    </a>
                  ),
                },
                {
                  key: 'account',
                  header: t('app.account'),
                  narrow: 'late',
                  cell: (row) => <bdi>{row.userName ?? '–'}</bdi>,
                },
                {
                  key: 'entitlements',
                  header: t('app.entitlements'),
                  narrow: 'last',
                  cell: (row) => <bdi>{row.entitlements.join(', ')}</bdi>,
                },
                {
                  key: 'state',
                  header: t('people.state'),
                  cell: (row) => (
                    <>
                      <AccountStatus state={row.state} />
                      {row.lastError ? <p className={styles.quiet}>{say(row.lastError)}</p> : null}
                      <UnlinkedNote unlinked={row.unlinked} className={styles.quiet} />
                      {row.nextTryAt && !row.settled ? (
                        <p className={styles.quiet}>
                          {t('app.nextTry')} <When at={row.nextTryAt} as="distance" />
                        </p>
                      ) : null}
                    </>
                  ),
                },
                {
                  key: 'do',
                  header: t('palette.actions'),
                  align: 'end',
                  cell: (row) => (
                    <span className={styles.rowActions}>
                      {row.taskId ? <a href={paths.tasks()}>{t('app.toTask')}</a> : null}
                      {row.settled ? null : (
                        <AdminButton size="compact-sm" variant="default" onClick={() => retry.mutate(row.id)}>
                          {t('app.retry')}
                        </AdminButton>
                      )}
                    </span>
                  ),
                },
              ]}
              more={accounts.more}
              empty={<EmptyState icon={<IconPlug size={22} />} title={t('app.noAccounts')} />}
            />
          )}
        </Loaded>
      </Section>
    </>
  )
}

import { IconPlug } from '@tabler/icons-react'
import { AccountStatus } from '../../api/administration/account-status.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { UnlinkedNote } from '../../api/unlinked-note.tsx'
import { usePages } from '../../api/use-pages.ts'
import { paths } from '../../paths.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './person.module.css'

/** The accounts of one person in apps, as far as roles say they should be. */
export function PersonAccounts({ personId }: { personId: string }) {
  const { t } = useStrings()
  const accounts = usePages(keys.personAccounts(personId), (page) =>
    answer(api.GET('/api/accounts', { params: { query: { ...page, personId } } })),
  )
  return (
    <Section flush>
      <Loaded query={accounts.query} skeleton={<Skeleton shape="table" rows={3} />}>
        {() => (
          <DataTable
            caption={t('person.tab.accounts')}
            rows={accounts.rows}
            rowKey={(account) => account.id}
            rowHref={(account) => paths.app(account.app.id, 'accounts')}
            columns={[
              {
                key: 'app',
                header: t('person.app'),
                cell: (account) => (
                  <span className={styles.apps}>
                    <AppIcon name={account.app.name} icon={account.app.icon} size="sm" /> <bdi>{account.app.name}</bdi>
                  </span>
                ),
              },
              {
                key: 'account',
                header: t('person.account'),
                narrow: 'late',
                cell: (account) => <bdi>{account.userName ?? '–'}</bdi>,
              },
              {
                key: 'state',
                header: t('people.state'),
                cell: (account) => (
                  <>
                    <AccountStatus state={account.state} />
                    {account.lastError ? <p className={styles.quiet}>{say(account.lastError)}</p> : null}
                    <UnlinkedNote unlinked={account.unlinked} className={styles.quiet} />
                  </>
                ),
              },
            ]}
            more={accounts.more}
            empty={<EmptyState icon={<IconPlug size={22} />} title={t('person.noAccounts')} />}
          />
        )}
      </Loaded>
    </Section>
  )
}

/** Roles a person holds or held; why; and taking one away. */
import type { Grant } from '@hallpass/contract/access'
import type { PersonDetail } from '@hallpass/contract/people'
import { Button } from '@mantine/core'
import { IconIdBadge2 } from '@tabler/icons-react'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { TicketLink } from '../../api/ticket-link.tsx'
import { useAction } from '../../api/use-action.ts'
import { usePages } from '../../api/use-pages.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './person.module.css'
import { WhyDialog } from './why-dialog.tsx'

const defaults = { show: 'held' }

export function PersonAccess({ person }: { person: PersonDetail }) {
  const { t } = useStrings()
  const [{ show }, setFilters] = useFilters(defaults)
  const state = show === 'ended' ? 'ended' : 'held'
  const [why, setWhy] = useState<Grant | null>(null)
  const [revoking, setRevoking] = useState<Grant | null>(null)
  const grants = usePages(keys.personGrants(person.id, state), (page) =>
    answer(api.GET('/api/people/{id}/grants', { params: { path: { id: person.id }, query: { ...page, state } } })),
  )
  const revoke = useAction({
    run: (reason: string) =>
      answer(api.POST('/api/grants/{id}/revoke', { params: { path: { id: revoking?.id ?? '' } }, body: { reason } })),
    done: (grant) => t('person.revoked', { role: grant.role.name }),
    forget: [['people'], ['roles'], ['trail']],
    after: () => setRevoking(null),
  })
  return (
    <>
      <ChoiceChips
        label={t('myAccess.show')}
        value={state}
        onChange={(value) => setFilters({ show: value })}
        choices={[
          { value: 'held', label: t('person.held') },
          { value: 'ended', label: t('myAccess.ended') },
        ]}
      />
      <Section flush>
        <Loaded query={grants.query} skeleton={<Skeleton shape="table" rows={3} />}>
          {() => (
            <DataTable
              caption={t('person.tab.access')}
              rows={grants.rows}
              rowKey={(grant) => grant.id}
              columns={[
                {
                  key: 'role',
                  header: t('person.role'),
                  cell: (grant) => (
                    <>
                      <a href={paths.role(grant.role.id)}>
                        <bdi>{grant.role.name}</bdi>
                      </a>
                      <div className={styles.quiet}>
                        <TicketLink requestId={grant.requestId} />
                      </div>
                    </>
                  ),
                },
                {
                  key: 'gives',
                  header: t('person.gives'),
                  narrow: 'late',
                  cell: (grant) => (
                    <span className={styles.apps}>
                      {grant.apps.map((app) => (
                        <span key={app.id} className={styles.apps}>
                          <AppIcon name={app.name} icon={app.icon} size="sm" /> <bdi>{app.name}</bdi>
                        </span>
                      ))}
                    </span>
                  ),
                },
                { key: 'until', header: t('person.until'), cell: (grant) => <Until grant={grant} /> },
                {
                  key: 'do',
                  header: t('palette.actions'),
                  align: 'end',
                  cell: (grant) => (
                    <span className={styles.rowActions}>
                      <Button size="compact-sm" variant="default" onClick={() => setWhy(grant)}>
                        {t('person.why')}
                      </Button>
                      {grant.state === 'ended' ? null : (
                        <AdminButton size="compact-sm" variant="default" onClick={() => setRevoking(grant)}>
                          {t('person.revoke')}
                        </AdminButton>
                      )}
                    </span>
                  ),
                },
              ]}
              more={grants.more}
              empty={
                <EmptyState
                  icon={<IconIdBadge2 size={22} />}
                  title={state === 'held' ? t('person.noGrants') : t('person.noEnded')}
                />
              }
            />
          )}
        </Loaded>
      </Section>
      <WhyDialog person={person} grant={why} onClose={() => setWhy(null)} />
      <ConfirmDialog
        opened={revoking !== null}
        title={t('person.revokeTitle', { role: revoking?.role.name ?? '', name: person.displayName })}
        confirmLabel={t('person.revoke')}
        danger
        busy={revoke.isPending}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 3 }}
        problem={<Problem error={revoke.error} />}
        onConfirm={(reason) => revoke.mutate(reason)}
        onClose={() => setRevoking(null)}
      >
        <p>{t('person.revokeDetail')}</p>
      </ConfirmDialog>
    </>
  )
}

function Until({ grant }: { grant: Grant }) {
  const { t } = useStrings()
  if (grant.state === 'pending') return <Status tone="accent">{t('grant.pending')}</Status>
  if (grant.state === 'ended') {
    return <Status tone="quiet">{grant.endReason ? t(`grant.end.${grant.endReason}`) : t('grant.ended')}</Status>
  }
  return grant.endsAt ? <When at={grant.endsAt} as="day" /> : t('grant.noEnd')
}

import { IconUsers } from '@tabler/icons-react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { usePages } from '../../api/use-pages.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'

const defaults = { show: 'held' }

/** Who holds a role, or held it. */
export function RoleHolders({ roleId }: { roleId: string }) {
  const { t } = useStrings()
  const [{ show }, setFilters] = useFilters(defaults)
  const state = show === 'ended' ? 'ended' : 'held'
  const grants = usePages(keys.roleGrants(roleId, state), (page) =>
    answer(api.GET('/api/roles/{id}/grants', { params: { path: { id: roleId }, query: { ...page, state } } })),
  )
  return (
    <>
      <ChoiceChips
        label={t('myAccess.show')}
        value={state}
        onChange={(value) => setFilters({ show: value })}
        choices={[
          { value: 'held', label: t('role.tab.holders') },
          { value: 'ended', label: t('myAccess.ended') },
        ]}
      />
      <Section flush>
        <Loaded query={grants.query} skeleton={<Skeleton shape="table" rows={6} />}>
          {() => (
            <DataTable
              caption={t('role.tab.holders')}
              rows={grants.rows}
              rowKey={(grant) => grant.id}
              rowHref={(grant) => paths.person(grant.person.id, 'access')}
              columns={[
                {
                  key: 'person',
                  header: t('app.person'),
                  cell: (grant) => (
                    <PersonLine name={grant.person.displayName} id={grant.person.id} detail={grant.person.title} />
                  ),
                },
                {
                  key: 'since',
                  header: t('role.since'),
                  narrow: 'late',
                  cell: (grant) => <When at={grant.startedAt ?? grant.grantedAt} as="day" />,
                },
                {
                  key: 'until',
                  header: t('person.until'),
                  cell: (grant) => {
                    if (grant.state === 'pending') return t('grant.pending')
                    if (grant.endReason) return t(`grant.end.${grant.endReason}`)
                    return grant.endsAt ? <When at={grant.endsAt} as="day" /> : t('grant.noEnd')
                  },
                },
              ]}
              more={grants.more}
              empty={<EmptyState icon={<IconUsers size={22} />} title={t('role.nobody')} />}
            />
          )}
        </Loaded>
      </Section>
    </>
  )
}

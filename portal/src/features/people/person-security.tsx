/** What a person proves with, and what came to their door; live. Neither secret nor code is ever part of it. */
import type { PersonDetail } from '@hallpass/contract/people'
import { IconShieldOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { SignInHistory } from '../../api/proof/sign-in-history.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'

export function PersonSecurity({ person }: { person: PersonDetail }) {
  const { t } = useStrings()
  const params = { path: { id: person.id } }
  const factors = useQuery({
    queryKey: keys.personFactors(person.id),
    queryFn: () => answer(api.GET('/api/people/{id}/factors', { params })),
  })
  return (
    <>
      <Section title={t('person.factors')} flush>
        <Loaded query={factors} skeleton={<Skeleton shape="table" rows={2} />}>
          {({ items }) => (
            <DataTable
              caption={t('person.factors')}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  header: t('person.factor'),
                  cell: (factor) => (
                    <>
                      <bdi>{factor.name}</bdi>{' '}
                      {factor.restsUntil ? <Status tone="warn">{t('person.factorRests')}</Status> : null}
                    </>
                  ),
                },
                { key: 'kind', header: t('person.factorKind'), cell: ({ kind }) => t(`factor.kind.${kind}`) },
                {
                  key: 'added',
                  header: t('person.factorAdded'),
                  narrow: 'late',
                  cell: ({ createdAt }) => <When at={createdAt} as="day" />,
                },
                {
                  key: 'used',
                  header: t('person.lastSeen'),
                  cell: ({ lastUsedAt }) => (lastUsedAt ? <When at={lastUsedAt} /> : t('person.never')),
                },
              ]}
              empty={<EmptyState icon={<IconShieldOff size={22} />} title={t('person.noFactors')} />}
            />
          )}
        </Loaded>
      </Section>
      <Section title={t('signIns.title')}>
        <SignInHistory
          queryKey={keys.personSignIns(person.id)}
          load={(page) => answer(api.GET('/api/people/{id}/sign-ins', { params: { ...params, query: page } }))}
          live={`/api/people/${person.id}/sign-ins/events`}
        />
      </Section>
    </>
  )
}

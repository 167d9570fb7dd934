/** Every request of the company, for administrators and auditors. */
import { IconListDetails } from '@tabler/icons-react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { RequestStatus } from '../../api/request-status.tsx'
import { usePages } from '../../api/use-pages.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'

const defaults = { state: 'all' }
const states = ['all', 'waiting', 'fulfilling', 'fulfilled', 'denied', 'cancelled'] as const

export function AllRequests() {
  const { t, list } = useStrings()
  const [filters, setFilters] = useFilters(defaults)
  const state = states.find((known) => known === filters.state) ?? 'all'
  const requests = usePages(
    keys.allRequests({ state }),
    (page) => {
      const query = { ...page, ...(state === 'all' ? {} : { state }) }
      return answer(api.GET('/api/requests/all', { params: { query } }))
    },
    { refetchInterval: 15_000 },
  )
  return (
    <Page title={t('requests.title')} lead={t('requests.lead')} width="wide">
      <ChoiceChips
        label={t('requests.state')}
        value={state}
        onChange={(value) => setFilters({ state: value })}
        choices={states.map((value) => ({ value, label: t(`requests.filter.${value}`) }))}
      />
      <Section flush>
        <Loaded query={requests.query} skeleton={<Skeleton shape="table" rows={8} />}>
          {() => (
            <DataTable
              caption={t('requests.title')}
              rows={requests.rows}
              rowKey={(request) => request.id}
              rowHref={(request) => paths.request(request.id)}
              columns={[
                {
                  key: 'person',
                  header: t('requests.person'),
                  cell: (request) => (
                    <PersonLine name={request.beneficiary.displayName} id={request.beneficiary.id} size="sm" />
                  ),
                },
                { key: 'role', header: t('requests.role'), cell: (request) => <bdi>{request.role.name}</bdi> },
                {
                  key: 'waits',
                  header: t('requests.waitsFor'),
                  narrow: 'last',
                  cell: (request) => <bdi>{list(request.waitsFor.map(({ displayName }) => displayName))}</bdi>,
                },
                {
                  key: 'state',
                  header: t('requests.state'),
                  cell: (request) => <RequestStatus state={request.state} />,
                },
                {
                  key: 'asked',
                  header: t('requests.asked'),
                  narrow: 'late',
                  cell: (request) => <When at={request.createdAt} />,
                },
              ]}
              more={requests.more}
              empty={<EmptyState icon={<IconListDetails size={22} />} title={t('requests.none')} />}
            />
          )}
        </Loaded>
      </Section>
    </Page>
  )
}

/** What was ordered in an instance, how far it is, and whether the ticket there says so. */
import type { SnowOrder } from '@hallpass/contract/servicenow-orders'
import { IconTicket } from '@tabler/icons-react'
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
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import { OrderState } from './order-state.tsx'

const defaults = { show: 'open' }
const shown = ['open', 'untold', 'all'] as const

export function ConnectionOrders({ connectionId }: { connectionId: string }) {
  const { t } = useStrings()
  const [filters, setFilters] = useFilters(defaults)
  const show = shown.find((known) => known === filters.show) ?? 'open'
  const orders = usePages<SnowOrder>(
    keys.snowOrders(connectionId, show),
    (page) =>
      answer(
        api.GET('/api/servicenow/connections/{id}/orders', {
          params: { path: { id: connectionId }, query: { ...page, show } },
        }),
      ),
    { refetchInterval: 10_000 },
  )
  return (
    <>
      <ChoiceChips
        label={t('snow.show')}
        value={show}
        onChange={(value) => setFilters({ show: value })}
        choices={shown.map((value) => ({ value, label: t(`snow.show.${value}`) }))}
      />
      <Section flush>
        <Loaded query={orders.query} skeleton={<Skeleton shape="table" rows={5} />}>
          {() => (
            <DataTable
              caption={t('snow.orders')}
              rows={orders.rows}
              rowKey={(order) => order.id}
              columns={[
                {
                  key: 'number',
                  header: t('snow.order.number'),
                  cell: ({ number, url }) => (
                    <a href={url} target="_blank" rel="noreferrer">
                      {number}
                    </a>
                  ),
                },
                {
                  key: 'person',
                  header: t('snow.order.person'),
                  cell: ({ person }) =>
                    person ? (
                      <a href={paths.person(person.id)}>
                        <bdi>{person.displayName}</bdi>
                      </a>
                    ) : (
                      t('snow.order.unknownPerson')
                    ),
                },
                {
                  key: 'roles',
                  header: t('snow.order.roles'),
                  narrow: 'late',
                  cell: (order) => <Roles order={order} />,
                },
                { key: 'state', header: t('snow.order.state'), cell: (order) => <OrderState order={order} /> },
                {
                  key: 'changed',
                  header: t('snow.order.changed'),
                  narrow: 'last',
                  cell: ({ changedAt }) => <When at={changedAt} />,
                },
              ]}
              more={orders.more}
              empty={<EmptyState icon={<IconTicket size={22} />} title={t(`snow.order.none.${show}`)} />}
            />
          )}
        </Loaded>
      </Section>
    </>
  )
}

function Roles({ order }: { order: SnowOrder }) {
  return (
    <>
      {order.roles.map(({ name, requestId }) => (
        <div key={name}>{requestId === null ? <bdi>{name}</bdi> : <a href={paths.request(requestId)}>{name}</a>}</div>
      ))}
    </>
  )
}

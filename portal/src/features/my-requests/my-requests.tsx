/** My requests: open ones with whom they wait for, and what became of the others. */
import type { RequestSummary } from '@hallpass/contract/requests'
import { Button } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { RequestStatus } from '../../api/request-status.tsx'
import { useSession } from '../../api/session.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useOutcomeWords } from '../../strings/use-outcome-words.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { CardLink, LinkCard } from '../../ui/card-link.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StepsBar } from '../../ui/steps-bar.tsx'
import { When } from '../../ui/when.tsx'
import styles from './my-requests.module.css'

const defaults = { show: 'all' }
const choices = ['all', 'open', 'closed'] as const

export function MyRequests() {
  const { t } = useStrings()
  const [{ show }, setFilters] = useFilters(defaults)
  const state = choices.find((choice) => choice === show) ?? 'all'
  const requests = useInfiniteQuery({
    queryKey: [...keys.myRequests(state), 'pages'],
    queryFn: ({ pageParam }) => {
      const query = {
        limit: 30,
        ...(state === 'all' ? {} : { state }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }
      return answer(api.GET('/api/requests', { params: { query } }))
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  })
  return (
    <Page
      title={t('myRequests.title')}
      lead={t('myRequests.lead')}
      action={
        <Button component="a" href={paths.catalog()}>
          {t('myApps.ask')}
        </Button>
      }
    >
      <div>
        <ChoiceChips
          label={t('myRequests.show')}
          value={state}
          onChange={(value) => setFilters({ show: value })}
          choices={choices.map((choice) => ({ value: choice, label: t(`myRequests.${choice}`) }))}
        />
      </div>
      <Loaded query={requests} skeleton={<Skeleton shape="cards" rows={4} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) {
            return (
              <EmptyState icon={<IconRoute size={22} />} title={t(`myRequests.none.${state}`)}>
                {t('myRequests.noneDetail')}
              </EmptyState>
            )
          }
          return (
            <>
              <ul className={styles.list}>
                {items.map((request) => (
                  <RequestCard key={request.id} request={request} />
                ))}
              </ul>
              {requests.hasNextPage ? (
                <div className={styles.more}>
                  <Button
                    variant="default"
                    loading={requests.isFetchingNextPage}
                    onClick={() => void requests.fetchNextPage()}
                  >
                    {t('ui.showMore')}
                  </Button>
                </div>
              ) : null}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function RequestCard({ request }: { request: RequestSummary }) {
  const { t, rich } = useStrings()
  const { person } = useSession()
  const outcome = useOutcomeWords()(request)
  const [first] = request.role.apps
  const isOpen = request.state === 'waiting' || request.state === 'fulfilling'
  const total = request.stageCount + 1
  const done = request.state === 'fulfilling' ? request.stageCount : (request.stage ?? 0)
  const [waitsFor] = request.waitsFor
  return (
    <LinkCard className={styles.card}>
      <AppIcon name={first?.name ?? request.role.name} icon={first?.icon ?? null} />
      <div className={styles.words}>
        <h2 className={styles.name}>
          <CardLink href={paths.request(request.id)}>
            <bdi>{request.role.name}</bdi>
            {request.kind === 'extend' ? ` · ${t('request.kind.extend')}` : ''}
          </CardLink>
        </h2>
        <p className={styles.detail}>
          {rich('myRequests.asked', { when: <When at={request.createdAt} /> })}
          {request.beneficiary.id === person.id ? null : (
            <> · {rich('myRequests.for', { name: <bdi>{request.beneficiary.displayName}</bdi> })}</>
          )}
          {waitsFor ? (
            <>
              {' '}
              ·{' '}
              {rich('request.waitsFor', {
                name: <bdi>{waitsFor.displayName}</bdi>,
                more: request.waitsFor.length - 1,
              })}
            </>
          ) : null}
        </p>
        {outcome ? (
          <p className={styles.reason}>
            <bdi>{outcome}</bdi>
          </p>
        ) : null}
        {isOpen ? (
          <div className={styles.progress}>
            <StepsBar total={total} done={done} label={t('request.progress', { done, total })} />
          </div>
        ) : null}
      </div>
      <RequestStatus state={request.state} />
    </LinkCard>
  )
}

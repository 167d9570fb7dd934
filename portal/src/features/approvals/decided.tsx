/** What I decided, newest first. */
import { IconHistory } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'

const tones: Record<string, Tone> = { waiting: 'accent', fulfilling: 'accent', fulfilled: 'good', denied: 'bad' }
const decisionTones = { approved: 'good', denied: 'bad', lapsed: 'quiet' } as const

export function Decided() {
  const { t } = useStrings()
  const decided = useInfiniteQuery({
    queryKey: keys.decided,
    queryFn: ({ pageParam }) =>
      answer(api.GET('/api/inbox/decided', { params: { query: pageParam === '' ? {} : { cursor: pageParam } } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return (
    <Page title={t('decided.title')} lead={t('decided.lead')} back={{ href: paths.inbox(), label: t('inbox.title') }}>
      <Section flush>
        <Loaded query={decided} skeleton={<Skeleton shape="table" rows={6} />}>
          {({ pages }) => (
            <DataTable
              caption={t('decided.title')}
              rows={pages.flatMap((page) => page.items)}
              rowKey={(request) => request.id}
              rowHref={(request) => paths.request(request.id)}
              columns={[
                {
                  key: 'person',
                  header: t('facts.for'),
                  cell: (request) => (
                    <PersonLine name={request.beneficiary.displayName} id={request.beneficiary.id} size="sm" />
                  ),
                },
                { key: 'role', header: t('decided.role'), cell: (request) => <bdi>{request.role.name}</bdi> },
                {
                  key: 'decision',
                  header: t('decided.decision'),
                  cell: ({ decision }) => (
                    <Status tone={decisionTones[decision.state]}>{t(`decided.${decision.state}`)}</Status>
                  ),
                },
                {
                  key: 'when',
                  header: t('decided.when'),
                  narrow: 'late',
                  cell: ({ decision }) => <When at={decision.at} />,
                },
                {
                  key: 'state',
                  header: t('decided.state'),
                  cell: (request) => (
                    <Status tone={tones[request.state] ?? 'quiet'}>{t(`request.state.${request.state}`)}</Status>
                  ),
                },
                {
                  key: 'at',
                  header: t('decided.asked'),
                  narrow: 'late',
                  cell: (request) => <When at={request.createdAt} />,
                },
              ]}
              empty={<EmptyState icon={<IconHistory size={22} />} title={t('decided.none')} />}
              more={{
                has: decided.hasNextPage,
                loading: decided.isFetchingNextPage,
                load: () => void decided.fetchNextPage(),
              }}
            />
          )}
        </Loaded>
      </Section>
    </Page>
  )
}

/** What one may ask for: found as one types, by category, with what one has marked. */
import type { CatalogItem } from '@hallpass/contract/access'
import { Button } from '@mantine/core'
import { IconBasketPlus, IconCheck, IconSearchOff } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { cart } from '../../api/cart.ts'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { openRequestsQuery } from '../../api/my-requests.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useCategoryName } from '../../strings/use-category-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { CartBar } from './cart-bar.tsx'
import styles from './catalog.module.css'

const defaults = { q: '', category: '' }

export function Catalog() {
  const { t } = useStrings()
  const categoryName = useCategoryName()
  const [filters, setFilters] = useFilters(defaults)
  const open = useQuery(openRequestsQuery)
  const asked = new Map((open.data?.items ?? []).map((request) => [request.role.id, request.id]))
  const catalog = useInfiniteQuery({
    queryKey: keys.catalog(filters),
    queryFn: ({ pageParam }) => {
      const query = {
        limit: 60,
        ...(filters.q.trim() === '' ? {} : { q: filters.q.trim() }),
        ...(filters.category === '' ? {} : { category: filters.category }),
        ...(pageParam === '' ? {} : { cursor: pageParam }),
      }
      return answer(api.GET('/api/catalog', { params: { query } }))
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const search = useCallback((q: string) => setFilters({ q }), [setFilters])

  return (
    <Page title={t('catalog.title')} lead={t('catalog.lead')}>
      <div className={styles.search}>
        <SearchField
          label={t('catalog.search')}
          placeholder={t('catalog.searchHint')}
          value={filters.q}
          onChange={search}
          size="md"
          autoFocus
        />
      </div>
      <Loaded query={catalog} skeleton={<Skeleton shape="tiles" rows={9} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          const categories = pages[0]?.categories ?? []
          const total = categories.reduce((sum, { count }) => sum + count, 0)
          return (
            <>
              {categories.length > 1 ? (
                <div className={styles.categories}>
                  <ChoiceChips
                    label={t('catalog.categories')}
                    value={filters.category}
                    onChange={(category) => setFilters({ category })}
                    choices={[
                      { value: '', label: t('catalog.all'), count: total },
                      ...categories.map(({ category, count }) => ({
                        value: category,
                        label: categoryName(category),
                        count,
                      })),
                    ]}
                  />
                </div>
              ) : null}
              <p className="visually-hidden" role="status">
                {t('catalog.found', { count: items.length })}
              </p>
              {items.length === 0 ? (
                <EmptyState
                  icon={<IconSearchOff size={22} />}
                  title={filters.q === '' ? t('catalog.none') : t('catalog.noHit', { words: filters.q })}
                >
                  {filters.q === '' ? t('catalog.noneDetail') : t('catalog.noHitDetail')}
                </EmptyState>
              ) : (
                <ul className={styles.grid}>
                  {items.map((item) => (
                    <CatalogCard key={item.roleId} item={item} requestId={asked.get(item.roleId) ?? null} />
                  ))}
                </ul>
              )}
              {catalog.hasNextPage ? (
                <div className={styles.more}>
                  <Button
                    variant="default"
                    loading={catalog.isFetchingNextPage}
                    onClick={() => void catalog.fetchNextPage()}
                  >
                    {t('ui.showMore')}
                  </Button>
                </div>
              ) : null}
            </>
          )
        }}
      </Loaded>
      <CartBar />
    </Page>
  )
}

function CatalogCard({ item, requestId }: { item: CatalogItem; requestId: string | null }) {
  const { t, rich } = useStrings()
  const inCart = cart.useHas(item.roleId)
  const [first] = item.apps
  return (
    <li className={styles.card}>
      <div className={styles.top}>
        <AppIcon name={first?.name ?? item.name} icon={first?.icon ?? null} size="lg" />
        {item.held ? (
          <Status tone={item.held.state === 'pending' ? 'accent' : 'good'}>
            {item.held.state === 'pending' ? t('grant.pending') : t('catalog.held')}
          </Status>
        ) : requestId ? (
          <Status tone="accent">{t('catalog.asked')}</Status>
        ) : null}
      </div>
      <h2 className={styles.name}>
        <a href={paths.catalogRole(item.roleId)} className={styles.link}>
          <bdi>{item.name}</bdi>
        </a>
      </h2>
      <p className={styles.description}>
        <bdi>{item.description || item.apps.map(({ name }) => name).join(', ')}</bdi>
      </p>
      <div className={styles.foot}>
        <span className={styles.term}>
          {item.held?.endsAt
            ? rich('grant.until', { when: <When at={item.held.endsAt} as="day" /> })
            : item.daysMax
              ? t('catalog.upToDays', { days: item.daysMax })
              : t('catalog.noEnd')}
        </span>
        {item.held || requestId ? null : (
          <button
            type="button"
            className={styles.add}
            aria-pressed={inCart}
            aria-label={t('catalog.addToCart', { role: item.name })}
            onClick={() => cart.toggle(item.roleId)}
          >
            {inCart ? <IconCheck size={18} aria-hidden /> : <IconBasketPlus size={18} aria-hidden />}
          </button>
        )}
      </div>
    </li>
  )
}

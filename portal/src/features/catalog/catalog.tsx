/** What one may ask for: found as one types, by category, with what one has marked. */
import { Button } from '@mantine/core'
import { IconSearchOff } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { openRequestsQuery } from '../../api/my-requests.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useCategoryName } from '../../strings/use-category-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CartBar } from './cart-bar.tsx'
import styles from './catalog.module.css'
import { CatalogCard } from './catalog-card.tsx'
import { Popular } from './popular.tsx'

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
  const isNarrowed = filters.q !== '' || filters.category !== ''
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
          const { categories = [], total = 0 } = pages[0] ?? {}
          const isCategoryGone =
            filters.category !== '' && !categories.some(({ category }) => category === filters.category)
          return (
            <>
              {isNarrowed ? null : <Popular asked={asked} />}
              {categories.length > 1 || (isNarrowed && (total > 0 || isCategoryGone)) ? (
                <div className={styles.categories}>
                  <ChoiceChips
                    label={t('catalog.categories')}
                    value={filters.category}
                    onChange={(category) => setFilters({ category })}
                    choices={[
                      { value: '', label: t('catalog.all'), count: total },
                      // The chosen one stays, to be seen and left, where the search finds nothing in it.
                      ...[...categories, ...(isCategoryGone ? [{ category: filters.category, count: 0 }] : [])].map(
                        ({ category, count }) => ({ value: category, label: categoryName(category), count }),
                      ),
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

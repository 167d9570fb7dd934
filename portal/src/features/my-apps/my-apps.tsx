/** My apps: one click into each, what is on its way, and the way to ask for another. */
import { Button } from '@mantine/core'
import { IconLayoutGrid, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { openRequestsQuery } from '../../api/my-requests.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { AppTile } from './app-tile.tsx'
import { arrangeTiles } from './arrange-tiles.ts'
import { useKeepFavourite } from './favourites.ts'
import { GhostTile } from './ghost-tile.tsx'
import styles from './my-apps.module.css'

export function MyAppsScreen() {
  const { t, locale } = useStrings()
  const [words, setWords] = useState('')
  const keepFavourite = useKeepFavourite()
  const requests = useQuery({ ...openRequestsQuery, refetchInterval: whileSomethingMoves })
  const apps = useQuery({
    queryKey: keys.myApps,
    queryFn: () => answer(api.GET('/api/my-apps')),
    // While something is on its way the page keeps looking, so that the tile appears by itself.
    refetchInterval: (requests.data?.items.length ?? 0) > 0 ? 3000 : 60_000,
  })
  const change = useCallback((text: string) => setWords(text), [])

  const askButton = (
    <Button component="a" href={paths.catalog()} leftSection={<IconPlus size={16} />}>
      {t('myApps.ask')}
    </Button>
  )
  return (
    <Page title={t('myApps.title')} lead={t('myApps.lead')} action={askButton}>
      <Loaded query={apps} skeleton={<Skeleton shape="tiles" rows={8} />}>
        {({ items }) => {
          const shown = arrangeTiles(items, requests.data?.items ?? [], words, locale)
          const nothing = items.length === 0 && shown.ghosts.length === 0
          if (nothing) {
            return (
              <EmptyState
                icon={<IconLayoutGrid size={22} />}
                title={t('myApps.none')}
                action={
                  <Button component="a" href={paths.catalog()}>
                    {t('myApps.ask')}
                  </Button>
                }
              >
                {t('myApps.noneDetail')}
              </EmptyState>
            )
          }
          return (
            <>
              <div className={styles.search}>
                <SearchField label={t('myApps.search')} value={words} onChange={change} restMs={0} size="md" />
              </div>
              {shown.tiles.length === 0 && shown.ghosts.length === 0 ? (
                <EmptyState title={t('myApps.noHit', { words })}>
                  <a href={paths.catalog()}>{t('myApps.lookInCatalog')}</a>
                </EmptyState>
              ) : null}
              <ul className={styles.tiles}>
                {shown.tiles.map((tile) => (
                  <AppTile key={tile.app.id} tile={tile} onToggle={() => keepFavourite(tile.app.id, !tile.favourite)} />
                ))}
              </ul>
              {shown.ghosts.length > 0 ? (
                <section aria-label={t('myApps.onTheWay')} className={styles.ghosts}>
                  <h2 className={styles.ghostTitle}>{t('myApps.onTheWay')}</h2>
                  <ul className={styles.tiles}>
                    {shown.ghosts.map((ghost) => (
                      <GhostTile key={ghost.key} ghost={ghost} />
                    ))}
                  </ul>
                </section>
              ) : null}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function whileSomethingMoves(query: { state: { data?: { items: readonly unknown[] } | undefined } }): number {
  return (query.state.data?.items.length ?? 0) > 0 ? 3000 : 60_000
}

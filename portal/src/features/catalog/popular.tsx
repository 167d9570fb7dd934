/** What many colleagues use and one does not have yet; nothing where there is nothing to say. */
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './catalog.module.css'
import { CatalogCard } from './catalog-card.tsx'

export function Popular({ asked }: { asked: ReadonlyMap<string, string> }) {
  const { t } = useStrings()
  const { data } = useQuery({ queryKey: keys.popular, queryFn: () => answer(api.GET('/api/catalog/popular')) })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <section aria-label={t('catalog.popular')} className={styles.popular}>
      <h2 className={styles.popularTitle}>{t('catalog.popular')}</h2>
      <ul className={styles.grid}>
        {items.map((item) => (
          <CatalogCard key={item.roleId} item={item} requestId={asked.get(item.roleId) ?? null} />
        ))}
      </ul>
    </section>
  )
}

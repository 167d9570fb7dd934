/** One role in the catalog: what it gives, for how long, and whether one has it or asked for it. */
import type { CatalogItem } from '@hallpass/contract/access'
import { IconBasketPlus, IconCheck } from '@tabler/icons-react'
import { cart } from '../../api/cart.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { CardLink, LinkCard } from '../../ui/card-link.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './catalog.module.css'

export function CatalogCard({ item, requestId }: { item: CatalogItem; requestId: string | null }) {
  const { t, rich } = useStrings()
  const inCart = cart.useHas(item.roleId)
  const [first] = item.apps
  return (
    <LinkCard className={styles.card}>
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
        <CardLink href={paths.catalogRole(item.roleId)}>
          <bdi>{item.name}</bdi>
        </CardLink>
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
    </LinkCard>
  )
}

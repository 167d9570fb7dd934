/** One app to open. The whole tile is the link; the star and "extend" lie above it. */
import type { Tile } from '@hallpass/contract/sso'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { useNow } from '../../ui/now.tsx'
import { When } from '../../ui/when.tsx'
import styles from './my-apps.module.css'

const soonDays = 14

type Props = { tile: Tile; onToggle: () => void }

export function AppTile({ tile, onToggle }: Props) {
  const { t } = useStrings()
  const { app } = tile
  return (
    <li className={styles.tile}>
      <AppIcon name={app.name} icon={app.icon} size="lg" />
      {tile.launch ? (
        <a href={tile.launch} target="_blank" rel="noopener" className={styles.open}>
          <bdi>{app.name}</bdi>
          <span className="visually-hidden"> {t('myApps.opensNew')}</span>
        </a>
      ) : (
        <span className={styles.noOpen} title={t('myApps.noAddress')}>
          <bdi>{app.name}</bdi>
        </span>
      )}
      <Ending tile={tile} />
      <button
        type="button"
        className={styles.star}
        aria-pressed={tile.favourite}
        aria-label={t('myApps.favourite', { app: app.name })}
        onClick={onToggle}
      >
        {tile.favourite ? <IconStarFilled size={16} aria-hidden /> : <IconStar size={16} aria-hidden />}
      </button>
    </li>
  )
}

function Ending({ tile }: { tile: Tile }) {
  const { t, rich } = useStrings()
  const now = useNow()
  if (tile.endsAt === null) return null
  const days = (Date.parse(tile.endsAt) - now.getTime()) / 86_400_000
  if (days > soonDays) {
    return <p className={styles.until}>{rich('myApps.until', { when: <When at={tile.endsAt} as="day" /> })}</p>
  }
  return (
    <p className={styles.soon}>
      {rich('myApps.expires', { when: <When at={tile.endsAt} as="distance" /> })}
      {tile.grantId ? (
        <>
          {' · '}
          <a href={paths.extend(tile.grantId)} aria-label={t('myApps.extendApp', { app: tile.app.name })}>
            {t('myApps.extend')}
          </a>
        </>
      ) : null}
    </p>
  )
}

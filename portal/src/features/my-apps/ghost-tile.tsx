/** What was asked for and is not there yet: which stage, and whom it waits for. */
import { paths } from '../../paths.ts'
import { stageName } from '../../strings/stage-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { StepsBar } from '../../ui/steps-bar.tsx'
import type { Ghost } from './arrange-tiles.ts'
import styles from './my-apps.module.css'

export function GhostTile({ ghost }: { ghost: Ghost }) {
  const { t, rich } = useStrings()
  if (ghost.kind === 'pending') {
    const { app } = ghost.tile
    return (
      <li className={styles.tile} data-ghost>
        <AppIcon name={app.name} icon={app.icon} size="lg" />
        <span className={styles.noOpen}>
          <bdi>{app.name}</bdi>
        </span>
        <p className={styles.until}>{t('myApps.beingMade')}</p>
      </li>
    )
  }
  const { request } = ghost
  const name = request.role.apps[0]?.name ?? request.role.name
  const total = request.stageCount + 1
  const done = request.state === 'fulfilling' ? request.stageCount : (request.stage ?? 0)
  const [first] = request.waitsFor
  return (
    <li className={styles.tile} data-ghost>
      <AppIcon name={name} icon={request.role.apps[0]?.icon ?? null} size="lg" />
      <a href={paths.request(request.id)} className={styles.open}>
        <bdi>{request.role.apps.length === 1 ? name : request.role.name}</bdi>
      </a>
      <p className={styles.until}>
        {request.state === 'fulfilling'
          ? t('myApps.beingMade')
          : first
            ? rich('request.waitsFor', { name: <bdi>{first.displayName}</bdi>, more: request.waitsFor.length - 1 })
            : request.stageName === null
              ? null
              : stageName({ t }, request.stageName)}
      </p>
      <StepsBar total={total} done={done} label={t('request.progress', { done, total })} />
    </li>
  )
}

import { AppIcon } from '../../ui/app-icon.tsx'
import styles from './apps.module.css'

type Props = { name: string; icon: string | null; detail?: string | null }

/** An app's icon and name in one line. */
export function AppName({ name, icon, detail = null }: Props) {
  return (
    <span className={styles.appName}>
      <AppIcon name={name} icon={icon} />
      <span>
        <bdi>{name}</bdi>
        {detail ? <span className={styles.quiet}> · {detail}</span> : null}
      </span>
    </span>
  )
}

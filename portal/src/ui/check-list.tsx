/** What was checked, point by point: good, worth minding, or wrong, each with a sentence. */
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import styles from './check-list.module.css'

export type CheckPoint = {
  key: string
  level: 'ok' | 'warning' | 'fault'
  title: string
  message: string
  levelWord: string
}

const icons = { ok: IconCheck, warning: IconAlertTriangle, fault: IconX }

export function CheckList({ points, label }: { points: readonly CheckPoint[]; label: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {points.map(({ key, level, title, message, levelWord }) => {
        const Icon = icons[level]
        return (
          <li key={key} className={styles.point} data-level={level}>
            <span className={styles.icon} aria-hidden>
              <Icon size={16} stroke={2.25} />
            </span>
            <div>
              <p className={styles.title}>
                {title}
                <span className="visually-hidden">, {levelWord}</span>
              </p>
              <p className={styles.message}>{message}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** How far something with a few steps has come, as one slim bar of segments. */
import styles from './steps-bar.module.css'

type Props = { total: number; done: number; label: string; ended?: boolean }

export function StepsBar({ total, done, label, ended = false }: Props) {
  return (
    <span role="img" aria-label={label} className={styles.bar} data-ended={ended || undefined}>
      {Array.from({ length: total }, (_, index) => (
        <span
          key={String(index)}
          data-state={index < done ? 'done' : index === done && !ended ? 'current' : 'upcoming'}
        />
      ))}
    </span>
  )
}

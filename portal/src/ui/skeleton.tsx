/** Grey shapes where content will be. They show after 200 ms, so that a quick answer shows nothing at all. */
import styles from './skeleton.module.css'

type Props = { rows?: number; shape?: 'lines' | 'tiles' | 'cards' | 'table' }

export function Skeleton({ rows = 4, shape = 'lines' }: Props) {
  return (
    <div className={styles.skeleton} data-shape={shape} aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        <span key={String(index)} className={styles.bone} />
      ))}
    </div>
  )
}

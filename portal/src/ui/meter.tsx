/** How far something long has come, with how much, how fast and how long still. */
import styles from './meter.module.css'

type Props = { label: string; value: number; max: number | null; detail: string }

export function Meter({ label, value, max, detail }: Props) {
  const share = max === null || max === 0 ? null : Math.min(1, value / max)
  return (
    <div className={styles.meter}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max ?? undefined}
        aria-valuenow={share === null ? undefined : value}
        aria-valuetext={detail}
        className={styles.bar}
        data-endless={share === null || undefined}
      >
        <span className={styles.fill} style={share === null ? undefined : { inlineSize: `${share * 100}%` }} />
      </div>
      <p className={styles.detail}>{detail}</p>
    </div>
  )
}

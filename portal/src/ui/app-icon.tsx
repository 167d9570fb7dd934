/** An app's own icon on a light plate, so that dark marks stay visible on a dark page; its letter on a colour of its own where there is none. */
import { useState } from 'react'
import styles from './app-icon.module.css'
import { appHue, monogram } from './monogram.ts'

type Props = { name: string; icon: string | null; size?: 'sm' | 'md' | 'lg' | 'xl' }

/** Decoration only: the app's name stands beside it. */
export function AppIcon({ name, icon, size = 'md' }: Props) {
  const [broken, setBroken] = useState(false)
  const withPicture = icon !== null && !broken
  return (
    <span
      aria-hidden
      className={styles.plate}
      data-size={size}
      style={withPicture ? undefined : appHue(name)}
      data-monogram={withPicture ? undefined : true}
    >
      {withPicture ? <img src={icon} alt="" loading="lazy" onError={() => setBroken(true)} /> : monogram(name)}
    </span>
  )
}

/** A person's face: initials on a colour that is always the same for the same person. */

import styles from './face.module.css'
import { hueOf, initials } from './initials.ts'

type Props = { name: string; id?: string; size?: 'sm' | 'md' | 'lg' }

/** Decoration only: the name stands beside it wherever it is used. */
export function Face({ name, id, size = 'md' }: Props) {
  return (
    <span aria-hidden className={styles.face} data-size={size} style={hueOf(id ?? name)}>
      {initials(name)}
    </span>
  )
}

/** Face and name in one line, with a second line in small where given. */
export function PersonLine({ name, id, detail, size = 'md' }: Props & { detail?: string | null | undefined }) {
  return (
    <span className={styles.line}>
      <Face name={name} size={size} {...(id === undefined ? {} : { id })} />
      <span className={styles.words}>
        <bdi className={styles.name}>{name}</bdi>
        {detail ? <bdi className={styles.detail}>{detail}</bdi> : null}
      </span>
    </span>
  )
}

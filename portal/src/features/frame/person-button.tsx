import { IconSelector } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useSession } from '../../api/session.ts'
import { PersonLine } from '../../ui/face.tsx'
import styles from './person-menu.module.css'

/** Who is signed in, as the button of their menu. */
export function PersonButton(props: ComponentProps<'button'>) {
  const { person } = useSession()
  return (
    <button type="button" aria-haspopup="menu" {...props} className={styles.button}>
      <PersonLine name={person.displayName} id={person.id} detail={person.title ?? person.directoryName} />
      <IconSelector size={16} aria-hidden className={styles.arrow} />
    </button>
  )
}

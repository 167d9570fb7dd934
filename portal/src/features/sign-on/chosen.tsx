import { CloseButton } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './sign-on.module.css'

type Props = { ids: readonly string[]; nameOf: (id: string) => string; onRemove: (id: string) => void }

/** What was picked, each with a button that takes it out. */
export function Chosen({ ids, nameOf, onRemove }: Props) {
  const { t } = useStrings()
  if (ids.length === 0) return null
  return (
    <ul className={styles.chosen}>
      {ids.map((id) => (
        <li key={id}>
          <bdi>{nameOf(id)}</bdi>
          <CloseButton size="sm" aria-label={t('ui.remove', { what: nameOf(id) })} onClick={() => onRemove(id)} />
        </li>
      ))}
    </ul>
  )
}

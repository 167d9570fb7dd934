/** The keys of this screen and of every screen. */
import { Modal } from '@mantine/core'
import { useStrings } from '../strings/use-strings.tsx'
import { Key } from './key.tsx'
import styles from './keys-help.module.css'

export type KeyHelp = { title: string; keys: readonly { keys: readonly string[]; does: string }[] }

export function KeysHelp({
  opened,
  onClose,
  groups,
}: {
  opened: boolean
  onClose: () => void
  groups: readonly KeyHelp[]
}) {
  const { t } = useStrings()
  return (
    <Modal opened={opened} onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      {groups.map((group) => (
        <section key={group.title} className={styles.group}>
          <h3 className={styles.title}>{group.title}</h3>
          <dl className={styles.list}>
            {group.keys.map(({ keys, does }) => (
              <div key={does} className={styles.row}>
                <dt>{does}</dt>
                <dd>
                  {keys.map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}

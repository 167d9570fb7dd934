import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import styles from './side-menu.module.css'

/** The whole navigation on a phone, over the page. */
export function SideMenu({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useStrings()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="19rem"
      title={title}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <div className={styles.menu}>{children}</div>
    </Drawer>
  )
}

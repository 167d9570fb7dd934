import { Button } from '@mantine/core'
import styles from './undo-toast.module.css'

/** A sentence and the way back, for the foot of the page. */
export function UndoToast({ text, label, onUndo }: { text: string; label: string; onUndo: () => void }) {
  return (
    <span className={styles.toast}>
      <span>{text}</span>
      <Button size="compact-sm" variant="default" flex="none" onClick={onUndo}>
        {label}
      </Button>
    </span>
  )
}

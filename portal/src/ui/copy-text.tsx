/** A value in monospace with a button that copies it. */
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import styles from './copy-text.module.css'

/** `copies`: what is copied where that differs from what is shown, e.g. without the spaces that help reading. */
export function CopyText({ value, copies = value, label }: { value: string; copies?: string; label: string }) {
  const { t } = useStrings()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    await navigator.clipboard.writeText(copies)
    setCopied(true)
  }

  return (
    <span className={styles.copy}>
      <code className={styles.value}>{value}</code>
      <button
        type="button"
        className={styles.button}
        aria-label={t('ui.copy', { what: label })}
        onClick={() => void copy()}
      >
        {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
      </button>
      <span role="status" className={styles.told}>
        {copied ? t('ui.copied') : ''}
      </span>
    </span>
  )
}

/** Recovery codes, shown this once: to copy, keep as a file, or print. */
import { Button, Checkbox, Group } from '@mantine/core'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './enrolment.module.css'

type Props = { codes: readonly string[]; login: string; company: string; onKept: () => void }

export function RecoveryCodes({ codes, login, company, onKept }: Props) {
  const { t } = useStrings()
  const [copied, setCopied] = useState(false)
  const [kept, setKept] = useState(false)

  async function copy() {
    await navigator.clipboard.writeText(codes.join('\n'))
    setCopied(true)
  }

  function download() {
    const text = `${t('enrol.codes.fileTitle', { company, login })}\n\n${codes.join('\n')}\n`
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    link.download = 'recovery-codes.txt'
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <div className={styles.form}>
      <Notice tone="warn" title={t('enrol.codes.once')}>
        {t('enrol.codes.onceDetail')}
      </Notice>
      <ol className={styles.codes} aria-label={t('factor.kind.recovery_codes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Group gap="xs" grow>
        <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={() => void copy()}>
          {copied ? t('ui.copied') : t('enrol.codes.copy')}
        </Button>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={download}>
          {t('enrol.codes.download')}
        </Button>
      </Group>
      <Checkbox
        label={t('enrol.codes.kept')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button size="md" fullWidth disabled={!kept} onClick={onKept}>
        {t('enrol.codes.done')}
      </Button>
    </div>
  )
}

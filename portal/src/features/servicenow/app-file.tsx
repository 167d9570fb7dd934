import { Button, FileButton } from '@mantine/core'
import { useState } from 'react'
import type { FieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Command } from './command.tsx'
import styles from './servicenow.module.css'

type Props = FieldProps & {
  installs: boolean
  onInstalls: (installs: boolean) => void
  file: File | null
  onFile: (file: File | null) => void
}

/** As the contract has it, less what base64 adds. */
const bytesMax = 2_900_000

/** The packed app to install, or that it is there already. */
export function AppFile({ installs, onInstalls, file, onFile, error, 'data-field': field }: Props) {
  const { t } = useStrings()
  const [tooLarge, setTooLarge] = useState(false)

  function choose(chosen: File | null) {
    if (chosen === null) return
    setTooLarge(chosen.size > bytesMax)
    onFile(chosen.size > bytesMax ? null : chosen)
  }

  return (
    <FormLayout>
      <ChoiceChips
        label={t('snow.form.app')}
        value={installs ? 'install' : 'present'}
        onChange={(value) => onInstalls(value === 'install')}
        choices={(['install', 'present'] as const).map((value) => ({ value, label: t(`snow.form.app.${value}`) }))}
      />
      <p className={styles.quiet}>{t('snow.form.appHint')}</p>
      {installs ? (
        <>
          <Command name={t('snow.form.build')} words="node scripts/build-servicenow-app.ts" />
          <Command name={t('snow.form.buildFile')} words=".tmp/servicenow-app/hallpass-for-servicenow.zip" />
          <div className={styles.file}>
            <FileButton accept=".zip,application/zip" onChange={choose}>
              {({ onClick }) => (
                <Button variant="default" data-field={field} onClick={onClick}>
                  {t('snow.form.choose')}
                </Button>
              )}
            </FileButton>
            <span role="status" className={styles.quiet}>
              {file ? <bdi>{file.name}</bdi> : t('snow.form.noFile')}
            </span>
          </div>
          {tooLarge ? <Notice tone="warn">{t('snow.form.fileTooLarge')}</Notice> : null}
          {error ? <Notice tone="warn">{error}</Notice> : null}
        </>
      ) : null}
    </FormLayout>
  )
}

/** Connects a directory: kind, settings, a live check, then the first read with its progress. */
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Page } from '../../ui/page.tsx'
import { DirectoryFields } from './directory-fields.tsx'
import { DirectoryFormEnd } from './directory-form-end.tsx'
import { changedSync, type DirectoryValues, emptyValues, settingsFrom } from './directory-values.ts'
import styles from './new-directory.module.css'

const kinds = ['active-directory', 'ldap', 'built-in'] as const

export function NewDirectoryScreen() {
  const { t } = useStrings()
  const go = useGo()
  const [values, setValues] = useState<DirectoryValues>(emptyValues)
  const password = values.bindPassword === '' ? {} : { bindPassword: values.bindPassword }
  const check = useAction({
    run: () => answer(api.POST('/api/directories/check', { body: { settings: settingsFrom(values), ...password } })),
  })
  const connect = useAction({
    run: () =>
      answer(
        api.POST('/api/directories', {
          body: { name: values.name.trim(), settings: settingsFrom(values), sync: changedSync(values), ...password },
        }),
      ),
    done: ({ name }) => t('directoryForm.connected', { name }),
    forget: [['directories']],
    after: ({ id }) => go(paths.directory(id)),
  })

  function change(part: Partial<DirectoryValues>) {
    setValues((before) => ({ ...before, ...part }))
    check.reset()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    check.reset()
    connect.mutate()
  }

  return (
    <Page
      title={t('directoryForm.title')}
      lead={t('directoryForm.lead')}
      back={{ href: paths.directories(), label: t('directories.title') }}
      width="narrow"
    >
      <form onSubmit={submit} className={styles.form}>
        <ChoiceChips
          label={t('directoryForm.kind')}
          value={values.kind}
          onChange={(kind) => change({ kind: kinds.find((known) => known === kind) ?? 'ldap' })}
          choices={kinds.map((value) => ({ value, label: t(`directoryForm.kind.${value}`) }))}
        />
        <DirectoryFields values={values} onChange={change} error={connect.error ?? check.error} hasPassword={false} />
        <DirectoryFormEnd kind={values.kind} check={check} save={connect} saveLabel={t('directoryForm.connect')} />
      </form>
    </Page>
  )
}

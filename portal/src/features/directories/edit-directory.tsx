/** Changes a directory. Changing where it is, or who signs in to it, needs its password again: the service insists. */
import type { DirectoryDetail } from '@hallpass/contract/directories'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { DirectoryFields } from './directory-fields.tsx'
import { DirectoryFormEnd } from './directory-form-end.tsx'
import { type DirectoryValues, settingsFrom, syncFrom, valuesOf } from './directory-values.ts'
import styles from './new-directory.module.css'

export function EditDirectory({ directory }: { directory: DirectoryDetail }) {
  const { t } = useStrings()
  const [values, setValues] = useState<DirectoryValues>(() => valuesOf(directory))
  const password = values.bindPassword === '' ? {} : { bindPassword: values.bindPassword }
  const params = { path: { id: directory.id } }
  const check = useAction({
    run: () =>
      answer(
        api.POST('/api/directories/{id}/check', { params, body: { settings: settingsFrom(values), ...password } }),
      ),
  })
  const save = useAction({
    run: () =>
      answer(
        api.PUT('/api/directories/{id}', {
          params,
          body: {
            version: directory.version,
            name: values.name.trim(),
            settings: settingsFrom(values),
            sync: syncFrom(values),
            ...password,
          },
        }),
      ),
    done: () => t('ui.saved'),
    forget: [['directories']],
  })

  /** What was found no longer holds for what is typed now. */
  function change(part: Partial<DirectoryValues>) {
    setValues((before) => ({ ...before, ...part }))
    check.reset()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    check.reset()
    save.mutate()
  }

  return (
    <form onSubmit={submit} className={styles.form}>
      <DirectoryFields
        values={values}
        onChange={change}
        error={save.error ?? check.error}
        hasPassword={directory.hasBindPassword}
      />
      <DirectoryFormEnd kind={values.kind} check={check} save={save} saveLabel={t('ui.save')} />
    </form>
  )
}

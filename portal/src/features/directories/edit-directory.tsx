/** Changes a directory. Changing where it is, or who signs in to it, needs its password again: the service insists. */
import type { DirectoryDetail } from '@hallpass/contract/directories'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { DirectoryFields } from './directory-fields.tsx'
import { type DirectoryValues, settingsFrom, syncFrom, valuesOf } from './directory-values.ts'
import styles from './new-directory.module.css'

export function EditDirectory({ directory }: { directory: DirectoryDetail }) {
  const { t } = useStrings()
  const [values, setValues] = useState<DirectoryValues>(() => valuesOf(directory))
  const save = useAction({
    run: () =>
      answer(
        api.PUT('/api/directories/{id}', {
          params: { path: { id: directory.id } },
          body: {
            version: directory.version,
            name: values.name.trim(),
            settings: settingsFrom(values),
            sync: syncFrom(values),
            ...(values.bindPassword === '' ? {} : { bindPassword: values.bindPassword }),
          },
        }),
      ),
    done: () => t('ui.saved'),
    forget: [['directories']],
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <form onSubmit={submit} className={styles.form}>
      <DirectoryFields
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        error={save.error}
        hasPassword={directory.hasBindPassword}
      />
      <Problem error={save.error} withFields />
      <FormEnd>
        <AdminButton type="submit" loading={save.isPending}>
          {t('ui.save')}
        </AdminButton>
      </FormEnd>
    </form>
  )
}

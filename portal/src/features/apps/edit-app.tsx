import type { AppDetail } from '@hallpass/contract/apps'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { AppFields } from './app-fields.tsx'
import { type AppValues, appFrom, valuesOf } from './app-values.ts'
import styles from './apps.module.css'

/** Changes what an app is called and where it is. */
export function EditApp({ app }: { app: AppDetail }) {
  const { t } = useStrings()
  const [values, setValues] = useState<AppValues>(() => valuesOf(app))
  const save = useAction({
    run: () =>
      answer(
        api.PATCH('/api/apps/{id}', {
          params: { path: { id: app.id } },
          body: { version: app.version, ...appFrom(values) },
        }),
      ),
    done: () => t('ui.saved'),
    forget: [['apps']],
  })
  const why = app.builtIn ? t('app.cannotBuiltIn') : app.state === 'retired' ? t('app.alreadyRetired') : null

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <form onSubmit={submit} className={styles.stack}>
      <AppFields
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        error={save.error}
        withProtocols
      />
      <Problem error={save.error} withFields />
      <FormEnd>
        <AdminButton type="submit" loading={save.isPending} why={why}>
          {t('ui.save')}
        </AdminButton>
      </FormEnd>
    </form>
  )
}

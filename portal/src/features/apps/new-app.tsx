/** An app described by hand. */
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { Page } from '../../ui/page.tsx'
import { AppFields } from './app-fields.tsx'
import { type AppValues, appFrom, emptyApp } from './app-values.ts'
import styles from './apps.module.css'

export function NewApp() {
  const { t } = useStrings()
  const go = useGo()
  const [values, setValues] = useState<AppValues>(emptyApp)
  const add = useAction({
    run: () => answer(api.POST('/api/apps', { body: appFrom(values) })),
    done: (app) => t('newApp.done', { app: app.name }),
    forget: [['apps']],
    after: (app) => go(paths.app(app.id)),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    add.mutate()
  }

  return (
    <Page
      title={t('newApp.titlePlain')}
      lead={t('newApp.leadPlain')}
      back={{ href: paths.templates(), label: t('templates.title') }}
      width="narrow"
    >
      <form onSubmit={submit} className={styles.stack}>
        <AppFields
          values={values}
          onChange={(change) => setValues((before) => ({ ...before, ...change }))}
          error={add.error}
          withProtocols={false}
        />
        <Problem error={add.error} withFields />
        <FormEnd>
          <AdminButton type="submit" loading={add.isPending}>
            {t('newApp.actionPlain')}
          </AdminButton>
        </FormEnd>
      </form>
    </Page>
  )
}

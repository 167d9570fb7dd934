/** The frame of a form about signing on to an app: nobody but administrators may change it, one button keeps it. */
import type { AppDetail } from '@hallpass/contract/apps'
import type { FormEvent, ReactNode } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { Problem } from '../../api/loaded.tsx'
import { useHasRole } from '../../api/session.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './sign-on.module.css'

type Props = {
  app: AppDetail
  /** What the two speak: "SAML 2.0". */
  protocol: string
  lead?: string
  save: { mutate(): void; isPending: boolean; error: unknown }
  children: ReactNode
}

export function SignOnForm({ app, protocol, lead, save, children }: Props) {
  const { t } = useStrings()
  const isAdmin = useHasRole('admin')

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <Section title={t('appSignOn.theApp', { app: app.name })} lead={lead}>
      <form onSubmit={submit} className={styles.spaced}>
        <fieldset disabled={!isAdmin} className={styles.plain}>
          <legend className="visually-hidden">{protocol}</legend>
          <FormLayout>
            {children}
            <Problem error={save.error} withFields />
          </FormLayout>
        </fieldset>
        <FormEnd>
          <AdminButton type="submit" loading={save.isPending}>
            {t('ui.save')}
          </AdminButton>
        </FormEnd>
      </form>
    </Section>
  )
}

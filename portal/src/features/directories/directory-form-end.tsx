/** The end of a directory's form: what a check of what stands in it found, what is wrong with it, and what can be done. */
import type { DirectoryHealth, DirectoryKind } from '@hallpass/contract/directories'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { Problem } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { HealthPoints } from './health-points.tsx'

type Act = { error: unknown; isPending: boolean; reset: () => void }

type Props = {
  kind: DirectoryKind
  check: Act & { data: DirectoryHealth | undefined; mutate: () => void }
  save: Act
  saveLabel: string
}

export function DirectoryFormEnd({ kind, check, save, saveLabel }: Props) {
  const { t } = useStrings()

  function checkNow() {
    save.reset()
    check.mutate()
  }

  return (
    <>
      {check.data ? (
        <Section
          title={check.data.ok ? t('directory.checkOk') : t('directory.checkBad')}
          lead={t('directoryForm.checked')}
        >
          <HealthPoints health={check.data} />
        </Section>
      ) : null}
      <Problem error={save.error ?? check.error} withFields />
      <FormEnd>
        {kind === 'built-in' ? null : (
          <AdminButton variant="default" loading={check.isPending} onClick={checkNow}>
            {t('directoryForm.check')}
          </AdminButton>
        )}
        <AdminButton type="submit" loading={save.isPending}>
          {saveLabel}
        </AdminButton>
      </FormEnd>
    </>
  )
}

import type { RoleDetail } from '@hallpass/contract/roles'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { RoleForm } from './role-form.tsx'
import { gainsAndLosses, givingFrom, type RoleValues, roleFrom, valuesOf } from './role-values.ts'

/** Changes a role, saying before who gains and who loses what. */
export function EditRole({ role }: { role: RoleDetail }) {
  const { t, list } = useStrings()
  const [values, setValues] = useState<RoleValues>(() => valuesOf(role))
  const save = useAction({
    run: () =>
      answer(
        api.PATCH('/api/roles/{id}', {
          params: { path: { id: role.id } },
          body: { version: role.version, ...(role.productRole ? givingFrom(values) : roleFrom(values)) },
        }),
      ),
    done: () => t('ui.saved'),
    forget: [['roles'], ['apps'], ['catalog'], ['people']],
  })
  const { gains, loses } = gainsAndLosses(role.apps, values.apps)

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <form onSubmit={submit}>
      <RoleForm
        roleId={role.id}
        isProduct={role.productRole !== null}
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        error={save.error}
      >
        {role.holders > 0 && gains.length + loses.length > 0 ? (
          <Notice tone={loses.length > 0 ? 'warn' : 'info'} title={t('roleForm.changes')} live>
            {gains.length > 0 ? <p>{t('roleForm.gains', { count: role.holders, what: list(gains) })}</p> : null}
            {loses.length > 0 ? <p>{t('roleForm.loses', { count: role.holders, what: list(loses) })}</p> : null}
          </Notice>
        ) : null}
        <Problem error={save.error} withFields />
        <FormEnd>
          <AdminButton type="submit" loading={save.isPending}>
            {t('ui.save')}
          </AdminButton>
        </FormEnd>
      </RoleForm>
    </form>
  )
}

import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { Page } from '../../ui/page.tsx'
import { RoleForm } from './role-form.tsx'
import { emptyRole, type RoleValues, roleFrom } from './role-values.ts'

const defaults = { app: '' }

/** Makes a role; coming from an app, it carries that app already. */
export function NewRole() {
  const { t } = useStrings()
  const [{ app: appId }] = useFilters(defaults)
  const app = useQuery({
    queryKey: keys.app(appId),
    queryFn: () => answer(api.GET('/api/apps/{id}', { params: { path: { id: appId } } })),
    enabled: appId !== '',
  })
  return (
    <Page
      title={t('roleForm.title')}
      lead={t('roleForm.lead')}
      back={{ href: paths.roles(), label: t('roles.title') }}
      width="narrow"
    >
      {appId === '' ? (
        <Form start={emptyRole} />
      ) : (
        <Loaded query={app}>
          {({ id, name, category, icon }) => (
            <Form
              start={{
                ...emptyRole,
                name: `${name} users`,
                apps: [{ app: { id, name, category, icon }, entitlements: [] }],
              }}
            />
          )}
        </Loaded>
      )}
    </Page>
  )
}

function Form({ start }: { start: RoleValues }) {
  const { t } = useStrings()
  const go = useGo()
  const [values, setValues] = useState(start)
  const create = useAction({
    run: () => answer(api.POST('/api/roles', { body: roleFrom(values) })),
    done: (role) => t('roleForm.done', { role: role.name }),
    forget: [['roles'], ['apps'], ['catalog']],
    after: (role) => go(paths.rolePolicy(role.id)),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    create.mutate()
  }

  return (
    <form onSubmit={submit}>
      <RoleForm
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        error={create.error}
      >
        <Problem error={create.error} withFields />
        <FormEnd>
          <AdminButton type="submit" loading={create.isPending}>
            {t('roleForm.action')}
          </AdminButton>
        </FormEnd>
      </RoleForm>
    </form>
  )
}

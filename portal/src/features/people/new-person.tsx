/** Creates a person in a built-in directory and sends them the link for their first password. */
import type { NewPerson } from '@hallpass/contract/people'
import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { PersonPicker, type PickedPerson } from '../../api/administration/person-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useAction } from '../../api/use-action.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormEnd, FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'

export function NewPersonScreen() {
  const { t } = useStrings()
  const directories = useQuery({ queryKey: keys.directories, queryFn: () => answer(api.GET('/api/directories')) })
  return (
    <Page
      title={t('newPerson.title')}
      lead={t('newPerson.lead')}
      back={{ href: paths.people(), label: t('people.title') }}
      width="narrow"
    >
      <Loaded query={directories}>
        {({ items }) => {
          const builtIn = items.filter(({ kind }) => kind === 'built-in').map(({ id, name }) => ({ id, name }))
          const [first] = builtIn
          if (!first) {
            return (
              <EmptyState
                icon={<IconUserPlus size={22} />}
                title={t('newPerson.noDirectory')}
                action={
                  <Button component="a" href={paths.newDirectory()}>
                    {t('directories.new')}
                  </Button>
                }
              >
                {t('newPerson.noDirectoryDetail')}
              </EmptyState>
            )
          }
          return <Form directories={builtIn} first={first.id} />
        }}
      </Loaded>
    </Page>
  )
}

const empty = {
  login: '',
  displayName: '',
  givenName: '',
  familyName: '',
  mail: '',
  title: '',
  department: '',
  company: '',
  location: '',
  costCenter: '',
}

function Form({ directories, first }: { directories: readonly { id: string; name: string }[]; first: string }) {
  const { t } = useStrings()
  const go = useGo()
  const [directoryId, setDirectory] = useState(first)
  const [values, setValues] = useState(empty)
  const [manager, setManager] = useState<PickedPerson | null>(null)
  const [isInvited, setInvited] = useState(true)
  const settings = useQuery({ queryKey: keys.settings, queryFn: () => answer(api.GET('/api/settings')) })
  const hasNoMail = settings.data?.mailServer === null
  const withInvitation = isInvited && !hasNoMail
  const create = useAction({
    run: async () => {
      const filled = Object.fromEntries(
        Object.entries(values)
          .map(([name, value]) => [name, value.trim()])
          .filter(([, value]) => value !== ''),
      ) as Omit<NewPerson, 'directoryId'>
      const body = { ...filled, directoryId, ...(manager ? { managerId: manager.id } : {}) }
      const person = await answer(api.POST('/api/people', { body }))
      if (withInvitation) {
        await answer(api.POST('/api/people/{id}/invite', { params: { path: { id: person.id } }, body: {} }))
      }
      return person
    },
    done: (person) => t(withInvitation ? 'newPerson.doneInvited' : 'newPerson.done', { name: person.displayName }),
    forget: [['people'], ['directories']],
    after: (person) => go(paths.person(person.id)),
  })

  const field = (name: keyof typeof empty) => ({
    value: values[name],
    ...fieldProps(create.error, name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setValues((before) => ({ ...before, [name]: value }))
    },
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    create.mutate()
  }

  return (
    <Section>
      <form onSubmit={submit}>
        <FormLayout>
          {directories.length > 1 ? (
            <Select
              label={t('people.directory')}
              data={directories.map(({ id, name }) => ({ value: id, label: name }))}
              value={directoryId}
              onChange={(value) => setDirectory(value ?? first)}
            />
          ) : null}
          <TextInput label={t('newPerson.displayName')} required maxLength={200} autoFocus {...field('displayName')} />
          <FormRow>
            <TextInput label={t('newPerson.givenName')} maxLength={100} {...field('givenName')} />
            <TextInput label={t('newPerson.familyName')} maxLength={100} {...field('familyName')} />
          </FormRow>
          <FormRow>
            <TextInput
              label={t('newPerson.login')}
              required
              maxLength={64}
              autoCapitalize="none"
              spellCheck={false}
              {...field('login')}
            />
            <TextInput label={t('newPerson.mail')} required type="email" maxLength={254} {...field('mail')} />
          </FormRow>
          <FormRow>
            <TextInput label={t('newPerson.jobTitle')} maxLength={100} {...field('title')} />
            <TextInput label={t('newPerson.department')} maxLength={100} {...field('department')} />
          </FormRow>
          <FormRow>
            <TextInput label={t('person.company')} maxLength={100} {...field('company')} />
            <TextInput label={t('person.location')} maxLength={100} {...field('location')} />
            <TextInput label={t('person.costCenter')} maxLength={100} {...field('costCenter')} />
          </FormRow>
          <PersonPicker
            label={t('newPerson.manager')}
            description={t('newPerson.managerHint')}
            value={manager}
            onChange={setManager}
          />
          <Checkbox
            label={t('newPerson.invite')}
            description={t(hasNoMail ? 'newPerson.noMail' : 'newPerson.mailHint')}
            disabled={hasNoMail}
            checked={withInvitation}
            onChange={(event) => setInvited(event.currentTarget.checked)}
          />
          <Problem error={create.error} withFields />
          <FormEnd>
            <AdminButton type="submit" loading={create.isPending}>
              {t('newPerson.action')}
            </AdminButton>
          </FormEnd>
        </FormLayout>
      </form>
    </Section>
  )
}

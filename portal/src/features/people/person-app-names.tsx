/** The names by which apps know somebody: freed together, or given to the same person who came back. */
import type { PersonAppNames as Names } from '@hallpass/contract/app-names'
import type { PersonDetail } from '@hallpass/contract/people'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { PersonPicker, type PickedPerson } from '../../api/administration/person-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import styles from './person.module.css'

export function PersonAppNames({ person }: { person: PersonDetail }) {
  const { t } = useStrings()
  const names = useQuery({
    queryKey: keys.personAppNames(person.id),
    queryFn: (): Promise<Names> =>
      answer(api.GET('/api/people/{id}/app-names', { params: { path: { id: person.id } } })),
  })
  if (names.data?.names.length === 0) return null
  return (
    <Section title={t('person.appNames')} lead={t('person.appNamesLead')} flush>
      <Loaded query={names} skeleton={<Skeleton shape="table" rows={2} />}>
        {({ names: known }) => (
          <>
            <DataTable
              caption={t('person.appNames')}
              rows={known}
              rowKey={({ app, name }) => `${app.id} ${name}`}
              columns={[
                {
                  key: 'app',
                  header: t('person.app'),
                  cell: ({ app }) => (
                    <a href={paths.app(app.id, 'signOn')}>
                      <bdi>{app.name}</bdi>
                    </a>
                  ),
                },
                {
                  key: 'name',
                  header: t('person.appName'),
                  cell: ({ name, isFreed }) => (
                    <>
                      <bdi>{name}</bdi>
                      {isFreed ? <p className={styles.quiet}>{t('person.appNameFreed')}</p> : null}
                    </>
                  ),
                },
                {
                  key: 'since',
                  header: t('person.appNameSince'),
                  narrow: 'late',
                  cell: ({ since }) => <When at={since} as="day" />,
                },
              ]}
              empty={null}
            />
            <LetGo person={person} count={known.filter(({ isFreed }) => !isFreed).length} />
          </>
        )}
      </Loaded>
    </Section>
  )
}

function LetGo({ person, count }: { person: PersonDetail; count: number }) {
  const { t } = useStrings()
  const [asking, setAsking] = useState<'free' | 'give' | null>(null)
  const [heir, setHeir] = useState<PickedPerson | null>(null)
  const isGiving = asking === 'give'
  const free = useAction({
    run: (reason: string) =>
      answer(
        api.POST('/api/people/{id}/app-names/free', {
          params: { path: { id: person.id } },
          body: { names: count, to: isGiving ? (heir?.id ?? null) : null, reason },
        }),
      ),
    done: () => t('person.appNamesDone'),
    forget: [['people'], ['trail']],
    after: () => setAsking(null),
  })
  if (count === 0) return null
  return (
    <div className={styles.letGo}>
      {person.state === 'gone' ? (
        <AdminButton variant="default" size="xs" onClick={() => setAsking('give')}>
          {t('person.giveNames')}
        </AdminButton>
      ) : null}
      <AdminButton variant="default" size="xs" onClick={() => setAsking('free')}>
        {t('person.freeNames')}
      </AdminButton>
      <ConfirmDialog
        opened={asking !== null}
        title={t(isGiving ? 'person.giveNamesTitle' : 'person.freeNamesTitle', { person: person.displayName })}
        confirmLabel={t(isGiving ? 'person.giveNames' : 'person.freeNames')}
        danger
        busy={free.isPending}
        why={isGiving && heir === null ? t('person.giveNamesWhom') : null}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 1, maxLength: 500 }}
        problem={<Problem error={free.error} />}
        onConfirm={(reason) => free.mutate(reason)}
        onClose={() => setAsking(null)}
      >
        <FormLayout>
          <p>{t(isGiving ? 'person.giveNamesLead' : 'person.freeNamesLead', { person: person.displayName, count })}</p>
          {isGiving ? <PersonPicker label={t('person.giveNamesTo')} value={heir} onChange={setHeir} /> : null}
        </FormLayout>
      </ConfirmDialog>
    </div>
  )
}

/** Takes a paused directory away for good, after showing what ends with it. */
import type { DirectoryDetail } from '@hallpass/contract/directories'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { NamesAtApps } from './names-at-apps.tsx'

type Held = { people: number; roles: number; accounts: number; powers: number }

export function RemoveDirectory({ directory }: { directory: DirectoryDetail }) {
  const { t } = useStrings()
  const go = useGo()
  const [asking, setAsking] = useState(false)
  const held = useQuery({
    queryKey: keys.directoryHeld(directory.id),
    queryFn: () => answer(api.GET('/api/directories/{id}/held', { params: { path: { id: directory.id } } })),
    enabled: asking,
  })
  const names = useQuery({
    queryKey: keys.directoryAppNames(directory.id),
    queryFn: () => answer(api.GET('/api/directories/{id}/app-names', { params: { path: { id: directory.id } } })),
    enabled: asking,
  })
  const [next, setNext] = useState<string | null>(null)
  const count = directory.people.active + directory.people.disabled
  const remove = useAction({
    run: async (reason: string) => {
      const { id } = directory
      if (next !== null && names.data && names.data.names > 0) {
        await answer(
          api.POST('/api/directories/{id}/app-names/free', {
            params: { path: { id } },
            body: { names: names.data.names, to: next, reason },
          }),
        )
        // Tried again because it could not be removed, there are none left to let go.
        await names.refetch()
      }
      return await answer(
        api.POST('/api/directories/{id}/remove', { params: { path: { id } }, body: { people: count, reason } }),
      )
    },
    done: () => t('directory.removalStarted', { name: directory.name }),
    forget: [keys.directories, ['people']],
    after: () => go(paths.directories()),
  })
  return (
    <>
      <AdminButton variant="default" size="xs" onClick={() => setAsking(true)}>
        {t('directory.remove')}
      </AdminButton>
      <ConfirmDialog
        opened={asking}
        title={t('directory.removeTitle', { name: directory.name })}
        confirmLabel={count === 0 ? t('directory.remove') : t('directory.removeConfirm', { count })}
        danger
        busy={remove.isPending}
        why={held.data && names.data ? null : t('directory.removeUncounted')}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 1, maxLength: 500 }}
        problem={<Problem error={remove.error} />}
        onConfirm={(reason) => remove.mutate(reason)}
        onClose={() => setAsking(false)}
      >
        <WhatEnds directory={directory} held={held} />
        {names.data && names.data.names > 0 ? (
          <NamesAtApps directoryId={directory.id} held={names.data} next={next} onNext={setNext} />
        ) : null}
      </ConfirmDialog>
    </>
  )
}

function WhatEnds({ directory, held }: { directory: DirectoryDetail; held: UseQueryResult<Held> }) {
  const { t, number } = useStrings()
  const { people, groups } = directory
  return (
    <FormLayout>
      <p>{t('directory.removeDetail')}</p>
      <Loaded query={held} skeleton={<Skeleton shape="table" rows={3} />}>
        {({ people: holders, roles, accounts, powers }) => (
          <Facts
            facts={[
              {
                name: t('directory.ends.people'),
                value: t('directory.ends.peopleCounts', {
                  active: number(people.active),
                  disabled: number(people.disabled),
                }),
              },
              {
                name: t('directory.ends.roles'),
                value: t('directory.ends.rolesHeld', { count: roles, people: number(holders) }),
              },
              { name: t('directory.ends.accounts'), value: number(accounts) },
              powers > 0 ? { name: t('directory.ends.powers'), value: number(powers) } : null,
              { name: t('directory.groups'), value: number(groups) },
            ]}
          />
        )}
      </Loaded>
      <p>{t('directory.removeForGood')}</p>
    </FormLayout>
  )
}

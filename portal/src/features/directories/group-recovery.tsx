/** Groups whose people recover under stricter rules than their directory has. */
import type { GroupRecoveryPolicy } from '@hallpass/contract/recovery-policies'
import { Modal, Switch } from '@mantine/core'
import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { GroupPicker, type PickedGroup } from '../../api/administration/group-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { ProofFields } from './proof-fields.tsx'

type Draft = Omit<GroupRecoveryPolicy, 'groupId' | 'groupName'> & { group: PickedGroup | null }

const untouched: Draft = {
  group: null,
  version: 0,
  selfService: true,
  proofs: ['mail_code', 'totp', 'passkey'],
  proofsWanted: 2,
}

export function GroupRecovery() {
  const { t, list } = useStrings()
  const [draft, setDraft] = useState<Draft | null>(null)
  const policies = useQuery({
    queryKey: keys.groupRecovery,
    queryFn: () => answer(api.GET('/api/recovery-policies/groups')),
  })
  const remove = useAction({
    run: (id: string) => answer(api.DELETE('/api/groups/{id}/recovery-policy', { params: { path: { id } } })),
    forget: [keys.groupRecovery],
    tellFailure: true,
  })
  return (
    <Section
      title={t('groupRecovery.title')}
      lead={t('groupRecovery.lead')}
      flush
      action={
        <AdminButton variant="default" size="xs" onClick={() => setDraft(untouched)}>
          {t('groupRecovery.add')}
        </AdminButton>
      }
    >
      <Loaded query={policies}>
        {({ items }) => (
          <DataTable
            caption={t('groupRecovery.title')}
            rows={items}
            rowKey={({ groupId }) => groupId}
            columns={[
              { key: 'group', header: t('groupRecovery.group'), cell: ({ groupName }) => <bdi>{groupName}</bdi> },
              {
                key: 'proofs',
                header: t('recovery.proofs'),
                cell: ({ selfService, proofs }) =>
                  selfService ? list(proofs.map((kind) => t(`factor.kind.${kind}`))) : t('groupRecovery.off'),
              },
              { key: 'wanted', header: t('groupRecovery.wanted'), cell: ({ proofsWanted }) => proofsWanted },
              {
                key: 'actions',
                header: t('groupRecovery.actions'),
                align: 'end',
                cell: ({ groupId, groupName, ...policy }) => (
                  <>
                    <AdminButton
                      variant="default"
                      size="xs"
                      mr={6}
                      onClick={() => setDraft({ ...policy, group: { id: groupId, name: groupName } })}
                    >
                      {t('ui.edit')}
                    </AdminButton>
                    <AdminButton variant="default" size="xs" onClick={() => remove.mutate(groupId)}>
                      {t('groupRecovery.remove')}
                    </AdminButton>
                  </>
                ),
              },
            ]}
            empty={<EmptyState icon={<IconUsersGroup size={22} />} title={t('groupRecovery.none')} />}
          />
        )}
      </Loaded>
      <Modal
        opened={draft !== null}
        onClose={() => setDraft(null)}
        title={t('groupRecovery.edit')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {draft === null ? null : <Form start={draft} onDone={() => setDraft(null)} />}
      </Modal>
    </Section>
  )
}

function Form({ start, onDone }: { start: Draft; onDone: () => void }) {
  const { t } = useStrings()
  const [{ group, ...values }, setValues] = useState(start)
  const save = useAction({
    run: () =>
      answer(api.PUT('/api/groups/{id}/recovery-policy', { params: { path: { id: group?.id ?? '' } }, body: values })),
    done: () => t('ui.saved'),
    forget: [keys.groupRecovery],
    after: onDone,
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (group !== null) save.mutate()
  }

  return (
    <form onSubmit={submit}>
      <FormLayout>
        {start.group === null ? (
          <GroupPicker
            label={t('groupRecovery.group')}
            value={group}
            onChange={(picked) => setValues((before) => ({ ...before, group: picked }))}
          />
        ) : (
          <p>
            <bdi>{start.group.name}</bdi>
          </p>
        )}
        <Switch
          label={t('recovery.selfService')}
          checked={values.selfService}
          onChange={(event) => {
            const selfService = event.currentTarget.checked
            setValues((before) => ({ ...before, selfService }))
          }}
        />
        <ProofFields values={values} onChange={(change) => setValues((before) => ({ ...before, ...change }))} />
        <Problem error={save.error} withFields />
        <FormEnd>
          <AdminButton type="submit" loading={save.isPending} disabled={group === null}>
            {t('ui.save')}
          </AdminButton>
        </FormEnd>
      </FormLayout>
    </form>
  )
}

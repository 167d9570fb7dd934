import type { Task } from '@hallpass/contract/provisioning'
import { Button, Group, Modal } from '@mantine/core'
import { useState } from 'react'
import { PersonPicker, type PickedPerson } from '../../api/administration/person-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'

/** Gives a task to a person, or back to the administrators. */
export function AssignDialog({ task, onClose }: { task: Task | null; onClose: () => void }) {
  const { t } = useStrings()
  return (
    <Modal
      opened={task !== null}
      onClose={onClose}
      title={t('tasks.assignTitle')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {task ? <Body key={task.id} task={task} onClose={onClose} /> : null}
    </Modal>
  )
}

function Body({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useStrings()
  const [owner, setOwner] = useState<PickedPerson | null>(task.owner)
  const assign = useAction({
    run: () =>
      answer(
        api.POST('/api/tasks/{id}/assign', { params: { path: { id: task.id } }, body: { ownerId: owner?.id ?? null } }),
      ),
    done: () => t('tasks.assigned'),
    forget: [['tasks']],
    after: onClose,
  })
  return (
    <FormLayout>
      <PersonPicker
        label={t('connection.taskOwner')}
        description={t('connection.taskOwnerHint')}
        value={owner}
        onChange={setOwner}
      />
      <Problem error={assign.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button loading={assign.isPending} onClick={() => assign.mutate()}>
          {t('tasks.assign')}
        </Button>
      </Group>
    </FormLayout>
  )
}

/** Says that a task is done; where accounts were doubtful, which of them it is. */
import type { Task } from '@hallpass/contract/provisioning'
import { Button, Group, Modal, Radio, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'

export function FinishDialog({ task, onClose }: { task: Task | null; onClose: () => void }) {
  const { t } = useStrings()
  return (
    <Modal
      opened={task !== null}
      onClose={onClose}
      title={t('tasks.finishTitle')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {task ? <Body key={task.id} task={task} onClose={onClose} /> : null}
    </Modal>
  )
}

function Body({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useStrings()
  const [note, setNote] = useState('')
  const [remoteId, setRemoteId] = useState<string | null>(null)
  const mustChoose = task.candidates.length > 0
  const finish = useAction({
    run: () =>
      answer(
        api.POST('/api/tasks/{id}/done', {
          params: { path: { id: task.id } },
          body: {
            ...(note.trim() === '' ? {} : { note: note.trim() }),
            ...(remoteId === null ? {} : { remoteId }),
          },
        }),
      ),
    done: () => t('tasks.finished'),
    forget: [['tasks'], ['apps'], ['requests']],
    after: onClose,
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    finish.mutate()
  }

  return (
    <form onSubmit={submit}>
      <FormLayout>
        <p>
          <bdi>{say(task.instruction)}</bdi>
        </p>
        {mustChoose ? (
          <Radio.Group label={t('tasks.choose')} value={remoteId} onChange={setRemoteId}>
            <FormLayout>
              {task.candidates.map((candidate) => (
                <Radio
                  key={candidate.remoteId}
                  value={candidate.remoteId}
                  label={candidate.userName}
                  description={[candidate.displayName, candidate.active ? null : t('tasks.inactive')]
                    .filter(Boolean)
                    .join(' · ')}
                />
              ))}
            </FormLayout>
          </Radio.Group>
        ) : null}
        <Textarea
          label={t('tasks.note')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Problem error={finish.error} withFields />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={finish.isPending} disabled={mustChoose && remoteId === null}>
            {t('tasks.finish')}
          </Button>
        </Group>
      </FormLayout>
    </form>
  )
}

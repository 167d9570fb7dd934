import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { PersonPicker, type PickedPerson } from '../../api/administration/person-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'

type Props = { opened: boolean; onClose: () => void; onOpened: (id: string) => void }

/** Somebody calls: whom they say they are, and what they say. */
export function NewCase({ opened, onClose, onOpened }: Props) {
  const { t } = useStrings()
  return (
    <Modal opened={opened} onClose={onClose} title={t('desk.new')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      {opened ? <Form onClose={onClose} onOpened={onOpened} /> : null}
    </Modal>
  )
}

function Form({ onClose, onOpened }: Omit<Props, 'opened'>) {
  const { t } = useStrings()
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const [note, setNote] = useState('')
  const open = useAction({
    run: (personId: string) => answer(api.POST('/api/desk/cases', { body: { personId, note: note.trim() } })),
    done: (made) => t(made.joined ? 'desk.joined' : 'desk.openedNew', { reference: made.case.case.reference }),
    forget: [['desk', 'queue']],
    after: (made) => onOpened(made.case.case.id),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (person) open.mutate(person.id)
  }

  return (
    <form onSubmit={submit}>
      <PersonPicker
        label={t('desk.caller')}
        description={t('desk.callerHint')}
        value={person}
        onChange={setPerson}
        isFirst
      />
      <Textarea
        mt="md"
        label={t('desk.callerSays')}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Problem error={open.error} />
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" loading={open.isPending} disabled={person === null}>
          {t('desk.openCase')}
        </Button>
      </Group>
    </form>
  )
}

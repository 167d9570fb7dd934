/** What can be done with a case as a whole: take it, give it, wait, close, open again. What cannot be done says why. */
import type { DeskCase, DeskResult } from '@hallpass/contract/desk'
import { Button, Group, Menu, Modal, Radio, Textarea } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useSession } from '../../api/session.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import styles from './desk.module.css'
import { useCaseAction } from './use-case-action.ts'

export function CaseActions({ data }: { data: DeskCase }) {
  const { t } = useStrings()
  const { person } = useSession()
  const [asking, setAsking] = useState<'close' | 'wait' | 'reopen' | null>(null)
  const { case: one, can } = data
  const params = { path: { id: one.id } }
  const { version } = one
  const agents = useQuery({
    queryKey: keys.deskAgents,
    queryFn: () => answer(api.GET('/api/desk/agents')),
    enabled: can.assign,
  })
  const assign = useCaseAction({
    run: (assigneeId: string | null) =>
      answer(api.POST('/api/desk/cases/{id}/assign', { params, body: { assigneeId, version } })),
    tellFailure: true,
  })
  const wait = useCaseAction({
    run: (reason: string) => answer(api.POST('/api/desk/cases/{id}/wait', { params, body: { reason, version } })),
    after: () => setAsking(null),
  })
  const reopen = useCaseAction({
    run: (reason: string) => answer(api.POST('/api/desk/cases/{id}/reopen', { params, body: { reason, version } })),
    after: () => setAsking(null),
  })
  const isMine = one.assignee?.id === person.id
  const isSettled = one.state === 'solved' || one.state === 'closed'
  const no = isSettled ? t('desk.settled') : t('desk.onlyAgents')
  useKeys({ a: () => can.assign && !isMine && assign.mutate(person.id) }, can.assign)

  if (isSettled) {
    return (
      <div className={styles.actions}>
        <ReasonButton
          variant="default"
          size="xs"
          why={can.reopen ? null : t('desk.onlyAgents')}
          onClick={() => setAsking('reopen')}
        >
          {t('desk.reopen')}
        </ReasonButton>
        <Ask kind="reopen" open={asking === 'reopen'} action={reopen} onClose={() => setAsking(null)} />
      </div>
    )
  }
  return (
    <div className={styles.actions}>
      {isMine ? null : (
        <ReasonButton
          size="xs"
          why={can.assign ? null : no}
          loading={assign.isPending}
          onClick={() => assign.mutate(person.id)}
        >
          {t('desk.take')}
        </ReasonButton>
      )}
      {can.assign ? (
        <Menu position="bottom-end" width={260} withinPortal={false} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>
              {t('desk.give')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(agents.data?.items ?? []).map((agent) => (
              <Menu.Item
                key={agent.id}
                disabled={agent.id === one.assignee?.id}
                onClick={() => assign.mutate(agent.id)}
              >
                <bdi>{agent.displayName}</bdi>
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item disabled={one.assignee === null} onClick={() => assign.mutate(null)}>
              {t('desk.putBack')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <ReasonButton variant="default" size="xs" why={can.wait ? null : no} onClick={() => setAsking('wait')}>
        {t('desk.wait')}
      </ReasonButton>
      <ReasonButton variant="default" size="xs" why={can.close ? null : no} onClick={() => setAsking('close')}>
        {t('desk.close')}
      </ReasonButton>
      <Ask kind="wait" open={asking === 'wait'} action={wait} onClose={() => setAsking(null)} />
      <CloseDialog data={data} opened={asking === 'close'} onClose={() => setAsking(null)} />
    </div>
  )
}

type AskProps = {
  kind: 'wait' | 'reopen'
  open: boolean
  action: { isPending: boolean; error: unknown; mutate: (reason: string) => void }
  onClose: () => void
}

function Ask({ kind, open, action, onClose }: AskProps) {
  const { t } = useStrings()
  return (
    <ConfirmDialog
      opened={open}
      title={t(`desk.${kind}Title`)}
      confirmLabel={t(`desk.${kind}`)}
      busy={action.isPending}
      reason={{ label: t('ui.reason'), description: t('desk.onCase'), minLength: 1, maxLength: 1000 }}
      problem={<Problem error={action.error} />}
      onConfirm={(reason) => action.mutate(reason)}
      onClose={onClose}
    >
      <p>{t(`desk.${kind}Detail`)}</p>
    </ConfirmDialog>
  )
}

const results: readonly DeskResult[] = [
  'solved',
  'by_themselves',
  'no_answer',
  'not_proven',
  'suspicious',
  'not_needed',
]

function CloseDialog({ data, opened, onClose }: { data: DeskCase; opened: boolean; onClose: () => void }) {
  const { t } = useStrings()
  const [result, setResult] = useState<DeskResult>('solved')
  const [note, setNote] = useState('')
  const { id, version } = data.case
  const close = useCaseAction({
    run: () =>
      answer(
        api.POST('/api/desk/cases/{id}/close', {
          params: { path: { id } },
          body: { result, note: note.trim(), version },
        }),
      ),
    after: onClose,
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    close.mutate()
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('desk.closeTitle', { reference: data.case.reference })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={submit}>
        <Radio.Group
          label={t('desk.howEnded')}
          value={result}
          onChange={(value) => setResult(results.find((known) => known === value) ?? 'solved')}
        >
          <div className={styles.choices}>
            {results.map((value) => (
              <Radio key={value} value={value} label={t(`desk.result.${value}`)} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          mt="md"
          label={t('desk.note')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Problem error={close.error} />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={close.isPending}>
            {t('desk.close')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

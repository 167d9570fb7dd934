/** Asks before something that cannot be taken back, with a reason where the trail wants one. */
import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import { ReasonButton } from './reason-button.tsx'

type Props = {
  opened: boolean
  title: string
  /** The verb of what will happen: "Take the role away". */
  confirmLabel: string
  danger?: boolean
  busy?: boolean
  /** Why it cannot be confirmed yet, as long as it cannot. */
  why?: string | null
  /** Asks for a reason of at least this many characters. */
  reason?: { label: string; description?: string; minLength: number; maxLength?: number }
  problem?: ReactNode
  children?: ReactNode
  onConfirm: (reason: string) => void
  onClose: () => void
}

export function ConfirmDialog(props: Props) {
  const { t } = useStrings()
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {props.opened ? <Body {...props} /> : null}
    </Modal>
  )
}

function Body({ confirmLabel, danger, busy, why = null, reason, problem, children, onConfirm, onClose }: Props) {
  const { t } = useStrings()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const tooShort = reason !== undefined && text.trim().length < reason.minLength

  function confirm() {
    if (why !== null) return
    setTried(true)
    if (!tooShort) onConfirm(text.trim())
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      {children}
      {reason ? (
        <Textarea
          mt="md"
          data-autofocus
          label={reason.label}
          description={reason.description}
          autosize
          minRows={3}
          maxRows={8}
          maxLength={reason.maxLength ?? 1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && tooShort ? t('ui.reasonWanted') : undefined}
        />
      ) : null}
      {problem}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <ReasonButton type="submit" why={why} loading={busy ?? false} {...(danger ? { color: 'red' } : {})}>
          {confirmLabel}
        </ReasonButton>
      </Group>
    </form>
  )
}

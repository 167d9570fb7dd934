/** Writes to the outside whose outcome nobody knows: shown until somebody has looked. */
import type { OpenIntent } from '@hallpass/contract/audit'
import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActorName, PersonName } from '../../api/administration/actor-name.tsx'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useActionWords } from '../../strings/use-action-words.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { When } from '../../ui/when.tsx'
import { saysItself } from './says-itself.ts'
import styles from './trail.module.css'

export function OpenIntents() {
  const { t } = useStrings()
  const actionWords = useActionWords()
  const [resolving, setResolving] = useState<OpenIntent | null>(null)
  const { data } = useQuery({ queryKey: keys.trailHealth, queryFn: () => answer(api.GET('/api/trail/intents')) })
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <Notice tone="warn" title={t('trail.intents')}>
      <p>{t('trail.intentsLead')}</p>
      <ul className={styles.intents}>
        {items.map((intent) => (
          <li key={intent.id}>
            <span>
              <ActorName actor={intent.actor} />
              {saysItself.has(intent.action) ? ': ' : ' '}
              {actionWords(intent.action)}
              <About intent={intent} />, <When at={intent.at} />
            </span>
            <AdminButton variant="default" size="compact-sm" onClick={() => setResolving(intent)}>
              {t('trail.resolve')}
            </AdminButton>
          </li>
        ))}
      </ul>
      <Modal
        opened={resolving !== null}
        onClose={() => setResolving(null)}
        title={t(resolving?.action.startsWith('password.') ? 'trail.resolvePasswordTitle' : 'trail.resolveTitle')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        {resolving ? <Resolve key={resolving.id} intent={resolving} onClose={() => setResolving(null)} /> : null}
      </Modal>
    </Notice>
  )
}

/** Whom it is about, where that is not who did it. */
function About({ intent }: { intent: OpenIntent }) {
  const { personId } = intent.subjects
  if (!personId || personId === intent.actor.personId) return null
  return (
    <>
      {' · '}
      <PersonName id={personId} />
    </>
  )
}

function Resolve({ intent, onClose }: { intent: OpenIntent; onClose: () => void }) {
  const { t } = useStrings()
  const [reason, setReason] = useState('')
  const resolve = useAction({
    run: (happened: boolean) =>
      answer(
        api.POST('/api/trail/intents/{id}/resolve', {
          params: { path: { id: intent.id } },
          body: { happened, reason: reason.trim() },
        }),
      ),
    done: () => t('trail.resolved'),
    forget: [['trail']],
    after: onClose,
  })
  const isEmpty = reason.trim() === ''
  const isPassword = intent.action.startsWith('password.')
  return (
    <FormLayout>
      {isPassword ? <p>{t('trail.resolvePassword')}</p> : null}
      <Textarea
        data-autofocus
        label={t('trail.howKnown')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Problem error={resolve.error} />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" disabled={isEmpty} loading={resolve.isPending} onClick={() => resolve.mutate(false)}>
          {t(isPassword ? 'trail.passwordNotSet' : 'trail.notHappened')}
        </Button>
        <Button disabled={isEmpty} loading={resolve.isPending} onClick={() => resolve.mutate(true)}>
          {t(isPassword ? 'trail.passwordSet' : 'trail.happened')}
        </Button>
      </Group>
    </FormLayout>
  )
}

/** What requester and approvers say to each other about this request. */
import type { RequestTracker } from '@hallpass/contract/requests'
import { Button, Checkbox, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Face } from '../../ui/face.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './tracker.module.css'

export function Conversation({ tracker }: { tracker: RequestTracker }) {
  const { t } = useStrings()
  const { comments, can, request } = tracker
  return (
    <Section title={t('talk.title')}>
      {comments.length === 0 ? <p className={styles.quiet}>{t('talk.none')}</p> : null}
      <ol className={styles.comments}>
        {comments.map((comment) => (
          <li key={comment.id} className={styles.comment}>
            <Face name={comment.author.displayName} id={comment.author.id} />
            <div className={styles.said}>
              <p className={styles.author}>
                <bdi>{comment.author.displayName}</bdi>
                {comment.kind === 'question' ? <Status tone="accent">{t('talk.question')}</Status> : null}
                <span className={styles.at}>
                  <When at={comment.at} />
                </span>
              </p>
              <p className={styles.text}>
                <bdi>{comment.text}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ol>
      {can.comment ? <Composer requestId={request.id} tracker={tracker} /> : null}
    </Section>
  )
}

function Composer({ requestId, tracker }: { requestId: string; tracker: RequestTracker }) {
  const { t } = useStrings()
  const { person } = useSession()
  const [text, setText] = useState('')
  const [question, setQuestion] = useState(false)
  const say = useAction({
    run: () =>
      answer(
        api.POST('/api/requests/{id}/comments', {
          params: { path: { id: requestId } },
          body: { kind: question ? 'question' : 'comment', text: text.trim() },
        }),
      ),
    forget: [keys.request(requestId)],
    after: () => {
      setText('')
      setQuestion(false)
    },
  })
  // Nobody decides any more, so nobody is asked.
  const isOver = !['waiting', 'fulfilling'].includes(tracker.request.state)
  const asksWhom = tracker.request.requester.id === person.id ? t('talk.askApprovers') : t('talk.askRequester')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim() !== '') say.mutate()
  }

  return (
    <form className={styles.composer} onSubmit={submit}>
      <Textarea
        aria-label={t('talk.say')}
        placeholder={t('talk.say')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit(event)
        }}
      />
      <Problem error={say.error} />
      <div className={styles.composerRow}>
        {isOver ? (
          <span />
        ) : (
          <Checkbox
            label={asksWhom}
            checked={question}
            onChange={(event) => setQuestion(event.currentTarget.checked)}
          />
        )}
        <Button type="submit" variant="default" loading={say.isPending} disabled={text.trim() === ''}>
          {question ? t('talk.ask') : t('talk.send')}
        </Button>
      </div>
    </form>
  )
}

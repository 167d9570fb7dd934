/** Everything that happened on a case, and the box for a note. */
import type { DeskCase } from '@hallpass/contract/desk'
import { Textarea } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { ReasonButton } from '../../ui/reason-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import styles from './desk.module.css'
import { useCaseAction } from './use-case-action.ts'

export function CaseEvents({ data }: { data: DeskCase }) {
  const { t } = useStrings()
  const wordsOr = useWordsOr()
  // What the service tells by its names: a kind of factor, of outcome or of result.
  const inWords = (text: string) =>
    text
      .split(' · ')
      .map((part) =>
        wordsOr(`factor.kind.${part}`, wordsOr(`desk.outcome.${part}`, wordsOr(`desk.result.${part}`, part))),
      )
      .join(' · ')
  const said = (what: string, text: string) => (what === 'note' || what === 'opened' ? text : inWords(text))
  const refusal = (code: string, text: string) =>
    wordsOr(`problem.code.proof_unavailable.${code}`, wordsOr(`problem.code.${code}`, text))
  return (
    <Section title={t('desk.events')}>
      <NoteBox data={data} />
      <Timeline
        label={t('desk.events')}
        moments={[...data.events]
          .sort((a, b) => b.at.localeCompare(a.at))
          .map(({ id, at, what, by, proof, text, code }) => ({
            key: id,
            at,
            tone: what === 'proof_passed' ? 'good' : /failed|refus|denied|suspicious/.test(what) ? 'bad' : undefined,
            title: (
              <>
                <bdi>{by?.displayName ?? 'Hallpass'}</bdi> · {wordsOr(`desk.event.${what}`, what.replaceAll('_', ' '))}
                {proof ? `: ${t(`desk.proof.${proof}`)}` : ''}
              </>
            ),
            detail: text ? (
              <bdi className={styles.note}>{code === null ? said(what, text) : refusal(code, text)}</bdi>
            ) : undefined,
          }))}
      />
    </Section>
  )
}

function NoteBox({ data }: { data: DeskCase }) {
  const { t } = useStrings()
  const [text, setText] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  const add = useCaseAction({
    run: () =>
      answer(
        api.POST('/api/desk/cases/{id}/notes', {
          params: { path: { id: data.case.id } },
          body: { text: text.trim() },
        }),
      ),
    after: () => setText(''),
  })
  useKeys({ n: () => box.current?.focus() }, data.can.note)
  if (!data.can.note) return null

  function submit(event: FormEvent) {
    event.preventDefault()
    if (text.trim() !== '') add.mutate()
  }

  return (
    <form className={styles.noteBox} onSubmit={submit}>
      <Textarea
        ref={box}
        label={t('desk.note')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && text.trim() !== '') add.mutate()
        }}
      />
      <Problem error={add.error} />
      <ReasonButton
        type="submit"
        variant="default"
        size="xs"
        loading={add.isPending}
        why={text.trim() === '' ? t('desk.noteEmpty') : null}
      >
        {t('desk.addNote')}
      </ReasonButton>
    </form>
  )
}

/** Stages of a request as a line: across on wide screens, down on narrow ones. Done, waiting, to come, or ended. */
import { IconCheck, IconClock, IconMinus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Face } from './face.tsx'
import styles from './stage-line.module.css'

export type StageState = 'done' | 'current' | 'upcoming' | 'denied' | 'not_reached'

export type StageView = {
  key: string
  title: string
  state: StageState
  /** Who decided, is asked, or would be asked. */
  people: readonly { id: string; name: string }[]
  /** The sentence under the title: "approved, today 14:05". */
  line?: ReactNode
  /** Smaller: what happens next by itself, or a comment. */
  note?: ReactNode
  /** The state as a word for screen readers: "done", "waiting". */
  stateWord: string
}

const icons = { done: IconCheck, current: IconClock, denied: IconX, not_reached: IconMinus }

export function StageLine({ stages, label }: { stages: readonly StageView[]; label: string }) {
  return (
    <div className={styles.frame}>
      <ol className={styles.line} aria-label={label}>
        {stages.map((stage, index) => (
          <li
            key={stage.key}
            className={styles.stage}
            data-state={stage.state}
            aria-current={stage.state === 'current' ? 'step' : undefined}
          >
            <Mark state={stage.state} place={index + 1} />
            <div className={styles.words}>
              <p className={styles.title}>
                <bdi>{stage.title}</bdi>
                <span className={styles.hidden}>, {stage.stateWord}</span>
              </p>
              {stage.people.length > 0 ? <People people={stage.people} /> : null}
              {stage.line ? <p className={styles.sentence}>{stage.line}</p> : null}
              {stage.note ? <div className={styles.note}>{stage.note}</div> : null}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Mark({ state, place }: { state: StageState; place: number }) {
  const Icon = state === 'upcoming' ? null : icons[state]
  return (
    <span className={styles.mark} aria-hidden>
      {Icon ? <Icon size={16} stroke={2.5} /> : place}
    </span>
  )
}

function People({ people }: { people: StageView['people'] }) {
  const shown = people.slice(0, 3)
  const more = people.length - shown.length
  return (
    <ul className={styles.people}>
      {shown.map((person) => (
        <li key={person.id} className={styles.person}>
          <Face name={person.name} id={person.id} size="sm" />
          <bdi>{person.name}</bdi>
        </li>
      ))}
      {more > 0 ? <li className={styles.more}>+{more}</li> : null}
    </ul>
  )
}

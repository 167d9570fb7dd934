import { useStrings } from '../../strings/use-strings.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import styles from './servicenow.module.css'

export type Doing = 'install' | 'setUp'
type How = 'waits' | 'now' | 'done' | 'failed'
const tones: Record<How, Tone> = { waits: 'quiet', now: 'accent', done: 'good', failed: 'bad' }

/** What is being done in the instance, one after the other. */
export function Doings({ doing, hasFailed, installs }: { doing: Doing; hasFailed: boolean; installs: boolean }) {
  const { t } = useStrings()
  const all: Doing[] = installs ? ['install', 'setUp'] : ['setUp']
  const at = all.indexOf(doing)
  const howOf = (place: number): How => (place < at ? 'done' : place > at ? 'waits' : hasFailed ? 'failed' : 'now')
  return (
    <div role="status">
      <ul className={styles.doing}>
        {all.map((what, place) => (
          <li key={what}>
            {t(`snow.doing.${what}`)} <Status tone={tones[howOf(place)]}>{t(`snow.doing.${howOf(place)}`)}</Status>
          </li>
        ))}
      </ul>
    </div>
  )
}

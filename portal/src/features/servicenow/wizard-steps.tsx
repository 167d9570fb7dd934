import { IconCheck } from '@tabler/icons-react'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './servicenow.module.css'

export type WizardStep = 'instance' | 'access' | 'enter' | 'test'

/** How far the way to a connection has come. */
export function WizardSteps({ steps, current }: { steps: readonly WizardStep[]; current: WizardStep }) {
  const { t } = useStrings()
  const at = steps.indexOf(current)
  return (
    <ol className={styles.steps} aria-label={t('snow.steps')}>
      {steps.map((step, place) => (
        <li
          key={step}
          aria-current={step === current ? 'step' : undefined}
          data-state={place < at ? 'done' : undefined}
        >
          <span className={styles.place} aria-hidden>
            {place < at ? <IconCheck size={14} /> : place + 1}
          </span>
          {t(`snow.step.${step}`)}
          {place < at ? <span className="visually-hidden">, {t('snow.stepDone')}</span> : null}
        </li>
      ))}
    </ol>
  )
}

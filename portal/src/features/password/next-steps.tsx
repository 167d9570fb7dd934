import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './password.module.css'

/** What to do with a new password, and honestly what does not stop at once. */
export function NextSteps({ oldLingers }: { oldLingers: boolean }) {
  const { t } = useStrings()
  const steps = oldLingers
    ? (['done.next.windows', 'done.next.mail', 'done.next.saved'] as const)
    : (['done.next.mail', 'done.next.saved'] as const)
  return (
    <>
      <div>
        <h2 className={styles.nextTitle}>{t('done.next')}</h2>
        <ul className={styles.next}>
          {steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ul>
      </div>
      {oldLingers ? <Notice title={t('done.lingers')}>{t('done.lingersDetail')}</Notice> : null}
    </>
  )
}

/** Something went wrong: what, what to do, and a reference to give to whoever helps. */
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useStrings } from '../strings/use-strings.tsx'
import { CopyText } from './copy-text.tsx'
import { FaultyFields, type FieldWords } from './faulty-fields.tsx'
import styles from './problem-notice.module.css'

/** A problem in the words of the page. */
export type ProblemWords = {
  title: string
  detail: string
  /** Named inputs and what each wants. */
  fields: readonly FieldWords[]
  reference: string | null
}

type Props = { problem: ProblemWords; onRetry?: (() => void) | undefined; withFields?: boolean }

export function ProblemNotice({ problem, onRetry, withFields = false }: Props) {
  const { t } = useStrings()
  // What is said of a field is not said twice.
  const isToldBelow = withFields && problem.fields.some(({ message }) => message === problem.detail)
  return (
    <div role="alert" className={styles.notice}>
      <IconAlertTriangle size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{problem.title}</p>
        {problem.detail === '' || isToldBelow ? null : <p>{problem.detail}</p>}
        {withFields && problem.fields.length > 0 ? <FaultyFields fields={problem.fields} /> : null}
        {problem.reference ? (
          <p className={styles.reference}>
            {t('problem.reference')} <CopyText value={problem.reference} label={t('problem.reference')} />
          </p>
        ) : null}
        {onRetry ? (
          <Button variant="default" size="xs" mt="xs" onClick={onRetry}>
            {t('problem.tryAgain')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}

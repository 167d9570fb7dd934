/** An answer on a screen: skeleton while it comes, the thing itself, or what went wrong and what to do. */
import { IconLock, IconMapOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { statusOf } from './problem-error.ts'
import { problemWords } from './problem-words.ts'

type Query<T> = { data: T | undefined; error: unknown; refetch: () => unknown }

type Props<T> = { query: Query<T>; skeleton?: ReactNode; children: (data: T) => ReactNode }

export function Loaded<T>({ query, skeleton, children }: Props<T>) {
  const { t } = useStrings()
  // What was there stays while it is read again, even when that fails.
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return (
    <>
      <p className="visually-hidden" role="status">
        {t('ui.loading')}
      </p>
      {skeleton ?? <Skeleton />}
    </>
  )
}

export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const strings = useStrings()
  const { t } = strings
  const status = statusOf(error)
  if (status === 403) {
    return (
      <EmptyState icon={<IconLock size={22} />} title={t('problem.noPermission.title')}>
        {t('problem.noPermission.detail')}
      </EmptyState>
    )
  }
  if (status === 404) {
    return (
      <EmptyState icon={<IconMapOff size={22} />} title={t('problem.notFound.title')}>
        {t('problem.notFound.detail')}
      </EmptyState>
    )
  }
  return <ProblemNotice problem={problemWords(strings, error)} onRetry={onRetry} />
}

/** The failure of an action, beside the button that caused it. Nothing where nothing failed. */
export function Problem({ error, withFields = false }: { error: unknown; withFields?: boolean }) {
  const strings = useStrings()
  if (!error) return null
  return <ProblemNotice problem={problemWords(strings, error)} withFields={withFields} />
}

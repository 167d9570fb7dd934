/** What is shown where there is no screen, and where a screen broke. */
import { Button } from '@mantine/core'
import { IconMapOff, IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { Failed } from '../api/loaded.tsx'
import { ProblemError } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session.ts'
import { paths } from '../paths.ts'
import { useStrings } from '../strings/use-strings.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { applyBrand } from '../ui/theme/apply-brand.ts'
import styles from './fallbacks.module.css'

export function NotFound() {
  const { t } = useStrings()
  return (
    <div className={styles.frame}>
      <EmptyState
        as="h1"
        icon={<IconMapOff size={22} />}
        title={t('problem.notFound.title')}
        action={
          <Button component="a" href={paths.myApps()}>
            {t('problem.toStart')}
          </Button>
        }
      >
        {t('problem.notFound.detail')}
      </EmptyState>
    </div>
  )
}

/** The same where no frame stands around it. */
export function NotFoundAlone() {
  return (
    <Alone>
      <NotFound />
    </Alone>
  )
}

/** No frame has put on the company's colour here. */
function Alone({ children }: { children: ReactNode }) {
  const { data } = useQuery(sessionQuery)
  useEffect(() => {
    if (data) applyBrand(data.company)
  }, [data])
  return <main>{children}</main>
}

export function BrokenAlone(props: { error: unknown; reset: () => void }) {
  return (
    <Alone>
      <Broken {...props} />
    </Alone>
  )
}

export function Broken({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useStrings()
  if (error instanceof ProblemError) {
    return (
      <div className={styles.frame}>
        <Failed error={error} onRetry={() => location.reload()} />
      </div>
    )
  }
  // A screen that cannot be loaded any more: the portal was renewed while this page was open.
  const renewed = error instanceof TypeError && /import|fetch/i.test(error.message)
  return (
    <div className={styles.frame}>
      <EmptyState
        as="h1"
        icon={<IconPlugConnectedX size={22} />}
        title={renewed ? t('problem.renewed.title') : t('problem.broken.title')}
        action={
          <>
            <Button onClick={() => location.reload()}>{t('problem.reload')}</Button>
            {renewed ? null : (
              <Button variant="default" onClick={reset}>
                {t('problem.tryAgain')}
              </Button>
            )}
          </>
        }
      >
        {renewed ? t('problem.renewed.detail') : t('problem.broken.detail')}
      </EmptyState>
    </div>
  )
}

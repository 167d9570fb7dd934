import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { Problem } from '../../api/loaded.tsx'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Findings } from './findings.tsx'
import styles from './servicenow.module.css'
import { useTest } from './use-test.ts'

type Props = { connectionId: string; unpublished: number }

/** Tests at once, and as often as is needed until nothing is wrong. */
export function TestStep({ connectionId, unpublished }: Props) {
  const { t } = useStrings()
  const test = useTest()
  const begun = useRef(false)
  const { mutate } = test
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    mutate(connectionId)
  }, [connectionId, mutate])
  const { data } = test
  return (
    <div className={styles.form}>
      {unpublished > 0 ? <Notice tone="warn">{t('snow.unpublished', { count: unpublished })}</Notice> : null}
      <Section title={t('snow.step.test')}>
        <FormLayout>
          {data ? (
            <Notice tone={data.ok ? 'good' : 'warn'} title={t(data.ok ? 'snow.testOk' : 'snow.testBad')} live>
              <p>{t(data.ok ? 'snow.testNext' : 'snow.testAgain')}</p>
            </Notice>
          ) : null}
          {data ? <Findings ok={data.ok} findings={data.findings} /> : test.error ? null : <Skeleton rows={5} />}
          <Problem error={test.error} />
        </FormLayout>
      </Section>
      <FormEnd>
        <AdminButton
          variant={data?.ok ? 'default' : 'filled'}
          loading={test.isPending}
          onClick={() => mutate(connectionId)}
        >
          {t('snow.test')}
        </AdminButton>
        <Button component="a" href={paths.servicenowConnection(connectionId)} variant={data?.ok ? 'filled' : 'default'}>
          {t('snow.toStatus')}
        </Button>
      </FormEnd>
    </div>
  )
}

/** Connecting an instance, step by step: which one, how both sides are set up, a test of both directions. */
import type { SnowSecrets } from '@hallpass/contract/servicenow-admin'
import { useEffect, useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Page } from '../../ui/page.tsx'
import { AccessStep } from './access-step.tsx'
import { EnterStep } from './enter-step.tsx'
import { InstanceStep } from './instance-step.tsx'
import { emptyInstance, type InstanceValues } from './instance-values.ts'
import styles from './servicenow.module.css'
import { TestStep } from './test-step.tsx'
import { type WizardStep, WizardSteps } from './wizard-steps.tsx'

/** What is made on the way stays in this page: secrets are told once. */
type Progress =
  | { step: 'instance' }
  | { step: 'access' }
  | { step: 'enter'; secrets: SnowSecrets }
  | { step: 'test'; connectionId: string; unpublished: number }

export function NewServicenowConnection() {
  const { t } = useStrings()
  const [values, setValues] = useState<InstanceValues>(emptyInstance)
  const [progress, setProgress] = useState<Progress>({ step: 'instance' })
  const [how, setHow] = useState<'administrator' | 'by_hand'>('administrator')
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef<WizardStep>('instance')
  const { step } = progress
  const steps: WizardStep[] =
    how === 'by_hand' ? ['instance', 'access', 'enter', 'test'] : ['instance', 'access', 'test']

  // Whoever goes on by keyboard, or listens, is at the beginning of what follows.
  useEffect(() => {
    if (shown.current === step) return
    shown.current = step
    window.scrollTo({ top: 0 })
    place.current?.focus({ preventScroll: true })
  }, [step])

  return (
    <Page
      title={t('snow.new')}
      lead={t('snow.form.lead')}
      back={{ href: paths.servicenow(), label: t('snow.title') }}
      width="narrow"
    >
      <WizardSteps steps={steps} current={step} />
      <div ref={place} tabIndex={-1} className={styles.step}>
        {progress.step === 'instance' ? (
          <InstanceStep values={values} onChange={setValues} onNext={() => setProgress({ step: 'access' })} />
        ) : null}
        {progress.step === 'access' ? (
          <AccessStep
            values={values}
            how={how}
            onHow={setHow}
            onBack={() => setProgress({ step: 'instance' })}
            onConnected={(connectionId, unpublished) => setProgress({ step: 'test', connectionId, unpublished })}
            onAdded={(secrets) => setProgress({ step: 'enter', secrets })}
          />
        ) : null}
        {progress.step === 'enter' ? (
          <EnterStep
            secrets={progress.secrets}
            onEntered={() =>
              setProgress({ step: 'test', connectionId: progress.secrets.connection.id, unpublished: 0 })
            }
          />
        ) : null}
        {progress.step === 'test' ? (
          <TestStep connectionId={progress.connectionId} unpublished={progress.unpublished} />
        ) : null}
      </div>
    </Page>
  )
}

/** The door of the password flow: where one is in it, above what is asked now. */
import type { ReactNode } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { StepsBar } from '../../ui/steps-bar.tsx'
import styles from './password.module.css'
import { PublicDoor } from './public-door.tsx'

const steps = ['who', 'prove', 'new', 'done'] as const
type PasswordStep = (typeof steps)[number]

type Props = { step: PasswordStep; title: string; lead?: string; back?: boolean; children: ReactNode }

export function PasswordDoor({ step, title, lead, back = false, children }: Props) {
  const { t } = useStrings()
  const place = steps.indexOf(step)
  const done = step === 'done' ? steps.length : place
  return (
    <PublicDoor title={title} lead={lead} back={back}>
      <div className={styles.steps}>
        <StepsBar
          total={steps.length}
          done={done}
          label={t('forgot.step', { place: place + 1, count: steps.length, name: t(`forgot.step.${step}`) })}
        />
        <p className={styles.small} aria-hidden>
          {t(`forgot.step.${step}`)}
        </p>
      </div>
      {children}
    </PublicDoor>
  )
}

/** One rung: a kind of proof, what it is worth, how far it has come, and what to do next about it. */
import type { DeskCase, DeskProofStep } from '@hallpass/contract/desk'
import {
  IconCheck,
  IconDeviceMobileCheck,
  IconId,
  IconMailCode,
  IconPhoneCall,
  IconUserQuestion,
  IconUserShield,
  IconX,
} from '@tabler/icons-react'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { Status, type Tone } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './desk.module.css'
import { ProofStepAct } from './proof-step-act.tsx'
import { useObstacleWords } from './use-obstacle-words.ts'

const icons = {
  callback: IconPhoneCall,
  address_code: IconMailCode,
  prompt: IconDeviceMobileCheck,
  voucher: IconUserShield,
  photo_id: IconId,
  personal_data: IconUserQuestion,
}

const tones: Record<DeskProofStep['state'], Tone> = {
  none: 'quiet',
  waiting: 'accent',
  passed: 'good',
  failed: 'bad',
  expired: 'warn',
}

export function ProofStep({ step, data }: { step: DeskProofStep; data: DeskCase }) {
  const { t, rich } = useStrings()
  const wordsOr = useWordsOr()
  const obstacleWords = useObstacleWords()
  const Icon = step.state === 'passed' ? IconCheck : step.state === 'failed' ? IconX : icons[step.kind]
  const unavailable = step.unavailable === null ? null : t(`problem.code.proof_unavailable.${step.unavailable}`)
  const why = data.can.prove ? unavailable : (obstacleWords(data.can.obstacle) ?? t('desk.onlyMine'))
  return (
    <li className={styles.rung} data-state={step.state} data-counts={step.counts || undefined}>
      <span className={styles.rungIcon} aria-hidden>
        <Icon size={18} stroke={1.75} />
      </span>
      <div className={styles.rungWords}>
        <p className={styles.rungName}>
          {t(`desk.proof.${step.kind}`)}{' '}
          <span className={styles.points}>{t('desk.worth', { points: step.points })}</span>{' '}
          {step.isStrong ? <span className={styles.strong}>{t('desk.strong')}</span> : null}
        </p>
        <p className={styles.quiet}>
          {step.state === 'none' ? t(`desk.proofHint.${step.kind}`) : null}
          {step.state === 'none' ? null : (
            <Status tone={tones[step.state]}>{t(`desk.proofState.${step.state}`)}</Status>
          )}
          {step.detail && step.detail !== step.by?.displayName ? (
            <>
              {' '}
              <bdi>{wordsOr(`factor.kind.${step.detail}`, step.detail)}</bdi>
            </>
          ) : null}
          {step.by && step.decidedAt ? (
            <>
              {' · '}
              {rich('desk.byAt', { name: <bdi>{step.by.displayName}</bdi>, when: <When at={step.decidedAt} /> })}
            </>
          ) : null}
          {step.state === 'passed' && step.expiresAt ? (
            <> · {rich('desk.countsUntil', { when: <When at={step.expiresAt} /> })}</>
          ) : null}
        </p>
        {why === null || step.state === 'passed' ? null : <p className={styles.why}>{why}</p>}
        <ProofStepAct step={step} caseId={data.case.id} why={why} />
      </div>
    </li>
  )
}

/** Reads the whole trail and holds it against its signed checkpoints, when asked. */
import type { TrailVerification } from '@hallpass/contract/audit'
import { Button } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { When } from '../../ui/when.tsx'
import styles from './trail.module.css'

export function Verification() {
  const { t } = useStrings()
  const verify = useAction({
    run: (): Promise<TrailVerification> => answer(api.POST('/api/trail/verify')),
    forget: [['trail', 'list']],
  })
  return (
    <section className={styles.verify} aria-label={t('trail.verify')} data-result={resultOf(verify.data)}>
      <div role="status" className={styles.result}>
        {verify.data ? <Result result={verify.data} /> : <p>{t('trail.verifyHint')}</p>}
        <Problem error={verify.error} />
      </div>
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('trail.verify')}
      </Button>
    </section>
  )
}

function resultOf(result: TrailVerification | undefined): 'ok' | 'bad' | undefined {
  if (!result) return undefined
  return result.ok ? 'ok' : 'bad'
}

function Result({ result }: { result: TrailVerification }) {
  const { t, rich } = useStrings()
  const Icon = result.ok ? IconShieldCheck : IconShieldX
  return (
    <div className={styles.found}>
      <Icon size={24} aria-hidden className={styles.shield} />
      <div>
        <p className={styles.verdict}>
          {result.ok ? t('trail.ok') : t('trail.bad', { count: result.findings.length })}
        </p>
        <p className={styles.quiet}>
          {t('trail.okDetail', {
            entries: result.entries,
            chains: result.chains,
            checkpoints: result.checkpoints,
          })}{' '}
          {result.sealedUntil
            ? rich('trail.sealed', { when: <When at={result.sealedUntil} />, count: result.unsealedEntries })
            : null}
        </p>
        {result.erasedValues > 0 ? (
          <p className={styles.quiet}>{t('trail.erased', { count: result.erasedValues })}</p>
        ) : null}
        <ul className={styles.findings}>
          {result.findings.map((finding) => (
            <li key={`${finding.kind} ${finding.sentence}`}>{say(finding.sentence)}</li>
          ))}
        </ul>
        {result.notes.map((note) => (
          <p key={note} className={styles.quiet}>
            {note}
          </p>
        ))}
      </div>
    </div>
  )
}

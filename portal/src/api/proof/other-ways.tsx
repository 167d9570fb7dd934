import type { ProofKind } from '@hallpass/contract/factors'
import {
  IconDeviceMobileMessage,
  IconDeviceMobileShare,
  IconFingerprint,
  IconListNumbers,
  IconMail,
  IconNumber123,
} from '@tabler/icons-react'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './proof.module.css'
import type { Offer } from './proof.ts'
import { offerKey } from './proof.ts'

const icons: Record<ProofKind, typeof IconMail> = {
  totp: IconNumber123,
  passkey: IconFingerprint,
  recovery_codes: IconListNumbers,
  push: IconDeviceMobileShare,
  sms: IconDeviceMobileMessage,
  mail_code: IconMail,
}

/** The ways not taken yet. */
export function OtherWays({ ways, onChoose }: { ways: readonly Offer[]; onChoose: (way: Offer) => void }) {
  const { t } = useStrings()
  if (ways.length === 0) return null
  return (
    <section className={styles.others} aria-label={t('proof.otherWays')}>
      <h2 className={styles.othersTitle}>{t('proof.otherWays')}</h2>
      <ul>
        {ways.map((way) => {
          const Icon = icons[way.kind]
          const kind = t(`factor.kind.${way.kind}`)
          return (
            <li key={offerKey(way)}>
              <button type="button" className={styles.way} onClick={() => onChoose(way)}>
                <Icon size={18} stroke={1.75} aria-hidden />
                <span>
                  {kind}
                  {way.name && way.name !== kind ? <bdi className={styles.wayName}>{way.name}</bdi> : null}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

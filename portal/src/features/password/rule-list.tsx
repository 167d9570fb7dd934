/** The rules of one's directory, ticking off as one types. */
import type { PasswordRules } from '@hallpass/contract/credentials'
import { IconCheck, IconCircle, IconClockHour4 } from '@tabler/icons-react'
import { useStrings } from '../../strings/use-strings.tsx'
import { When } from '../../ui/when.tsx'
import styles from './rule-list.module.css'
import { verdictOf } from './rules.ts'
import { useRuleWords } from './use-rule-words.ts'
import { type Strength, useStrength } from './use-strength.ts'

const icons = { met: IconCheck, unmet: IconCircle, later: IconClockHour4 }

type Props = { rules: PasswordRules; password: string }

export function RuleList({ rules, password }: Props) {
  const { t, rich } = useStrings()
  const strength = useStrength(password, rules.forbiddenWords)
  const ruleWords = useRuleWords()
  return (
    <section className={styles.frame} aria-label={t('password.rulesOf', { directory: rules.directoryName })}>
      <h2 className={styles.title}>{t('password.rulesOf', { directory: rules.directoryName })}</h2>
      <ul className={styles.list}>
        {rules.rules.map((rule) => {
          const verdict =
            rule.code === 'age_min'
              ? rules.notBefore === null
                ? 'met'
                : 'unmet'
              : verdictOf(rule, password, rules.forbiddenWords)
          const Icon = icons[verdict]
          return (
            <li key={rule.code} className={styles.rule} data-verdict={verdict}>
              <Icon size={16} aria-hidden className={styles.icon} />
              <span>
                {rule.code === 'age_min' && rules.notBefore !== null
                  ? rich('password.notBefore', { when: <When at={rules.notBefore} /> })
                  : ruleWords(rule)}
                <span className="visually-hidden">, {t(`password.verdict.${verdict}`)}</span>
              </span>
            </li>
          )
        })}
      </ul>
      {strength === null ? null : <StrengthBar strength={strength} />}
    </section>
  )
}

function StrengthBar({ strength }: { strength: Strength }) {
  const { t } = useStrings()
  const word = t(`password.strength.${strength}`)
  return (
    <div className={styles.strength} data-strength={strength}>
      <span className={styles.bar} aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-on={step <= Math.max(1, strength) || undefined} />
        ))}
      </span>
      <span role="status">{word}</span>
    </div>
  )
}

import type { PasswordRule } from '@hallpass/contract/credentials'
import { useStrings } from '../../strings/use-strings.tsx'

/** A rule as a sentence in the language of the page. */
export function useRuleWords(): (rule: PasswordRule) => string {
  const { t } = useStrings()
  return (rule) => {
    if (rule.code === 'age_min') {
      const hours = Math.ceil((rule.value ?? 0) / 3600)
      return hours >= 48
        ? t('password.rule.age_min_days', { value: Math.ceil(hours / 24) })
        : t('password.rule.age_min', { value: hours })
    }
    return t(`password.rule.${rule.code}`, { value: rule.value ?? 0 })
  }
}

/** The box for the new password: shown or hidden, typed, pasted or generated; the rules and the strength stand below. */
import type { PasswordRules } from '@hallpass/contract/credentials'
import { Button, PasswordInput } from '@mantine/core'
import { IconDice5 } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { generatePassword } from './generate-password.ts'
import styles from './password.module.css'
import { RuleList } from './rule-list.tsx'

type Props = {
  rules: PasswordRules
  value: string
  onChange: (value: string) => void
  /** What the service said against it, as sentences. */
  refusals: readonly string[]
  autoFocus?: boolean
}

export function NewPasswordField({ rules, value, onChange, refusals, autoFocus = false }: Props) {
  const { t } = useStrings()
  const id = useId()
  const [shown, setShown] = useState(false)

  function generate() {
    onChange(generatePassword(rules.rules))
    // Nobody can keep what they have not seen.
    setShown(true)
  }

  return (
    <div className={styles.form}>
      <div>
        <PasswordInput
          size="md"
          label={t('password.new')}
          name="new-password"
          autoComplete="new-password"
          autoFocus={autoFocus}
          maxLength={1024}
          visible={shown}
          onVisibilityChange={setShown}
          value={value}
          aria-describedby={id}
          error={
            refusals.length === 0 ? undefined : (
              <span role="alert">
                {refusals.map((sentence) => (
                  <span key={sentence} className={styles.refusal}>
                    {sentence}
                  </span>
                ))}
              </span>
            )
          }
          onChange={(event) => onChange(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show'), tabIndex: 0 }}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          mt={6}
          leftSection={<IconDice5 size={16} aria-hidden />}
          onClick={generate}
        >
          {t('password.generate')}
        </Button>
      </div>
      <div id={id}>
        <RuleList rules={rules} password={value} />
      </div>
    </div>
  )
}

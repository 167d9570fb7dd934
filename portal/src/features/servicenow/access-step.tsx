import type { SnowSecrets } from '@hallpass/contract/servicenow-admin'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { ByHandForm } from './by-hand-form.tsx'
import type { InstanceValues } from './instance-values.ts'
import { KnownInstance } from './known-instance.tsx'
import styles from './servicenow.module.css'
import { WithAdministratorForm } from './with-administrator-form.tsx'

type How = 'administrator' | 'by_hand'
const ways = ['administrator', 'by_hand'] as const

type Props = {
  values: InstanceValues
  how: How
  onHow: (how: How) => void
  onBack: () => void
  onConnected: (connectionId: string, unpublished: number) => void
  onAdded: (secrets: SnowSecrets) => void
}

/** How both sides come to know each other: Hallpass does it in the name of an administrator there, or people do by hand. */
export function AccessStep({ values, how, onHow, onBack, onConnected, onAdded }: Props) {
  const { t } = useStrings()
  return (
    <div className={styles.form}>
      <ChoiceChips
        label={t('snow.form.how')}
        value={how}
        onChange={(value) => onHow(value === 'by_hand' ? 'by_hand' : 'administrator')}
        choices={ways.map((value) => ({ value, label: t(`snow.form.how.${value}`) }))}
      />
      <KnownInstance values={values} how={how} />
      {how === 'administrator' ? (
        <WithAdministratorForm values={values} onBack={onBack} onConnected={onConnected} />
      ) : (
        <ByHandForm values={values} onBack={onBack} onAdded={onAdded} />
      )}
    </div>
  )
}

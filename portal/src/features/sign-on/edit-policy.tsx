import type { SignOnDemand, SignOnPolicy, SignOnRule } from '@hallpass/contract/sign-on-policy'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useHasRole } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { DemandFields } from './demand-fields.tsx'
import { RuleCard } from './rule-card.tsx'
import { newRule } from './rules.ts'
import styles from './sign-on.module.css'

/** The rules in their order, and what holds for whoever none of them fits. Nothing counts before it is saved. */
export function EditPolicy({ policy }: { policy: SignOnPolicy }) {
  const { t } = useStrings()
  const isAdmin = useHasRole('admin')
  const [rules, setRules] = useState<SignOnRule[]>(policy.rules)
  const [otherwise, setOtherwise] = useState<SignOnDemand>(policy.otherwise)
  const changed = JSON.stringify([rules, otherwise]) !== JSON.stringify([policy.rules, policy.otherwise])
  const save = useAction({
    run: () => answer(api.PUT('/api/sign-on-policy', { body: { version: policy.version, rules, otherwise } })),
    done: () => t('ui.saved'),
    forget: [keys.signOnPolicy, ['trail']],
  })
  const change = (index: number, rule: SignOnRule) =>
    setRules((before) => before.map((one, place) => (place === index ? rule : one)))
  const move = (index: number, by: 1 | -1) =>
    setRules((before) => {
      const moved = [...before]
      const [taken] = moved.splice(index, 1)
      if (taken) moved.splice(index + by, 0, taken)
      return moved
    })

  return (
    <div className={styles.policy}>
      {rules.length === 0 ? <p className={styles.hint}>{t('signOn.noRules')}</p> : null}
      <ol className={styles.rules}>
        {rules.map((rule, index) => (
          <RuleCard
            key={rule.id}
            rule={rule}
            place={index + 1}
            count={rules.length}
            onChange={(next) => change(index, next)}
            onMove={(by) => move(index, by)}
            onRemove={() => setRules((before) => before.filter((one) => one !== rule))}
          />
        ))}
      </ol>
      {isAdmin ? (
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setRules((before) => [...before, newRule(t('signOn.newRule'))])}
          >
            {t('signOn.addRule')}
          </Button>
        </div>
      ) : null}
      <Section title={t('signOn.otherwise')} lead={t('signOn.otherwiseLead')}>
        <DemandFields demand={otherwise} onChange={setOtherwise} />
      </Section>
      <Problem error={save.error} withFields />
      <FormEnd>
        <AdminButton
          loading={save.isPending}
          why={changed ? null : t('signOn.unchanged')}
          onClick={() => save.mutate()}
        >
          {t('ui.save')}
        </AdminButton>
      </FormEnd>
    </div>
  )
}

/** The inputs of one stage. */
import type { ApproverSource, PolicyStage, PolicyView } from '@hallpass/contract/policies'
import { ActionIcon, NumberInput, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './policies.module.css'
import { SourceField } from './source-field.tsx'
import { hoursRise } from './stages.ts'

type Props = {
  stage: PolicyStage
  place: number
  count: number
  names: PolicyView['names']
  error: unknown
  onChange: (change: Partial<PolicyStage>) => void
  onName: (id: string, name: string) => void
  onMove: (step: 1 | -1) => void
  onRemove: () => void
}

export function StageFields({ stage, place, count, names, error, onChange, onName, onMove, onRemove }: Props) {
  const { t } = useStrings()
  const source = (name: 'approvers' | 'fallback' | 'escalateTo', canBeNobody: boolean) => (
    <SourceField
      label={t(`policy.${name}`)}
      description={name === 'approvers' ? undefined : t(`policy.${name}Hint`)}
      canBeNobody={canBeNobody}
      value={stage[name]}
      names={names}
      onName={onName}
      onChange={(value: ApproverSource | null) => {
        if (value !== null || canBeNobody) onChange({ [name]: value } as Partial<PolicyStage>)
      }}
    />
  )
  const hours = (name: 'remindAfterHours' | 'escalateAfterHours') => ({
    min: 1,
    max: 2160,
    allowDecimal: false,
    value: stage[name] ?? ('' as const),
    onChange: (value: number | string) => onChange({ [name]: typeof value === 'number' ? value : null }),
  })
  return (
    <Section
      title={t('policy.stage', { place })}
      action={
        <span className={styles.buttons}>
          <ActionIcon aria-label={t('policy.moveUp', { place })} disabled={place === 1} onClick={() => onMove(-1)}>
            <IconArrowUp size={18} />
          </ActionIcon>
          <ActionIcon aria-label={t('policy.moveDown', { place })} disabled={place === count} onClick={() => onMove(1)}>
            <IconArrowDown size={18} />
          </ActionIcon>
          <ActionIcon aria-label={t('policy.removeStage', { place })} disabled={count === 1} onClick={onRemove}>
            <IconTrash size={18} />
          </ActionIcon>
        </span>
      }
    >
      <FormLayout>
        <FormRow>
          <TextInput
            label={t('policy.stageName')}
            required
            maxLength={60}
            value={stage.name}
            {...fieldProps(error, `rules.stages.${place - 1}.name`)}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <NumberInput
            label={t('policy.quorum')}
            min={1}
            max={10}
            allowDecimal={false}
            value={stage.quorum}
            onChange={(value) => onChange({ quorum: typeof value === 'number' ? value : 1 })}
          />
        </FormRow>
        {source('approvers', false)}
        {source('fallback', true)}
        {source('escalateTo', true)}
        <FormRow>
          <NumberInput label={t('policy.remindAfter')} {...hours('remindAfterHours')} />
          <NumberInput label={t('policy.escalateAfter')} {...hours('escalateAfterHours')} />
          <NumberInput
            label={t('policy.denyAfter')}
            required
            min={1}
            max={2160}
            allowDecimal={false}
            value={stage.denyAfterHours}
            onChange={(value) => onChange({ denyAfterHours: typeof value === 'number' ? value : 168 })}
          />
        </FormRow>
        {hoursRise(stage) ? null : <Notice tone="warn">{t('policy.rising')}</Notice>}
      </FormLayout>
    </Section>
  )
}

/** The inputs of a role: what it carries, who owns it, who may ask and for how long. */
import { CloseButton, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { AppPicker } from '../../api/administration/app-picker.tsx'
import { GroupsPicker } from '../../api/administration/group-picker.tsx'
import { PeoplePicker } from '../../api/administration/person-picker.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { ConflictPicker } from './conflict-picker.tsx'
import type { CarriedApp, RoleValues } from './role-values.ts'
import styles from './roles.module.css'

type Props = {
  values: RoleValues
  onChange: (change: Partial<RoleValues>) => void
  error: unknown
  /** The role that is changed; left out for a new one. */
  roleId?: string
  /** A role of Hallpass itself, which carries no apps. */
  isProduct?: boolean
  children: ReactNode
}

const askers = ['everyone', 'groups', 'nobody'] as const

export function RoleForm({ values, onChange, error, roleId, isProduct = false, children }: Props) {
  const { t } = useStrings()

  return (
    <div className={styles.stack}>
      <Section title={t('role.carries')}>
        <FormLayout>
          <TextInput
            label={t('roleForm.name')}
            required
            maxLength={120}
            value={values.name}
            {...fieldProps(error, 'name')}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <Textarea
            label={t('roleForm.description')}
            description={t('roleForm.descriptionHint')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            value={values.description}
            onChange={(event) => onChange({ description: event.currentTarget.value })}
          />
          {isProduct ? null : <CarriedApps values={values} onChange={onChange} />}
        </FormLayout>
      </Section>
      <Section title={t('roles.askedBy')}>
        <FormLayout>
          <ChoiceChips
            label={t('roleForm.askedBy')}
            value={values.askedBy}
            onChange={(value) => onChange({ askedBy: askers.find((known) => known === value) ?? 'nobody' })}
            choices={askers.map((value) => ({ value, label: t(`roles.askedBy.${value}`) }))}
          />
          {values.askedBy === 'groups' ? (
            <GroupsPicker label={t('role.groups')} value={values.groups} onChange={(groups) => onChange({ groups })} />
          ) : null}
          <FormRow>
            <NumberInput
              label={t('role.daysMax')}
              description={t('roleForm.daysMaxHint')}
              placeholder={t('role.noLimit')}
              min={1}
              max={3650}
              allowDecimal={false}
              value={values.daysMax ?? ''}
              {...fieldProps(error, 'daysMax')}
              onChange={(value) => onChange({ daysMax: typeof value === 'number' ? value : null })}
            />
            <NumberInput
              label={t('role.daysDefault')}
              description={t('roleForm.daysDefaultHint')}
              placeholder={t('role.noLimit')}
              min={1}
              max={values.daysMax ?? 3650}
              allowDecimal={false}
              value={values.daysDefault ?? ''}
              {...fieldProps(error, 'daysDefault')}
              onChange={(value) => onChange({ daysDefault: typeof value === 'number' ? value : null })}
            />
          </FormRow>
          <PeoplePicker
            label={t('roleForm.owners')}
            description={t('roleForm.ownersHint')}
            value={values.owners}
            onChange={(owners) => onChange({ owners })}
          />
          <ConflictPicker
            value={values.conflicts}
            without={roleId}
            {...fieldProps(error, 'conflictIds')}
            onChange={(conflicts) => onChange({ conflicts })}
          />
        </FormLayout>
      </Section>
      {children}
    </div>
  )
}

function CarriedApps({ values, onChange }: Pick<Props, 'values' | 'onChange'>) {
  const { t } = useStrings()

  function setEntitlements(carried: CarriedApp, entitlements: string[]) {
    onChange({ apps: values.apps.map((one) => (one.app.id === carried.app.id ? { ...one, entitlements } : one)) })
  }

  return (
    <>
      {values.apps.map((carried) => (
        <div key={carried.app.id} className={styles.carried}>
          <div className={styles.carriedHead}>
            <AppIcon name={carried.app.name} icon={carried.app.icon} size="sm" />
            <bdi>{carried.app.name}</bdi>
            <CloseButton
              aria-label={t('ui.remove', { what: carried.app.name })}
              onClick={() => onChange({ apps: values.apps.filter((one) => one !== carried) })}
            />
          </div>
          <TagsInput
            label={t('role.entitlements', { app: carried.app.name })}
            description={t('roleForm.entitlementsHint')}
            maxTags={50}
            value={carried.entitlements}
            onChange={(entitlements) => setEntitlements(carried, entitlements)}
          />
        </div>
      ))}
      <AppPicker
        label={t('roleForm.addApp')}
        without={values.apps.map(({ app }) => app.id)}
        onPick={({ id, name, category, icon }) =>
          onChange({ apps: [...values.apps, { app: { id, name, category, icon }, entitlements: [] }] })
        }
      />
    </>
  )
}

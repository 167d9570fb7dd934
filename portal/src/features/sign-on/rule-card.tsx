/** One rule: for what, for whom, from where, and what it asks. Closed it is one sentence. */
import type { SignOnRule } from '@hallpass/contract/sign-on-policy'
import { Button, Checkbox, Switch, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useHasRole } from '../../api/session.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Status } from '../../ui/status.tsx'
import { AppsOfRule } from './apps-of-rule.tsx'
import { DemandFields } from './demand-fields.tsx'
import { GroupsOfRule } from './groups-of-rule.tsx'
import { linesOf } from './rules.ts'
import styles from './sign-on.module.css'

type Props = {
  rule: SignOnRule
  place: number
  count: number
  onChange: (rule: SignOnRule) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

export function RuleCard({ rule, place, count, onChange, onMove, onRemove }: Props) {
  const { t, list } = useStrings()
  const isAdmin = useHasRole('admin')
  const [open, setOpen] = useState(false)
  const { when, demand } = rule
  const conditions = [
    when.purposes.length > 0 ? list(when.purposes.map((purpose) => t(`signOn.purpose.${purpose}`))) : '',
    when.appIds.length > 0 ? t('signOn.apps', { count: when.appIds.length }) : '',
    when.groupIds.length > 0 ? t('signOn.groups', { count: when.groupIds.length }) : '',
    when.roles.length > 0 ? list(when.roles.map((role) => t(`signOn.role.${role}`))) : '',
    when.networks.length > 0 ? t('signOn.from', { networks: list(when.networks) }) : '',
    when.notNetworks.length > 0 ? t('signOn.notFrom', { networks: list(when.notNetworks) }) : '',
  ].filter(Boolean)
  return (
    <li className={styles.rule} data-off={rule.enabled ? undefined : true}>
      <div className={styles.head}>
        <span className={styles.place} aria-hidden>
          {place}
        </span>
        <div className={styles.words}>
          <h2 className={styles.name}>
            <bdi>{rule.name}</bdi> {rule.enabled ? null : <Status tone="quiet">{t('signOn.off')}</Status>}
          </h2>
          <p className={styles.line}>
            {conditions.length === 0 ? t('signOn.always') : conditions.join(' · ')} →{' '}
            {t(`signOn.proof.${demand.proof}`)}
          </p>
        </div>
        <div className={styles.buttons}>
          {isAdmin ? (
            <>
              <Button
                variant="default"
                size="xs"
                px={8}
                disabled={place === 1}
                aria-label={t('signOn.up', { name: rule.name })}
                onClick={() => onMove(-1)}
              >
                <IconArrowUp size={14} aria-hidden />
              </Button>
              <Button
                variant="default"
                size="xs"
                px={8}
                disabled={place === count}
                aria-label={t('signOn.down', { name: rule.name })}
                onClick={() => onMove(1)}
              >
                <IconArrowDown size={14} aria-hidden />
              </Button>
            </>
          ) : null}
          <Button variant="default" size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('ui.close') : t('ui.edit')} <span className="visually-hidden">{rule.name}</span>
          </Button>
        </div>
      </div>
      {open ? (
        <fieldset className={styles.fields} disabled={!isAdmin}>
          <legend className="visually-hidden">{rule.name}</legend>
          <FormLayout>
            <TextInput
              label={t('signOn.ruleName')}
              maxLength={100}
              value={rule.name}
              onChange={(event) => onChange({ ...rule, name: event.currentTarget.value })}
            />
            <Switch
              label={t('signOn.enabled')}
              checked={rule.enabled}
              onChange={(event) => onChange({ ...rule, enabled: event.currentTarget.checked })}
            />
            <Conditions rule={rule} onChange={onChange} />
            <DemandFields demand={demand} onChange={(next) => onChange({ ...rule, demand: next })} />
            {isAdmin ? (
              <div>
                <Button variant="default" size="xs" onClick={onRemove}>
                  {t('ui.remove', { what: rule.name })}
                </Button>
              </div>
            ) : null}
          </FormLayout>
        </fieldset>
      ) : null}
    </li>
  )
}

const purposes = ['sign_in', 'launch', 'step_up'] as const
const roles = ['admin', 'auditor', 'desk_agent'] as const

function Conditions({ rule, onChange }: Pick<Props, 'rule' | 'onChange'>) {
  const { t } = useStrings()
  const change = (when: Partial<SignOnRule['when']>) => onChange({ ...rule, when: { ...rule.when, ...when } })
  const networks = (name: 'networks' | 'notNetworks') => ({
    autosize: true,
    minRows: 2,
    maxRows: 8,
    spellCheck: false,
    value: rule.when[name].join('\n'),
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value.split('\n') }),
    onBlur: () => change({ [name]: linesOf(rule.when[name].join('\n')) }),
  })
  return (
    <>
      <p className={styles.hint}>{t('signOn.conditionsHint')}</p>
      <FormRow>
        <Checkbox.Group
          label={t('signOn.purposes')}
          value={rule.when.purposes}
          onChange={(value) => change({ purposes: purposes.filter((known) => value.includes(known)) })}
        >
          <FormLayout>
            {purposes.map((purpose) => (
              <Checkbox key={purpose} value={purpose} label={t(`signOn.purpose.${purpose}`)} />
            ))}
          </FormLayout>
        </Checkbox.Group>
        <Checkbox.Group
          label={t('signOn.roles')}
          value={rule.when.roles}
          onChange={(value) => change({ roles: roles.filter((known) => value.includes(known)) })}
        >
          <FormLayout>
            {roles.map((role) => (
              <Checkbox key={role} value={role} label={t(`signOn.role.${role}`)} />
            ))}
          </FormLayout>
        </Checkbox.Group>
      </FormRow>
      <AppsOfRule ids={rule.when.appIds} onChange={(appIds) => change({ appIds })} />
      <GroupsOfRule ids={rule.when.groupIds} onChange={(groupIds) => change({ groupIds })} />
      <FormRow>
        <Textarea label={t('signOn.networks')} placeholder="203.0.113.0/24" {...networks('networks')} />
        <Textarea label={t('signOn.notNetworks')} placeholder="10.0.0.0/8" {...networks('notNetworks')} />
      </FormRow>
    </>
  )
}

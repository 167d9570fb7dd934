/** Where approvers come from: manager, owners, administrators, a group or a person. */
import type { ApproverSource, PolicyView } from '@hallpass/contract/policies'
import { Select } from '@mantine/core'
import { useState } from 'react'
import { GroupPicker } from '../../api/administration/group-picker.tsx'
import { PersonPicker } from '../../api/administration/person-picker.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormRow } from '../../ui/form-layout.tsx'

const kinds = ['manager', 'role_owner', 'administrators', 'group', 'person'] as const
type Kind = (typeof kinds)[number] | 'none'

type Props = {
  label: string
  description?: string | undefined
  canBeNobody: boolean
  value: ApproverSource | null
  names: PolicyView['names']
  onName: (id: string, name: string) => void
  onChange: (value: ApproverSource | null) => void
}

export function SourceField({ label, description, canBeNobody, value, names, onName, onChange }: Props) {
  const { t } = useStrings()
  const [kind, setKind] = useState<Kind>(value?.kind ?? 'none')

  function choose(next: Kind) {
    setKind(next)
    // A group or a person counts once one is picked; until then the form is not sent.
    if (next === 'none') onChange(null)
    else if (next !== 'group' && next !== 'person') onChange({ kind: next })
  }

  const group = value?.kind === 'group' ? { id: value.groupId, name: names[value.groupId] ?? value.groupId } : null
  const person =
    value?.kind === 'person' ? { id: value.personId, displayName: names[value.personId] ?? value.personId } : null
  return (
    <FormRow>
      <Select
        label={label}
        description={description}
        value={kind}
        data={[...(canBeNobody ? (['none'] as const) : []), ...kinds].map((one) => ({
          value: one,
          label: t(`policy.sourceKind.${one}`),
        }))}
        onChange={(next) => choose((next ?? 'none') as Kind)}
      />
      {kind === 'group' ? (
        <GroupPicker
          label={t('policy.group')}
          required
          value={group}
          onChange={(picked) => {
            if (!picked) return
            onName(picked.id, picked.name)
            onChange({ kind: 'group', groupId: picked.id })
          }}
        />
      ) : null}
      {kind === 'person' ? (
        <PersonPicker
          label={t('policy.person')}
          required
          value={person}
          onChange={(picked) => {
            if (!picked) return
            onName(picked.id, picked.displayName)
            onChange({ kind: 'person', personId: picked.id })
          }}
        />
      ) : null}
    </FormRow>
  )
}

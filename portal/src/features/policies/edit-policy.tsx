/** Changes who must approve: stages one after the other, with the picture of what they mean above them. */
import type { PolicyRules, PolicyView } from '@hallpass/contract/policies'
import { NumberInput, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { PolicyPicture } from '../../api/administration/policy-picture.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useAction } from '../../api/use-action.ts'
import { useGo, useParam } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './policies.module.css'
import { StageFields } from './stage-fields.tsx'
import { movedStage, newStage, stagesMax } from './stages.ts'

export function DefaultPolicy() {
  const { t } = useStrings()
  const policies = useQuery({ queryKey: keys.policies, queryFn: () => answer(api.GET('/api/policies')) })
  return (
    <Page
      title={t('policies.default')}
      lead={t('policies.defaultLead')}
      back={{ href: paths.policies(), label: t('policies.title') }}
    >
      <Loaded query={policies}>
        {(data) => <Form key={data.default.version} policy={data.default} roleId={null} />}
      </Loaded>
    </Page>
  )
}

export function RolePolicy() {
  const { t } = useStrings()
  const id = useParam()
  const policy = useQuery({
    queryKey: keys.rolePolicy(id),
    queryFn: (): Promise<PolicyView> => answer(api.GET('/api/policies/roles/{id}', { params: { path: { id } } })),
  })
  const role = useQuery({
    queryKey: keys.role(id),
    queryFn: () => answer(api.GET('/api/roles/{id}', { params: { path: { id } } })),
  })
  const name = role.data?.name ?? policy.data?.roleName ?? ''
  return (
    <Page title={t('policy.titleOf', { role: name })} back={{ href: paths.role(id), label: name || t('roles.title') }}>
      <Loaded query={policy}>
        {(data) => <Form key={`${data.version} ${data.inherited}`} policy={data} roleId={id} roleName={name} />}
      </Loaded>
    </Page>
  )
}

type Props = { policy: PolicyView; roleId: string | null; roleName?: string }

function Form({ policy, roleId, roleName = '' }: Props) {
  const { t } = useStrings()
  const go = useGo()
  const [rules, setRules] = useState<PolicyRules>(policy.rules)
  const [names, setNames] = useState(policy.names)
  const [dropping, setDropping] = useState(false)
  const { version } = policy
  const forget = [keys.policies, ['preview']]
  const after = () => go(roleId === null ? paths.policies() : paths.role(roleId))
  const save = useAction({
    run: () =>
      roleId === null
        ? answer(api.PUT('/api/policies/default', { body: { version, rules } }))
        : answer(api.PUT('/api/policies/roles/{id}', { params: { path: { id: roleId } }, body: { version, rules } })),
    done: ({ weaker }) => t(weaker ? 'policy.savedWeaker' : 'policy.saved'),
    forget,
    after,
  })
  const drop = useAction({
    run: () =>
      answer(api.DELETE('/api/policies/roles/{id}', { params: { path: { id: roleId ?? '' }, query: { version } } })),
    done: () => t('policy.dropped', { role: roleName }),
    forget,
    after,
  })
  const setStages = (stages: PolicyRules['stages']) => setRules((before) => ({ ...before, stages }))

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <form onSubmit={submit} className={styles.stack}>
      {policy.inherited ? <Notice>{t('policy.inherited')}</Notice> : null}
      <Section title={t('policies.picture')} lead={t('policy.openKeep')}>
        <PolicyPicture policy={{ rules, names }} />
      </Section>
      {rules.stages.map((stage, index) => (
        <StageFields
          key={String(index)}
          stage={stage}
          place={index + 1}
          count={rules.stages.length}
          names={names}
          error={save.error}
          onChange={(change) => setStages(rules.stages.map((one, at) => (at === index ? { ...one, ...change } : one)))}
          onName={(id, name) => setNames((before) => ({ ...before, [id]: name }))}
          onMove={(step) => setStages(movedStage(rules.stages, index, step))}
          onRemove={() => setStages(rules.stages.filter((_, at) => at !== index))}
        />
      ))}
      <div>
        <AdminButton
          variant="default"
          why={rules.stages.length >= stagesMax ? t('policy.tooMany', { count: stagesMax }) : null}
          onClick={() => setStages([...rules.stages, newStage(t('policy.stage', { place: rules.stages.length + 1 }))])}
        >
          {t('policy.addStage')}
        </AdminButton>
      </div>
      <Switch
        label={t('policy.samePerson')}
        description={t('policy.samePersonHint')}
        checked={rules.samePersonMayDecideSeveralStages}
        onChange={(event) => {
          const { checked } = event.currentTarget
          setRules((before) => ({ ...before, samePersonMayDecideSeveralStages: checked }))
        }}
      />
      <NumberInput
        className={styles.minutes}
        label={t('policy.prove')}
        description={t('policy.proveHint')}
        min={1}
        max={1440}
        allowDecimal={false}
        value={rules.proveWithinMinutes ?? ''}
        {...fieldProps(save.error, 'rules.proveWithinMinutes')}
        onChange={(value) =>
          setRules((before) => ({ ...before, proveWithinMinutes: typeof value === 'number' ? value : null }))
        }
      />
      <Problem error={save.error} withFields />
      <FormEnd>
        <AdminButton type="submit" loading={save.isPending}>
          {t('ui.save')}
        </AdminButton>
        {roleId !== null && !policy.inherited ? (
          <AdminButton variant="default" onClick={() => setDropping(true)}>
            {t('policy.drop')}
          </AdminButton>
        ) : null}
      </FormEnd>
      <ConfirmDialog
        opened={dropping}
        title={t('policy.dropTitle', { role: roleName })}
        confirmLabel={t('policy.drop')}
        busy={drop.isPending}
        problem={<Problem error={drop.error} />}
        onConfirm={() => drop.mutate()}
        onClose={() => setDropping(false)}
      />
    </form>
  )
}

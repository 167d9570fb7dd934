/** What proofs are worth at the desk, how much is wanted, how soon, and what a ticket costs. */
import type { DeskSettings } from '@hallpass/contract/desk'
import { NumberInput, TextInput } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { GroupsPicker } from '../../api/administration/group-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useHasRole } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './settings.module.css'

export function DeskSettingsPage() {
  const { t } = useStrings()
  const settings = useQuery({
    queryKey: keys.deskSettings,
    queryFn: (): Promise<DeskSettings> => answer(api.GET('/api/desk/settings')),
  })
  return (
    <Page title={t('deskSettings.title')} lead={t('deskSettings.lead')} width="narrow">
      <Loaded query={settings}>{(data) => <Form key={data.version} settings={data} />}</Loaded>
    </Page>
  )
}

const proofs = ['callback', 'address_code', 'prompt', 'voucher', 'photo_id', 'personal_data'] as const

function Form({ settings }: { settings: DeskSettings }) {
  const { t } = useStrings()
  const isAdmin = useHasRole('admin')
  const { changedAt: _, ...start } = settings
  const [values, setValues] = useState(start)
  const change = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }))
  const save = useAction({
    run: () => answer(api.PUT('/api/desk/settings', { body: values })),
    done: () => t('ui.saved'),
    forget: [keys.deskSettings, ['trail']],
  })
  const number = (value: number, field: string, min: number, max: number, set: (value: number) => void) => ({
    min,
    max,
    allowDecimal: false,
    value,
    ...fieldProps(save.error, field),
    onChange: (typed: number | string) => set(typeof typed === 'number' ? typed : min),
  })
  const most = proofs.reduce((sum, proof) => sum + values.points[proof], 0)

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <form onSubmit={submit}>
      <fieldset disabled={!isAdmin} className={styles.form}>
        <legend className="visually-hidden">{t('deskSettings.title')}</legend>
        <Section title={t('deskSettings.points')} lead={t('deskSettings.pointsLead', { most })}>
          <FormRow>
            {proofs.map((proof) => (
              <NumberInput
                key={proof}
                label={t(`desk.proof.${proof}`)}
                {...number(values.points[proof], `points.${proof}`, 0, 1000, (value) =>
                  change({ points: { ...values.points, [proof]: value } }),
                )}
              />
            ))}
          </FormRow>
        </Section>
        <Section title={t('deskSettings.wanted')} lead={t('deskSettings.wantedLead')}>
          <FormLayout>
            <FormRow>
              {(['standard', 'privileged'] as const).map((tier) => (
                <NumberInput
                  key={tier}
                  label={t(`desk.tier.${tier}`)}
                  {...number(values.thresholds[tier], `thresholds.${tier}`, 1, 5000, (value) =>
                    change({ thresholds: { ...values.thresholds, [tier]: value } }),
                  )}
                />
              ))}
            </FormRow>
            <PrivilegedGroups
              ids={values.privilegedGroupIds}
              onChange={(privilegedGroupIds) => change({ privilegedGroupIds })}
            />
          </FormLayout>
        </Section>
        <Section title={t('deskSettings.time')}>
          <FormRow>
            {(['standard', 'privileged'] as const).map((tier) => (
              <NumberInput
                key={tier}
                label={t(`deskSettings.sla.${tier}`)}
                {...number(values.slaMinutes[tier], `slaMinutes.${tier}`, 5, 43200, (value) =>
                  change({ slaMinutes: { ...values.slaMinutes, [tier]: value } }),
                )}
              />
            ))}
            <NumberInput
              label={t('deskSettings.second')}
              description={t('deskSettings.secondHint')}
              {...number(values.secondOutcomeHours, 'secondOutcomeHours', 1, 168, (value) =>
                change({ secondOutcomeHours: value }),
              )}
            />
          </FormRow>
        </Section>
        <Section title={t('deskSettings.cost')} lead={t('deskSettings.costLead')}>
          <FormRow>
            <NumberInput
              label={t('deskSettings.costPerTicket')}
              min={0}
              max={100000}
              decimalScale={2}
              fixedDecimalScale
              value={values.costPerTicket}
              {...fieldProps(save.error, 'costPerTicket')}
              onChange={(value) => change({ costPerTicket: typeof value === 'number' ? value : 0 })}
            />
            <TextInput
              label={t('deskSettings.currency')}
              maxLength={3}
              value={values.currency}
              {...fieldProps(save.error, 'currency')}
              onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
            />
          </FormRow>
        </Section>
      </fieldset>
      <div className={styles.end}>
        <Problem error={save.error} withFields />
        <FormEnd>
          <AdminButton type="submit" loading={save.isPending}>
            {t('ui.save')}
          </AdminButton>
        </FormEnd>
      </div>
    </form>
  )
}

function PrivilegedGroups({ ids, onChange }: { ids: readonly string[]; onChange: (ids: string[]) => void }) {
  const { t } = useStrings()
  const groups = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['groups', 'one', id],
      queryFn: () => answer(api.GET('/api/groups/{id}', { params: { path: { id } } })),
    })),
  })
  const picked = ids.map((id, index) => ({ id, name: groups[index]?.data?.name ?? '…' }))
  return (
    <GroupsPicker
      label={t('deskSettings.groups')}
      value={picked}
      onChange={(chosen) => onChange(chosen.map(({ id }) => id))}
    />
  )
}

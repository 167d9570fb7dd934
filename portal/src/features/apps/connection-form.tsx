/** How accounts are made in an app; checked live, and its secret never shown again. */
import type { AppDetail } from '@hallpass/contract/apps'
import type { CheckResult, Connection, PutConnection } from '@hallpass/contract/provisioning'
import { Checkbox, NumberInput, PasswordInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { PersonPicker, type PickedPerson } from '../../api/administration/person-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { CheckList } from '../../ui/check-list.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { FormEnd, FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './apps.module.css'

const kinds = ['scim', 'servicenow', 'manual', 'none'] as const
const isAutomated = (kind: Connection['kind']) => kind === 'scim' || kind === 'servicenow'

export function ConnectionForm({ app, connection }: { app: AppDetail; connection: Connection }) {
  const { t } = useStrings()
  const [kind, setKind] = useState(connection.kind)
  const [baseUrl, setBaseUrl] = useState(connection.baseUrl ?? app.addresses.scimBase ?? '')
  const [token, setToken] = useState('')
  const [userName, setUserName] = useState(connection.userName)
  const [entitlementsAs, setEntitlementsAs] = useState(connection.entitlementsAs)
  const [ratePerSecond, setRate] = useState(connection.ratePerSecond)
  const [parallel, setParallel] = useState(connection.parallel)
  const [drift, setDrift] = useState(connection.drift)
  const [removalsPercentMax, setRemovals] = useState(connection.removalsPercentMax)
  const [missingRecords, setMissingRecords] = useState(connection.missingRecords)
  const [taskOwner, setTaskOwner] = useState<PickedPerson | null>(connection.taskOwner)
  const params = { path: { id: app.id } }
  const save = useAction({
    run: () => {
      const automated = {
        baseUrl: baseUrl.trim(),
        ...(token === '' ? {} : { token }),
        userName,
        entitlementsAs,
        ratePerSecond,
        parallel,
        drift,
        removalsPercentMax,
        missingRecords,
      }
      const body: PutConnection = { kind, taskOwnerId: taskOwner?.id ?? null, ...(isAutomated(kind) ? automated : {}) }
      return answer(api.PUT('/api/apps/{id}/connection', { params, body }))
    },
    done: () => t('ui.saved'),
    forget: [['apps']],
    after: () => setToken(''),
  })
  const check = useAction({
    run: (): Promise<CheckResult> => answer(api.POST('/api/apps/{id}/connection/check', { params })),
    forget: [['apps']],
  })
  const found = check.data ?? connection.check
  // The check asks the app as it is saved: its answer would be taken for one about what is typed.
  const isUnsaved =
    kind !== connection.kind ||
    token !== '' ||
    baseUrl.trim() !== (connection.baseUrl ?? '') ||
    userName !== connection.userName ||
    [...entitlementsAs].sort().join() !== [...connection.entitlementsAs].sort().join()

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <div className={styles.columns}>
      <form onSubmit={submit}>
        <Section title={t('connection.title')}>
          <FormLayout>
            <ChoiceChips
              label={t('connection.kind')}
              value={kind}
              onChange={(value) => setKind(kinds.find((known) => known === value) ?? 'none')}
              choices={kinds.map((value) => ({ value, label: t(`connection.kind.${value}`) }))}
            />
            <p className={styles.quiet}>{t(`connection.hint.${kind}`)}</p>
            {isAutomated(kind) ? (
              <>
                <TextInput
                  label={t('connection.baseUrl')}
                  type="url"
                  required
                  maxLength={2000}
                  spellCheck={false}
                  value={baseUrl}
                  {...fieldProps(save.error, 'baseUrl')}
                  onChange={(event) => setBaseUrl(event.currentTarget.value)}
                />
                <PasswordInput
                  label={t(kind === 'servicenow' ? 'connection.client' : 'connection.token')}
                  autoComplete="off"
                  maxLength={8000}
                  required={!connection.hasToken}
                  {...(connection.hasToken ? { description: t('connection.tokenKept') } : {})}
                  value={token}
                  {...fieldProps(save.error, 'token')}
                  onChange={(event) => setToken(event.currentTarget.value)}
                  visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
                />
                <FormRow>
                  <Select
                    label={t('connection.userName')}
                    value={userName}
                    data={(['mail', 'login'] as const).map((value) => ({
                      value,
                      label: t(`connection.userName.${value}`),
                    }))}
                    onChange={(value) => setUserName(value === 'login' ? 'login' : 'mail')}
                  />
                  <Select
                    label={t('connection.drift')}
                    value={drift}
                    data={(['repair', 'report'] as const).map((value) => ({
                      value,
                      label: t(`connection.drift.${value}`),
                    }))}
                    onChange={(value) => setDrift(value === 'report' ? 'report' : 'repair')}
                  />
                </FormRow>
                <Checkbox.Group
                  label={t('connection.entitlementsAs')}
                  value={entitlementsAs}
                  onChange={(values) => setEntitlementsAs(values as typeof entitlementsAs)}
                >
                  <FormLayout>
                    {(['groups', 'entitlements'] as const).map((value) => (
                      <Checkbox key={value} value={value} label={t(`connection.entitlementsAs.${value}`)} />
                    ))}
                  </FormLayout>
                </Checkbox.Group>
                {kind === 'servicenow' ? (
                  <Checkbox
                    label={t('connection.missingRecords')}
                    description={t('connection.missingRecordsHint')}
                    checked={missingRecords === 'make'}
                    onChange={(event) => setMissingRecords(event.currentTarget.checked ? 'make' : 'leave')}
                  />
                ) : null}
                <FormRow>
                  <NumberInput
                    label={t('connection.rate')}
                    min={0.05}
                    max={1000}
                    value={ratePerSecond}
                    onChange={(value) => setRate(typeof value === 'number' ? value : 1)}
                  />
                  <NumberInput
                    label={t('connection.parallel')}
                    min={1}
                    max={32}
                    allowDecimal={false}
                    value={parallel}
                    onChange={(value) => setParallel(typeof value === 'number' ? value : 1)}
                  />
                  <NumberInput
                    label={t('connection.removalsPercent')}
                    min={0}
                    max={100}
                    allowDecimal={false}
                    value={removalsPercentMax}
                    onChange={(value) => setRemovals(typeof value === 'number' ? value : 0)}
                  />
                </FormRow>
              </>
            ) : null}
            {kind === 'none' ? null : (
              <PersonPicker
                label={t('connection.taskOwner')}
                description={t('connection.taskOwnerHint')}
                value={taskOwner}
                onChange={setTaskOwner}
              />
            )}
            <Problem error={save.error} withFields />
            <FormEnd>
              <AdminButton type="submit" loading={save.isPending} why={app.builtIn ? t('app.cannotBuiltIn') : null}>
                {t('ui.save')}
              </AdminButton>
            </FormEnd>
          </FormLayout>
        </Section>
      </form>
      {isAutomated(connection.kind) ? (
        <Section
          title={t('connection.checked')}
          action={
            <AdminButton
              variant="default"
              size="xs"
              loading={check.isPending}
              why={isUnsaved ? t('connection.checkSaved') : null}
              onClick={() => check.mutate()}
            >
              {t('connection.check')}
            </AdminButton>
          }
        >
          <FormLayout>
            {isUnsaved ? <p className={styles.quiet}>{t('connection.checkSaved')}</p> : null}
            <Problem error={check.error} />
            {found ? (
              <CheckList
                label={t('connection.checked')}
                points={found.findings.map((finding) => ({
                  key: `${finding.subject} ${finding.message}`,
                  level: finding.level,
                  title: t(`connection.subject.${finding.subject}`),
                  message: say(finding.message),
                  levelWord: t(`connection.level.${finding.level}`),
                }))}
              />
            ) : (
              <p className={styles.quiet}>{t('app.step.check.todo')}</p>
            )}
          </FormLayout>
        </Section>
      ) : null}
    </div>
  )
}

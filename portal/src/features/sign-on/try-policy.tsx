/** What would happen if somebody signed in or opened an app from an address: the answer, and the rule that decides. */
import type { MainFactorKind } from '@hallpass/contract/sign-in'
import type { SignOnTrial } from '@hallpass/contract/sign-on-policy'
import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { IconArrowRight, IconCheck, IconMinus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { AppPicker } from '../../api/administration/app-picker.tsx'
import { PersonPicker, type PickedPerson } from '../../api/administration/person-picker.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import styles from './sign-on.module.css'
import { trialSentence } from './trial-sentence.ts'

const tones: Record<SignOnTrial['outcome'], Tone> = {
  allow: 'good',
  factor_wanted: 'accent',
  enrol_wanted: 'warn',
  deny: 'bad',
  no_access: 'bad',
}

const kinds: readonly MainFactorKind[] = ['passkey', 'totp', 'push', 'sms']

export function TryPolicy() {
  const { t } = useStrings()
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const [app, setApp] = useState<{ id: string; name: string } | null>(null)
  const [address, setAddress] = useState('203.0.113.9')
  const [rememberedWith, setRememberedWith] = useState<MainFactorKind | null>(null)
  const attempt = useAction({
    run: (personId: string): Promise<SignOnTrial> =>
      answer(
        api.POST('/api/sign-on-policy/try', {
          body: {
            personId,
            address: address.trim(),
            ...(app === null ? {} : { appId: app.id }),
            ...(rememberedWith === null ? {} : { rememberedWith }),
          },
        }),
      ),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (person) attempt.mutate(person.id)
  }

  return (
    <div className={styles.columns}>
      <Section title={t('signOn.tryTitle')}>
        <form onSubmit={submit}>
          <FormLayout>
            <PersonPicker label={t('signOn.tryPerson')} value={person} onChange={setPerson} />
            {app === null ? (
              <AppPicker label={t('signOn.tryApp')} without={[]} onPick={({ id, name }) => setApp({ id, name })} />
            ) : (
              <div>
                <p className={styles.label}>{t('signOn.tryApp')}</p>
                <p className={styles.picked}>
                  <bdi>{app.name}</bdi>
                  <CloseButton size="sm" aria-label={t('ui.remove', { what: app.name })} onClick={() => setApp(null)} />
                </p>
              </div>
            )}
            <TextInput
              label={t('signOn.tryAddress')}
              maxLength={50}
              spellCheck={false}
              value={address}
              {...fieldProps(attempt.error, 'address')}
              onChange={(event) => setAddress(event.currentTarget.value)}
            />
            <Select
              label={t('signOn.tryRemembered')}
              placeholder={t('signOn.tryNotRemembered')}
              clearable
              data={kinds.map((kind) => ({ value: kind, label: t(`factor.kind.${kind}`) }))}
              value={rememberedWith}
              onChange={(value) => setRememberedWith(kinds.find((kind) => kind === value) ?? null)}
            />
            <Problem error={attempt.error} withFields />
            <FormEnd>
              <Button type="submit" loading={attempt.isPending} disabled={person === null || address.trim() === ''}>
                {t('signOn.tryAction')}
              </Button>
            </FormEnd>
          </FormLayout>
        </form>
      </Section>
      <Section title={t('signOn.tryAnswer')}>
        <div role="status">
          {attempt.data ? <Answer trial={attempt.data} /> : <p className={styles.hint}>{t('signOn.tryNothing')}</p>}
        </div>
      </Section>
    </div>
  )
}

function Answer({ trial }: { trial: SignOnTrial }) {
  const strings = useStrings()
  const { t } = strings
  return (
    <FormLayout>
      <p>
        <Status tone={tones[trial.outcome]}>{t(`signOn.outcome.${trial.outcome}`)}</Status>
      </p>
      <p>{trialSentence(strings, trial)}</p>
      {trial.signIn && trial.said.app !== null ? (
        <p className={styles.hint}>
          {t('signOn.thenSignIn', {
            outcome: t(`signOn.outcome.${trial.signIn.outcome}`),
            rule: trial.signIn.rule?.name ?? t('signOn.thenOtherwise'),
          })}
        </p>
      ) : null}
      {trial.considered.length === 0 ? null : (
        <ol className={styles.considered} aria-label={t('signOn.considered')}>
          {trial.considered.map(({ id, name, missed }) => {
            const decides = trial.rule?.id === id
            const Icon = decides ? IconArrowRight : missed === null ? IconCheck : IconMinus
            return (
              <li key={id} data-decides={decides || undefined}>
                <Icon size={16} aria-hidden />
                <span>
                  <bdi>{name}</bdi>
                  <span className={styles.hint}>
                    {' '}
                    · {decides ? t('signOn.decides') : missed === null ? t('signOn.fits') : say(missed)}
                  </span>
                </span>
              </li>
            )
          })}
        </ol>
      )}
      {trial.rule === null && trial.demand !== null ? <p className={styles.hint}>{t('signOn.byOtherwise')}</p> : null}
    </FormLayout>
  )
}

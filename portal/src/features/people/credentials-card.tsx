/** Lock, expiry and self-service of one person, and the two things to do about it. The desk never sees a secret. */
import type { CredentialState } from '@hallpass/contract/credentials'
import type { PersonDetail } from '@hallpass/contract/people'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useHasRole, useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useNow } from '../../ui/now.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'

/** The state of a person's password and addresses; asked once for a page. */
export const personCredentials = (personId: string) => ({
  queryKey: keys.personCredentials(personId),
  queryFn: (): Promise<CredentialState> =>
    answer(api.GET('/api/people/{id}/credentials', { params: { path: { id: personId } } })),
})

export function CredentialsCard({ person }: { person: PersonDetail }) {
  const { t } = useStrings()
  const state = useQuery(personCredentials(person.id))
  return (
    <Section title={t('person.credentials')}>
      <Loaded query={state}>{(data) => <Found person={person} state={data} />}</Loaded>
    </Section>
  )
}

function Found({ person, state }: { person: PersonDetail; state: CredentialState }) {
  const { t, rich, dates } = useStrings()
  const now = useNow()
  const mayUnlock = useHasRole('admin', 'desk_agent')
  const isOwn = useSession().person.id === person.id
  const pausedWhy = person.directoryPausedAt ? t('directory.pausedWhy') : null
  const cannotUnlock = state.canUnlock ? null : t('person.cannotUnlock')
  const [asking, setAsking] = useState(false)
  const params = { path: { id: person.id } }
  const unlock = useAction({
    run: (reason: string) => answer(api.POST('/api/people/{id}/unlock', { params, body: { reason } })),
    done: () => t('person.unlocked', { name: person.displayName }),
    forget: [keys.personCredentials(person.id), ['trail']],
    after: () => setAsking(false),
  })
  const invite = useAction({
    run: () => answer(api.POST('/api/people/{id}/invite', { params, body: {} })),
    done: ({ expiresAt }) => t('person.invited', { when: dates.moment(new Date(expiresAt), now) }),
    forget: [['trail']],
    tellFailure: true,
  })
  const day = (at: string | null, none: string) => (at === null ? none : <When at={at} />)
  return (
    <FormLayout>
      {state.selfServiceStoppedAt ? (
        <Notice tone="warn">
          {rich('person.selfServiceStopped', { when: <When at={state.selfServiceStoppedAt} /> })}
        </Notice>
      ) : null}
      <Facts
        facts={[
          { name: t('person.lock'), value: <Lock state={state} /> },
          { name: t('person.passwordChanged'), value: day(state.passwordChangedAt, t('person.unknown')) },
          { name: t('person.passwordExpires'), value: day(state.passwordExpiresAt, t('person.never')) },
          state.validFrom ? { name: t('person.validFrom'), value: <When at={state.validFrom} /> } : null,
        ]}
      />
      {state.mustChange ? <Notice>{t('person.mustChange')}</Notice> : null}
      <FormEnd>
        {mayUnlock ? (
          <ReasonButton
            variant="default"
            why={isOwn ? t('person.cannotUnlockOneself') : (pausedWhy ?? cannotUnlock)}
            onClick={() => setAsking(true)}
          >
            {t('person.unlock')}
          </ReasonButton>
        ) : null}
        <AdminButton
          variant="default"
          why={pausedWhy ?? (state.canInvite ? null : t('person.cannotInvite'))}
          loading={invite.isPending}
          onClick={() => invite.mutate()}
        >
          {t('person.invite')}
        </AdminButton>
      </FormEnd>
      <ConfirmDialog
        opened={asking}
        title={t('person.unlockTitle', { name: person.displayName })}
        confirmLabel={t('person.unlock')}
        busy={unlock.isPending}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 1, maxLength: 500 }}
        problem={<Problem error={unlock.error} />}
        onConfirm={(reason) => unlock.mutate(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('person.unlockDetail')}</p>
      </ConfirmDialog>
    </FormLayout>
  )
}

function Lock({ state }: { state: CredentialState }) {
  const { t, rich } = useStrings()
  if (state.lockedInDirectory) return <Status tone="bad">{t('person.lockedThere')}</Status>
  if (state.lockedUntil) {
    return <Status tone="warn">{rich('person.lockedHere', { when: <When at={state.lockedUntil} /> })}</Status>
  }
  if (state.lockedInDirectory === null) return <>{t('person.lockUnknown')}</>
  return <Status tone="good">{t('person.notLocked')}</Status>
}

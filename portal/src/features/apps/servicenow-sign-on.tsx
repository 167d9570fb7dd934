/** Enters the sign-on in the instance, or reads it back, in the name of an administrator of it who is signed in there for this alone. */
import type { SnowSignOn, SnowSignOnPoint } from '@hallpass/contract/servicenow-set-up'
import { type FormEvent, useRef } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import {
  InstanceAdministratorFields,
  useInstanceAdministrator,
} from '../../api/administration/instance-administrator.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { CheckList, type CheckPoint } from '../../ui/check-list.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'

type Work = 'set' | 'check'

export function ServiceNowSignOn({ appId }: { appId: string }) {
  const { t } = useStrings()
  const administrator = useInstanceAdministrator()
  /** Enter in a field presses the first button of the form, which changes nothing there. */
  const pressed = useRef<Work>('check')
  const action = useAction({
    run: (work: Work): Promise<SnowSignOn> => {
      const call = { params: { path: { id: appId } }, body: administrator.value }
      return answer(
        work === 'set'
          ? api.POST('/api/apps/{id}/servicenow-sign-on', call)
          : api.POST('/api/apps/{id}/servicenow-sign-on/check', call),
      )
    },
    holdsSecret: true,
    // Where the tile leads may be new.
    forget: [keys.app(appId)],
    after: administrator.forgetPassword,
  })
  const isBusyWith = (work: Work) => action.isPending && action.variables === work

  const press = (work: Work) => {
    pressed.current = work
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    action.mutate(pressed.current)
  }

  return (
    <form onSubmit={submit}>
      <Section title={t('snow.signOn.title')} lead={t('snow.signOn.lead')}>
        <FormLayout>
          <InstanceAdministratorFields fields={administrator.fields} error={action.error} />
          <Problem error={action.error} />
          {action.data ? <Found found={action.data} /> : null}
          <FormEnd>
            <AdminButton type="submit" variant="default" loading={isBusyWith('check')} onClick={() => press('check')}>
              {t('snow.signOn.check')}
            </AdminButton>
            <AdminButton type="submit" loading={isBusyWith('set')} onClick={() => press('set')}>
              {t('snow.signOn.set')}
            </AdminButton>
          </FormEnd>
        </FormLayout>
      </Section>
    </form>
  )
}

const levels: Record<SnowSignOnPoint['state'], CheckPoint['level']> = {
  done: 'ok',
  todo: 'fault',
  there: 'warning',
  unread: 'warning',
}

function Found({ found: { recordUrl, points } }: { found: SnowSignOn }) {
  const { t } = useStrings()
  return (
    <>
      <CheckList
        label={t('snow.signOn.points')}
        points={points.map(({ subject, state, message }) => ({
          key: subject,
          level: levels[state],
          title: t(`snow.signOn.subject.${subject}`),
          message: say(message),
          levelWord: t(`snow.signOn.state.${state}`),
        }))}
      />
      {recordUrl === null ? null : (
        <p>
          <a href={recordUrl} target="_blank" rel="noreferrer">
            {t('snow.signOn.open')}
          </a>
        </p>
      )}
    </>
  )
}

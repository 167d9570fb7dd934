/** A colleague phones the desk without any proof of their own: somebody who knows them says that it is them, or not. */
import type { DeskVouch } from '@hallpass/contract/desk'
import { Button, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useParam } from '../../navigation/use-go.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import styles from './prove.module.css'

export function VouchPage() {
  const { t } = useStrings()
  const id = useParam()
  const vouch = useQuery({
    queryKey: [...keys.vouches, id],
    queryFn: (): Promise<DeskVouch> => answer(api.GET('/api/desk/vouches/{id}', { params: { path: { id } } })),
  })
  return (
    <Page title={t('vouch.title')} lead={t('vouch.lead')} width="narrow">
      <Loaded query={vouch}>{(data) => <Found vouch={data} />}</Loaded>
    </Page>
  )
}

function Found({ vouch }: { vouch: DeskVouch }) {
  const { t, rich } = useStrings()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const act = useAction({
    run: (yes: boolean) =>
      answer(
        api.POST('/api/desk/vouches/{id}/answer', {
          params: { path: { id: vouch.id } },
          body: { vouch: yes, note: note.trim() },
        }),
      ),
    after: (answered) => client.setQueryData([...keys.vouches, vouch.id], answered),
  })
  return (
    <Section>
      <div className={styles.form}>
        <PersonLine name={vouch.person.displayName} id={vouch.person.id} size="lg" detail={vouch.person.title} />
        <p>
          {rich('vouch.asked', {
            agent: <bdi>{vouch.agent.displayName}</bdi>,
            reference: <bdi>{vouch.reference}</bdi>,
            when: <When at={vouch.askedAt} />,
          })}
        </p>
        {vouch.state === 'waiting' ? (
          <>
            <Notice tone="warn" title={t('vouch.how')}>
              {t('vouch.howDetail')}
            </Notice>
            <Textarea
              label={t('vouch.note')}
              autosize
              minRows={2}
              maxRows={6}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Problem error={act.error} />
            <div className={styles.buttons}>
              <Button loading={act.isPending} onClick={() => act.mutate(true)}>
                {t('vouch.yes', { name: vouch.person.displayName })}
              </Button>
              <Button variant="default" disabled={act.isPending} onClick={() => act.mutate(false)}>
                {t('vouch.no')}
              </Button>
            </div>
            <p>{rich('vouch.until', { when: <When at={vouch.expiresAt} /> })}</p>
          </>
        ) : (
          <Notice tone={vouch.state === 'vouched' ? 'good' : 'info'} live>
            {t(`vouch.state.${vouch.state}`)}
          </Notice>
        )}
      </div>
    </Section>
  )
}

import { Button } from '@mantine/core'
import { IconTimelineEvent } from '@tabler/icons-react'
import { ActorName } from '../../api/administration/actor-name.tsx'
import { EntryOutcome } from '../../api/administration/entry-outcome.tsx'
import { SubjectNames } from '../../api/administration/subject-names.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { usePages } from '../../api/use-pages.ts'
import { paths } from '../../paths.ts'
import { useActionWords } from '../../strings/use-action-words.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { Timeline } from '../../ui/timeline.tsx'

/** What this person did and what was done to them, from the trail, newest first. */
export function PersonTimeline({ personId }: { personId: string }) {
  const { t } = useStrings()
  const actionWords = useActionWords()
  const trail = usePages(keys.personTrail(personId), (page) =>
    answer(api.GET('/api/trail', { params: { query: { ...page, personId } } })),
  )
  return (
    <Section
      title={t('person.tab.timeline')}
      action={
        <Button component="a" href={paths.trail({ about: 'personId', id: personId })} variant="default" size="xs">
          {t('person.inTrail')}
        </Button>
      }
    >
      <Loaded query={trail.query}>
        {() =>
          trail.rows.length === 0 ? (
            <EmptyState icon={<IconTimelineEvent size={22} />} title={t('person.noTimeline')} />
          ) : (
            <>
              <Timeline
                label={t('person.tab.timeline')}
                moments={trail.rows.map((entry) => ({
                  key: entry.id,
                  at: entry.at,
                  title: (
                    <>
                      <ActorName actor={entry.actor} /> · {actionWords(entry.action)}{' '}
                      <SubjectNames entry={entry} without={personId} /> <EntryOutcome entry={entry} />
                    </>
                  ),
                  detail: entry.reason ? <bdi>{entry.reason}</bdi> : undefined,
                }))}
              />
              {trail.more.has ? (
                <Button variant="default" size="xs" mt="md" loading={trail.more.loading} onClick={trail.more.load}>
                  {t('ui.showMore')}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Section>
  )
}

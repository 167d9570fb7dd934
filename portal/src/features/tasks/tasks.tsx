/** Everything that could not be automated, for administrators. */
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { usePages } from '../../api/use-pages.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TaskList } from './task-list.tsx'

const defaults = { state: 'open' }
const states = ['open', 'done', 'dropped'] as const

export function Tasks() {
  const { t } = useStrings()
  const [filters, setFilters] = useFilters(defaults)
  const state = states.find((known) => known === filters.state) ?? 'open'
  const tasks = usePages(
    keys.tasks(state),
    (page) => answer(api.GET('/api/tasks', { params: { query: { ...page, state } } })),
    { refetchInterval: 15_000 },
  )
  return (
    <Page title={t('tasks.title')} lead={t('tasks.lead')}>
      <ChoiceChips
        label={t('people.state')}
        value={state}
        onChange={(value) => setFilters({ state: value })}
        choices={states.map((value) => ({ value, label: t(`tasks.state.${value}`) }))}
      />
      <Loaded query={tasks.query} skeleton={<Skeleton shape="cards" rows={3} />}>
        {() => <TaskList tasks={tasks.rows} more={tasks.more} state={state} canAssign />}
      </Loaded>
    </Page>
  )
}

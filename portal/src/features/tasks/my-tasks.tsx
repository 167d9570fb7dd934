/** The tasks that wait for my hands. */
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { usePages } from '../../api/use-pages.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TaskList } from './task-list.tsx'

export function MyTasks() {
  const { t } = useStrings()
  const tasks = usePages(keys.myTasks, (page) => answer(api.GET('/api/tasks/mine', { params: { query: page } })))
  return (
    <Page title={t('tasks.mine')} lead={t('tasks.mineLead')}>
      <Loaded query={tasks.query} skeleton={<Skeleton shape="cards" rows={3} />}>
        {() => <TaskList tasks={tasks.rows} more={tasks.more} state="open" canAssign={false} />}
      </Loaded>
    </Page>
  )
}

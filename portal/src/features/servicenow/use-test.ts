import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useAction } from '../../api/use-action.ts'

/** Tries both directions of a connection. */
export function useTest() {
  return useAction({
    run: (id: string) => answer(api.POST('/api/servicenow/connections/{id}/test', { params: { path: { id } } })),
    forget: [keys.snowConnections],
  })
}

/** Apps a person keeps first, on every device: shown at once, kept by the service. */
import type { MyApps } from '@hallpass/contract/sso'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'

export function useKeepFavourite(): (appId: string, favourite: boolean) => void {
  const client = useQueryClient()
  const keep = useMutation({
    mutationFn: (body: { appId: string; favourite: boolean }) => answer(api.PUT('/api/my-apps/favourites', { body })),
    onMutate: ({ appId, favourite }) => {
      client.setQueryData<MyApps>(keys.myApps, (before) =>
        before
          ? { items: before.items.map((tile) => (tile.app.id === appId ? { ...tile, favourite } : tile)) }
          : before,
      )
    },
    // Whatever became of it, the service knows.
    onSettled: () => client.invalidateQueries({ queryKey: keys.myApps }),
  })
  return (appId, favourite) => keep.mutate({ appId, favourite })
}

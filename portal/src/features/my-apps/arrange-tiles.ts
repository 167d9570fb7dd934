/** Which tiles to show, in which order: favourites, then by name; what is on its way as ghosts behind them. Pure. */
import type { RequestSummary } from '@hallpass/contract/requests'
import type { Tile } from '@hallpass/contract/sso'

export type Ghost =
  | { kind: 'request'; key: string; request: RequestSummary }
  | { kind: 'pending'; key: string; tile: Tile }

export function arrangeTiles(
  tiles: readonly Tile[],
  requests: readonly RequestSummary[],
  words: string,
  locale: string,
): { tiles: Tile[]; ghosts: Ghost[] } {
  const wanted = words.trim().toLocaleLowerCase(locale)
  const fits = (...texts: (string | null)[]) =>
    wanted === '' || texts.some((text) => text?.toLocaleLowerCase(locale).includes(wanted))
  const byName = new Intl.Collator(locale, { sensitivity: 'base', numeric: true })
  const rank = (tile: Tile) => (tile.favourite ? 0 : 1)

  const ready = tiles
    .filter((tile) => tile.state === 'ready' && fits(tile.app.name, tile.roleName, tile.app.category))
    .sort((a, b) => rank(a) - rank(b) || byName.compare(a.app.name, b.app.name))

  const open = requests.filter(({ state, kind }) => kind === 'grant' && (state === 'waiting' || state === 'fulfilling'))
  const asked = new Set(open.map(({ role }) => role.id))
  const pending = tiles.filter(({ state, roleId }) => state === 'pending' && !(roleId !== null && asked.has(roleId)))
  const ghosts: Ghost[] = [
    ...open
      .filter(({ role }) => fits(role.name, ...role.apps.map(({ name }) => name)))
      .map((request) => ({ kind: 'request' as const, key: request.id, request })),
    ...pending
      .filter((tile) => fits(tile.app.name, tile.roleName))
      .map((tile) => ({ kind: 'pending' as const, key: tile.app.id, tile })),
  ]
  return { tiles: ready, ghosts }
}

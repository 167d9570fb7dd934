/** Which cases the queue shows, as they stand in the address. Pure. */
export const deskDefaults = { show: 'unsettled', who: '', kind: '', tier: '', text: '', case: '' }
export type DeskFilterValues = typeof deskDefaults

export type DeskQuery = {
  state?: 'unsettled' | 'settled'
  kind?: 'reset_failed' | 'reset_abandoned' | 'reset_disputed' | 'phone_call'
  tier?: 'standard' | 'privileged'
  assigned?: 'me' | 'nobody'
  overdue?: 'yes'
  text?: string
}

export const kinds = ['reset_failed', 'reset_abandoned', 'reset_disputed', 'phone_call'] as const
const known = <T extends string>(all: readonly T[], value: string) => all.find((one) => one === value)

/** What is not known is left out, so that an old address still shows something. */
export function queryOf(filters: DeskFilterValues): DeskQuery {
  const kind = known(kinds, filters.kind)
  const tier = known(['standard', 'privileged'], filters.tier)
  const assigned = known(['me', 'nobody'], filters.who)
  const text = filters.text.trim()
  return {
    state: filters.show === 'settled' ? 'settled' : 'unsettled',
    ...(filters.show === 'overdue' ? { overdue: 'yes' } : {}),
    ...(kind ? { kind } : {}),
    ...(tier ? { tier } : {}),
    ...(assigned ? { assigned } : {}),
    ...(text === '' ? {} : { text }),
  }
}

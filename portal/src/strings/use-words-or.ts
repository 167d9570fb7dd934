import type { MessageKey } from './catalogue.ts'
import { type Strings, useStrings } from './use-strings.tsx'

/** Words for a key that is put together at run time, or the fallback where the catalogue has none. */
export function useWordsOr(): (key: string, fallback: string, values?: Parameters<Strings['t']>[1]) => string {
  const { t, has } = useStrings()
  return (key, fallback, values) => (has(key) ? t(key as MessageKey, values) : fallback)
}

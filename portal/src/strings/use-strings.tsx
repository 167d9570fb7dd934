/** The words of the screen in React: `useStrings()` gives `t`, `rich` and dates in the language in use. */
import { createContext, createElement, type ReactNode, useContext, useMemo } from 'react'
import type { Catalogue, Locale, MessageKey } from './catalogue.ts'
import { type DateWords, dateWords } from './dates.ts'
import { formatRich, formatText, type RichValues, type TextValues } from './format.ts'

export type Strings = {
  locale: Locale
  t(key: MessageKey, values?: TextValues): string
  rich(key: MessageKey, values: RichValues): ReactNode
  /** Whether the catalogue has this key. */
  has(key: string): boolean
  dates: DateWords
  number(value: number): string
  /** "a, b and c". */
  list(items: readonly string[]): string
  setLocale(locale: Locale): void
}

const Context = createContext<Strings | null>(null)

type Props = { locale: Locale; catalogue: Catalogue; onLocale: (locale: Locale) => void; children: ReactNode }

export function StringsProvider({ locale, catalogue, onLocale, children }: Props) {
  const strings = useMemo<Strings>(() => {
    const numbers = new Intl.NumberFormat(locale)
    const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
    return {
      locale,
      t: (key, values) => formatText(catalogue, locale, key, values),
      rich: (key, values) => formatRich(catalogue, locale, key, { b: strong, ...values }),
      has: (key) => Object.hasOwn(catalogue, key),
      dates: dateWords(locale),
      number: (value) => numbers.format(value),
      list: (items) => lists.format(items),
      setLocale: onLocale,
    }
  }, [locale, catalogue, onLocale])
  return <Context.Provider value={strings}>{children}</Context.Provider>
}

export function useStrings(): Strings {
  const strings = useContext(Context)
  if (strings === null) throw new Error('useStrings is used outside StringsProvider')
  return strings
}

function strong(parts: ReactNode) {
  return createElement('strong', null, ...(Array.isArray(parts) ? parts : [parts]))
}

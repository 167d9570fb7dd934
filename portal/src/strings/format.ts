/** Turns a message of the catalogue and its values into text. Pure; the React side is in use-strings.tsx. */
import { IntlMessageFormat } from 'intl-messageformat'
import { createElement, Fragment, type ReactNode } from 'react'
import type { Catalogue, MessageKey } from './catalogue.ts'

export type TextValues = Record<string, string | number | Date | null | undefined>
export type RichValues = Record<string, ReactNode | Date | ((parts: ReactNode) => ReactNode)>

const parsed = new Map<string, IntlMessageFormat>()

export function formatText(catalogue: Catalogue, locale: string, key: MessageKey, values?: TextValues): string {
  const message = messageOf(catalogue, key)
  if (values === undefined && !message.includes('{')) return message
  return String(formatterOf(message, locale).format(values as never))
}

/** As formatText, with React nodes as values and `<b>…</b>` in messages handed to functions. */
export function formatRich(catalogue: Catalogue, locale: string, key: MessageKey, values: RichValues): ReactNode {
  const made = formatterOf(messageOf(catalogue, key), locale).format(values as never) as ReactNode | ReactNode[]
  return Array.isArray(made) ? createElement(Fragment, null, ...made) : made
}

/** A key whose part is not loaded shows itself: visible in a test, never a broken page. */
function messageOf(catalogue: Catalogue, key: MessageKey): string {
  return catalogue[key] ?? key
}

function formatterOf(message: string, locale: string): IntlMessageFormat {
  const key = `${locale}\n${message}`
  let formatter = parsed.get(key)
  if (!formatter) {
    formatter = new IntlMessageFormat(message, locale)
    parsed.set(key, formatter)
  }
  return formatter
}

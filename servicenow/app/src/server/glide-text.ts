import { glideTables } from './glide-tables.ts'

/**
 * A text of sys_ui_message in a language that is not the session's. Read from the rows, because scoped scripts have
 * `gs.getMessage` for the language of the session only, and a flow's session is the system's.
 */
export function glideText(language: string, key: string, ...parts: readonly string[]): string {
  const message = find(language, key) ?? find('en', key) ?? key
  return message.replace(/\{(\d)\}/g, (whole, index: string) => parts[Number(index)] ?? whole)
}

function find(language: string, key: string): string | undefined {
  const where = [
    ['key', key],
    ['language', language],
  ] as const
  return glideTables.find('sys_ui_message', where, { limit: 1 })[0]?.get('message')
}

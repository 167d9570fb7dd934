/**
 * Texts in the language of a session: UI messages by their key, and the fields of single records that may be translated
 * (`translated_text`, `translated_html`), which name record, table and field. English, or what the record says, where there is
 * no translation. Labels of tables, choices of fields and the pages around them stay English (DIFFERENCES.md).
 */
import type { Records, Row } from './records.ts'

/** What a person chose, else the language of the system. */
export function sessionLanguage(records: Records, userId: string): string {
  const chosen = userId === '' ? '' : records.get('sys_user', userId)?.preferred_language
  return chosen || records.find('sys_properties', 'name=glide.sys.language', { limit: 1 })[0]?.value || 'en'
}

/** The key itself where there is no such message, as `gs.getMessage` answers. */
export function uiMessage(records: Records, language: string, key: string): string {
  // A query has no escape for `^`, and a message of our own names none.
  if (key === '' || key.includes('^')) return key
  for (const spoken of new Set([language, 'en'])) {
    const [found] = records.find('sys_ui_message', `key=${key}^language=${spoken}`, { limit: 1 })
    if (found) return found.message ?? ''
  }
  return key
}

/** The record as somebody who speaks this language reads it. */
export function inLanguage(records: Records, language: string, table: string, row: Row): Row {
  if (language === 'en' || !row.sys_id || !records.dictionary.has('sys_translated_text')) return row
  const texts = records.find('sys_translated_text', `documentkey=${row.sys_id}^tablename=${table}^language=${language}`)
  if (texts.length === 0) return row
  return { ...row, ...Object.fromEntries(texts.map((text) => [text.fieldname ?? '', text.value ?? ''])) }
}

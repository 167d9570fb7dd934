/** Text that is markup already. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Part = Html | string | number | boolean | null | undefined | readonly Part[]

/** Markup with its values escaped; lists are joined, and null, undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return new Html(strings.map((string, index) => string + shown(values[index])).join(''))
}

function shown(value: Part): string {
  if (value === null || value === undefined || value === false || value === true) return ''
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(shown).join('')
  return escapeHtml(String(value))
}

export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (character) => names[character] ?? character)
}

/** Descriptions of items are markup written by administrators: only plain elements of text are let through. */
export function safeMarkup(markup: string): Html {
  const escaped = escapeHtml(markup.replace(/<(script|style)[\s\S]*?<\/\1>/gi, ''))
  return new Html(
    escaped
      .replace(/&lt;(\/?(?:p|br|b|i|em|strong|ul|ol|li|h[1-6])\s*\/?)&gt;/gi, '<$1>')
      .replace(/&lt;\/?[a-z][\s\S]*?&gt;/gi, ''),
  )
}

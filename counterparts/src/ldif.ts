/** LDIF as RFC 2849 has it: what OpenLDAP's own tools read and write. */

export type LdifAttributes = Record<string, string | readonly string[] | null | undefined>

/** One entry, ending in the blank line that separates records. Empty and missing attributes are left out. */
export function ldifEntry(dn: string, attributes: LdifAttributes): string {
  const lines = [ldifLine('dn', dn)]
  for (const [name, value] of Object.entries(attributes)) {
    for (const one of valuesOf(value)) lines.push(ldifLine(name, one))
  }
  return `${lines.join('\n')}\n\n`
}

/** `name: value`, or `name:: base64` where the plain form would be read differently (RFC 2849, SAFE-STRING). */
export function ldifLine(name: string, value: string): string {
  const safe = /^[!-9;=-~][ -~]*$/.test(value) && !value.endsWith(' ')
  return safe ? `${name}: ${value}` : `${name}:: ${Buffer.from(value).toString('base64')}`
}

/** The attributes of the first entry in what `ldapsearch -LLL` printed; null when it found none. */
export function parseLdifEntry(text: string): Record<string, string[]> | null {
  const unfolded = text.replace(/\n /g, '')
  const lines = unfolded.split('\n\n')[0]?.split('\n') ?? []
  const entry: Record<string, string[]> = {}
  for (const line of lines) {
    const parts = /^([^:]+):(:?) ?(.*)$/.exec(line)
    if (!parts) continue
    const [, name = '', encoded, value = ''] = parts
    entry[name] ??= []
    entry[name].push(encoded ? Buffer.from(value, 'base64').toString() : value)
  }
  return entry.dn ? entry : null
}

/** Escapes a value for use inside a DN (RFC 4514, 2.4). */
export function dnValue(value: string): string {
  return value.replace(/[\\"+,;<>=#]|^ | $/g, (character) => `\\${character}`)
}

function valuesOf(value: LdifAttributes[string]): readonly string[] {
  if (value === null || value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

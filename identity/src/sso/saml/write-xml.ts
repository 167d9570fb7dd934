/**
 * Text and attributes written as exclusive canonical XML has them (xml-exc-c14n, xml-c14n §2.3), so that what we write
 * is byte for byte what a verifier hashes, and nothing has to be parsed before it is signed.
 */

/** Text of an element. Characters that XML 1.0 cannot carry are left out (§2.2). */
export function text(value: string): string {
  return carried(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;')
}

/** Attributes sorted by name with their values; those without a value are left out. Starts with a space. */
export function attributes(values: Record<string, string | null>): string {
  return Object.keys(values)
    .sort()
    .map((name) => ({ name, value: values[name] }))
    .filter((each): each is { name: string; value: string } => typeof each.value === 'string')
    .map(({ name, value }) => ` ${name}="${attribute(value)}"`)
    .join('')
}

function attribute(value: string): string {
  return carried(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const beyondXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Some parsers take these for ends of lines, as XML 1.1 does, and others do not: the signature would fit for half of them. */
const doubtfulLineEnds = /[\u0085\u2028]/g

const carried = (value: string): string =>
  value.toWellFormed().replaceAll(beyondXml, '').replaceAll(doubtfulLineEnds, ' ')

import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom'
import { malformedMessage } from './errors.ts'

/**
 * How much of somebody else's XML is read. Looking up a prefix takes the parser longer the more are declared around it, so
 * that a few hundred kilobytes, well chosen, would keep us busy for seconds: what costs it time is counted before it begins.
 */
export type XmlLimits = { bytes: number; tags: number; attributes: number; namespaces: number }

/** A message of an app, read before it is known who sends it: some dozen elements, signature included. */
export const messageLimits: XmlLimits = { bytes: 32 * 1024, tags: 300, attributes: 300, namespaces: 40 }

/** Metadata, which administrators bring: certificates and addresses of one app. */
export const metadataLimits: XmlLimits = { bytes: 256 * 1024, tags: 8000, attributes: 8000, namespaces: 800 }

/**
 * Parses XML of somebody else. Document types are refused before anything is parsed, so that no entity is ever expanded
 * or fetched; processing instructions other than the declaration are refused as well. Comments stay nodes of their own
 * and are never part of a value: see `textOf`.
 */
export function parseXml(xml: string, limits: XmlLimits): Document {
  if (!isWithin(limits, xml)) throw malformedMessage('It is too large.')
  if (!isText(xml) || !referencesText(xml)) throw malformedMessage('It holds characters that XML has not.')
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw malformedMessage('It declares a document type.')
  if (/<\?(?!xml\s)/i.test(xml)) throw malformedMessage('It carries processing instructions.')
  try {
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml.trim(), 'application/xml')
    refuseRepeatedIds(document)
    return document
  } catch (cause) {
    throw malformedMessage('It is not well-formed XML.', cause)
  }
}

/** Counted in the text as it stands: more than there are, where text or comments hold such signs, and never fewer. */
function isWithin({ bytes, tags, attributes, namespaces }: XmlLimits, xml: string): boolean {
  const count = (sign: string): number => xml.split(sign).length - 1
  if (Buffer.byteLength(xml) > bytes) return false
  return count('<') <= tags && count('=') <= attributes && count('xmlns') <= namespaces
}

/** XML 1.0 §2.2: neither control characters, nor halves of a pair. */
const isText = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are refused
  text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)

/** The same for characters written as numbers, which the parser would put in without asking. */
function referencesText(xml: string): boolean {
  for (const [, hexadecimal, decimal] of xml.matchAll(/&#(?:x([0-9a-f]+)|([0-9]+));/gi)) {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    if (!(code <= 0x10ffff) || !isText(String.fromCodePoint(code))) return false
  }
  return true
}

/** Two elements with one ID let a signature point at one and be read as the other. */
function refuseRepeatedIds(document: Document): void {
  const seen = new Set<string>()
  for (const element of Array.from(document.getElementsByTagName('*'))) {
    for (const name of ['ID', 'Id', 'id', 'AssertionID']) {
      const id = element.getAttribute(name)
      if (id === null || id === '') continue
      if (seen.has(id)) throw new Error('repeated ID')
      seen.add(id)
    }
  }
}

/** Child elements of one name, in document order. */
export function children(parent: Element | Document, namespace: string, localName: string): Element[] {
  return Array.from(parent.childNodes).filter(
    (node): node is Element =>
      node.nodeType === 1 && (node as Element).namespaceURI === namespace && (node as Element).localName === localName,
  )
}

export const child = (parent: Element | Document, namespace: string, localName: string): Element | null =>
  children(parent, namespace, localName)[0] ?? null

/**
 * The whole text of an element that holds text alone. Anything else in it, a comment above all, is refused: readers that
 * stop at a comment would see another value than readers that do not (CVE-2017-11427 and its family).
 */
export function textOf(element: Element | null): string | null {
  if (!element) return null
  for (const node of Array.from(element.childNodes)) {
    if (node.nodeType !== 3 && node.nodeType !== 4) throw malformedMessage('A value in it holds more than text.')
  }
  return (element.textContent ?? '').trim()
}

/** An attribute, null when it is absent or empty. */
export const attributeOf = (element: Element, name: string): string | null => element.getAttribute(name) || null

export function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1'
}

import { DOMParser, type Element } from '@xmldom/xmldom'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RestError } from './rest-error.ts'

/** Bodies arrive as they are: what a signature covers, or an attachment, is bytes. Multipart has its own reader. */
export function takeBodiesAsBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

export function bodyBytes(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
}

export function formBody(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(bodyBytes(request).toString('utf8'))
}

/**
 * Name and value pairs of a JSON or XML body. Values that are objects come from what GET answers and are read by their
 * `value`. @throws RestError 400 for a body that cannot be read, 415 for another kind of it.
 */
export function valuesBody(request: FastifyRequest): Record<string, string> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  const text = bodyBytes(request).toString('utf8')
  if (text.trim() === '') return {}
  if (type === '' || type === undefined) throw new RestError(400, 'Missing Content-Type header', null)
  if (type === 'application/xml' || type === 'text/xml') return xmlValues(text)
  if (type !== 'application/json')
    throw new RestError(415, 'Unsupported Media Type', `Media type ${type} is not supported.`)
  const body = parseJson(text)
  // Of several records the first is processed and the rest are ignored, as the page on REST APIs says.
  const first: unknown = Array.isArray(body) ? (body[0] ?? {}) : body
  return Object.fromEntries(Object.entries(first as object).map(([name, value]) => [name, textOf(value)]))
}

export function jsonBody(request: FastifyRequest): unknown {
  const text = bodyBytes(request).toString('utf8')
  return text.trim() === '' ? {} : parseJson(text)
}

function parseJson(text: string): unknown {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new RestError(400, 'Exception while reading request', 'Cannot decode: The payload is not valid JSON.')
  }
  if (typeof body !== 'object' || body === null)
    throw new RestError(400, 'Exception while reading request', 'The payload is not an object.')
  return body
}

export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  if ('value' in value) return textOf(value.value)
  return JSON.stringify(value)
}

function xmlValues(text: string): Record<string, string> {
  const faults: string[] = []
  const onError = (_level: string, message: string) => {
    faults.push(message)
  }
  let root: Element | null = null
  try {
    root = new DOMParser({ onError }).parseFromString(text, 'text/xml').documentElement
  } catch {
    // Told below: the parser throws for some faults and reports others.
  }
  if (!root || faults.length > 0)
    throw new RestError(400, 'Exception while reading request', 'The payload is not valid XML.')
  const holder = root.tagName === 'request' ? (elements(root)[0] ?? root) : root
  return Object.fromEntries(elements(holder).map((element) => [element.tagName, element.textContent ?? '']))
}

function elements(parent: Element): Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === 1)
}

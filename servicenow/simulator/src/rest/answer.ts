import type { FastifyReply, FastifyRequest } from 'fastify'
import { RestError } from './rest-error.ts'

/** Sends JSON, or the same as XML where the caller accepts nothing else. @throws RestError 406 */
export function answer(request: FastifyRequest, reply: FastifyReply, status: number, body: unknown): FastifyReply {
  reply.code(status)
  if (format(request) === 'json') return reply.type('application/json;charset=UTF-8').send(JSON.stringify(body))
  return reply
    .type('application/xml;charset=UTF-8')
    .send(`<?xml version="1.0" encoding="UTF-8"?>${toXml('response', body)}`)
}

export function format(request: FastifyRequest): 'json' | 'xml' {
  const accepted = (request.headers.accept ?? '*/*').split(',').map((type) => type.split(';')[0]?.trim().toLowerCase())
  if (accepted.some((type) => type === 'application/json' || type === '*/*' || type === 'application/*' || type === ''))
    return 'json'
  if (accepted.some((type) => type === 'application/xml' || type === 'text/xml')) return 'xml'
  throw new RestError(406, 'Not Acceptable', `Response media type not supported: ${request.headers.accept}`)
}

/** Lists become repeated elements, as the platform writes them. */
export function toXml(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((part) => toXml(name, part)).join('')
  if (value === null || value === undefined || value === '') return `<${name}/>`
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`
  const inner = Object.entries(value).map(([key, part]) => toXml(elementName(key), part))
  return `<${name}>${inner.join('')}</${name}>`
}

function elementName(key: string): string {
  return /^[A-Za-z_][\w.-]*$/.test(key) ? key : `_${key.replace(/[^\w.-]/g, '_')}`
}

export function escapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (character) => names[character] ?? character)
}

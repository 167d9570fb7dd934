import { formatSignature, type Signature, signingText } from '../src/server/signature.ts'
import type { Callback } from '../src/server/verify-callback.ts'
import { type Memory, memoryGlide } from './memory-glide.ts'

export const inboundKey = Buffer.from('a key for what Hallpass says to us').toString('base64')
const outboundKey = Buffer.from('a key for what we say to Hallpass').toString('base64')

/** An instance that is connected, with Molly, her manager Marcus and two apps. */
export function connected(): Memory {
  const glide = memoryGlide()
  glide.set('instance_id', 'i-1')
  glide.set('glide.servlet.uri', 'https://acme.service-now.com/')
  glide.set('x_hlps_access.hallpass_url', 'https://hallpass.acme.example')
  glide.set('x_hlps_access.bound_instance_id', 'i-1')
  glide.set('x_hlps_access.bound_instance_url', 'https://acme.service-now.com')
  glide.set('x_hlps_access.mode', 'push')
  const key = (direction: string, secret: string) =>
    glide.add('x_hlps_access_key', { key_id: `${direction}-1`, direction, state: 'live', secret })
  key('inbound', inboundKey)
  key('outbound', outboundKey)
  for (const name of ['molly', 'marcus', 'fiona', 'otto', 'ida']) {
    const id = Buffer.from(name).toString('hex').padEnd(32, '0')
    glide.add('sys_user', { user_name: name, email: `${name}@acme.example`, active: 'true' }, id)
  }
  glide.add('x_hlps_access_app', { role_id: 'role-sf', name: 'Salesforce', requestable: 'true' }, 'a'.repeat(32))
  glide.add('x_hlps_access_app', { role_id: 'role-wiki', name: 'Wiki', requestable: 'true' }, 'b'.repeat(32))
  return glide
}

export const people = { molly: id('molly'), marcus: id('marcus'), fiona: id('fiona'), otto: id('otto'), ida: id('ida') }
function id(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(32, '0')
}

/** A requested item for Molly, as the catalog would have made it. Gives its sys_id. */
export function order(glide: Memory, apps: string, more: Record<string, string> = {}): string {
  const request = glide.add('sc_request', { number: 'REQ0010001' })
  const item = glide.add('sc_req_item', {
    number: 'RITM0010001',
    request,
    requested_for: people.molly,
    opened_by: people.molly,
    state: '1',
    stage: 'waiting_for_approval',
  })
  const variables = { apps, duration_days: '30', reason: 'Project with sales', ...more }
  for (const [name, value] of Object.entries(variables)) {
    const definition = glide.add('item_option_new', { name })
    const option = glide.add('sc_item_option', { item_option_new: definition, value })
    glide.add('sc_item_option_mtom', { request_item: item, sc_item_option: option })
  }
  return item
}

/** A callback signed as Hallpass signs it; `change` makes it a wrong one. */
export function signed(
  glide: Memory,
  path: string,
  body: unknown,
  change: Partial<Signature> & { method?: string } = {},
): Callback {
  const text = body === null ? '' : JSON.stringify(body)
  const method = change.method ?? (body === null ? 'GET' : 'POST')
  const of = { keyId: 'inbound-1', instanceId: 'i-1', time: glide.now(), nonce: glide.randomHex(), ...change }
  const mac = glide.hmacSha256Base64(inboundKey, signingText({ method, path, bodyHash: glide.sha256Hex(text) }, of))
  return { method, path, body: text, signature: formatSignature({ ...of, mac }) }
}

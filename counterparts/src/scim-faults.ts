import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a request is about: `find` carries a filter, `list` does not. */
export type ScimCall =
  | `${'user' | 'group'}.${'find' | 'list' | 'get' | 'create' | 'replace' | 'patch' | 'delete'}`
  | 'discovery'
  | 'unknown'

export type ScimFault =
  /** Refuses without doing anything. */
  | { kind: 'status'; status: number; retryAfter?: string; detail?: string }
  /** Cuts the connection, before or after the write was applied. */
  | { kind: 'drop'; applied: boolean }
  /** Never answers, before or after the write was applied. */
  | { kind: 'silence'; applied: boolean }
  /** Answers, but late. */
  | { kind: 'slow'; ms: number }
  /** 200 with a page for people, as a proxy or a sign-in page in between does. */
  | { kind: 'html'; applied: boolean }
  /** The first half of the JSON it should send. */
  | { kind: 'half'; applied: boolean }
  /** So many bytes of valid JSON that no careful client reads them all. */
  | { kind: 'huge'; bytes: number }
  /** Sends the client elsewhere. */
  | { kind: 'redirect'; to: string }

export type FaultRule = {
  on: ScimCall | 'any' | 'write'
  /** How often; 1 when not said, Infinity until healed. */
  times?: number
  fault: ScimFault
}

export function createFaultQueue() {
  let rules: { on: FaultRule['on']; left: number; fault: ScimFault }[] = []
  return {
    add: (rule: FaultRule) => void rules.push({ on: rule.on, left: rule.times ?? 1, fault: rule.fault }),
    clear() {
      rules = []
    },
    /** The fault for this call, used up by asking. */
    take(call: ScimCall): ScimFault | null {
      const rule = rules.find(({ on, left }) => left > 0 && matches(on, call))
      if (!rule) return null
      rule.left--
      return rule.fault
    },
  }
}

/** Whether a call under this fault still has its effect. */
export function isApplied(fault: ScimFault | null): boolean {
  if (!fault) return true
  if (fault.kind === 'slow') return true
  return 'applied' in fault && fault.applied
}

/** Answers as the fault wants. `body` is what the healthy server would have sent. */
export function answerWithFault(
  request: IncomingMessage,
  response: ServerResponse,
  fault: ScimFault,
  body: string,
): void {
  switch (fault.kind) {
    case 'status': {
      const error = { schemas: [errorSchema], status: String(fault.status), detail: fault.detail ?? 'Not today.' }
      response.writeHead(fault.status, {
        'content-type': 'application/scim+json',
        ...(fault.retryAfter ? { 'retry-after': fault.retryAfter } : {}),
      })
      response.end(JSON.stringify(error))
      return
    }
    case 'drop':
      request.socket.destroy()
      return
    case 'silence':
      return
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>')
      return
    case 'half':
      response.writeHead(200, { 'content-type': 'application/scim+json' })
      response.end(body.slice(0, Math.floor(body.length / 2)))
      return
    case 'huge':
      response.writeHead(200, { 'content-type': 'application/scim+json' })
      response.end(`{"filler":"${'x'.repeat(fault.bytes)}"}`)
      return
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end()
      return
    case 'slow':
      throw new Error('A slow answer is still the right answer: the caller sends it.')
  }
}

export const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error'

function matches(on: FaultRule['on'], call: ScimCall): boolean {
  if (on === 'any') return true
  if (on === 'write') return /\.(create|replace|patch|delete)$/.test(call)
  return on === call
}

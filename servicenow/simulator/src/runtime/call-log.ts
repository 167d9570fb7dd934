import { system } from '../store/open-records.ts'
import type { OutgoingAnswer, OutgoingRequest, Session } from './session.ts'

/**
 * Makes a call, notes it in sys_outbound_http_log (without query, headers or body), and counts it as an IntegrationHub
 * transaction where a flow's own thread made it, as ServiceNow bills it.
 */
export function noteCall(session: Session, request: OutgoingRequest, name: string): OutgoingAnswer {
  const began = Date.now()
  const answer = session.callOut(request)
  const url = new URL(request.url)
  const status = 'status' in answer ? String(answer.status) : answer.isTimeout ? 'timeout' : 'failed'
  const source = [name, session.source.name].filter(Boolean).join(' / ')
  const common = { http_method: request.method, source }
  const logged = {
    ...common,
    hostname: url.host,
    path: url.pathname,
    response_status: status,
    response_time: String(Date.now() - began),
    flow_context: session.flowContext,
  }
  session.records.insert('sys_outbound_http_log', logged, system, { withoutRules: true })
  if (session.flowContext) {
    const counted = { ...common, context: session.flowContext, endpoint: `${url.host}${url.pathname}`, status }
    session.records.insert('ih_transaction', counted, system, { withoutRules: true })
  }
  return answer
}

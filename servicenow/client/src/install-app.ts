import { randomBytes } from 'node:crypto'
import type { AdminSession } from './admin-session.ts'
import { ServiceNowFailure, unexpected } from './failures.ts'
import { readAnswer } from './read-answer.ts'

export type InstallInput = {
  /** The app as ServiceNow's own tool packs it. */
  zip: Uint8Array
  scope: string
  fileName: string
  now: () => Date
  /** Between two looks at how far it is. */
  wait: (ms: number) => Promise<void>
}

const looksMax = 600

/**
 * Installs a scoped app the way ServiceNow's own tool does for development: upload, wait until it is done, publish its
 * flows. Production instances take apps from their repository or an update set instead.
 */
export async function installApp(
  session: AdminSession,
  input: InstallInput,
): Promise<{ published: number; unpublished: number }> {
  const boundary = `----hallpass${randomBytes(12).toString('hex')}`
  const query = new URLSearchParams({
    sysparm_track_fluent_install: 'true',
    sysparm_async_fluent_install: 'false',
    sysparm_fluent_scope: input.scope,
    sysparm_request_type: 'custom_app',
  })
  const answer = await session.send({
    method: 'POST',
    path: `/sn_appclient_upload_processor.do?${query}`,
    body: multipart(boundary, input),
    headers: () => ({ 'content-type': `multipart/form-data; boundary=${boundary}` }),
    subject: 'the upload of the app',
  })
  const { executionTracker } = (readAnswer(answer, 'the upload of the app', input.now()) ?? {}) as {
    executionTracker?: unknown
  }
  if (typeof executionTracker !== 'string') throw unexpected('the upload of the app')
  await untilDone(session, executionTracker, input)
  return publishFlows(session, input)
}

function multipart(boundary: string, { zip, fileName }: InstallInput): Buffer {
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  return Buffer.concat([
    Buffer.from(field('upload_type', 'file') + field('load_demo', 'false')),
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="attachFile"; filename="${fileName}"\r\nContent-Type: application/zip\r\n\r\n`,
    ),
    zip,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
}

/** 0 waits, 1 runs, 2 is done, 3 failed. */
async function untilDone(session: AdminSession, tracker: string, { now, wait }: InstallInput): Promise<void> {
  for (let look = 0; look < looksMax; look++) {
    const path = `/api/sn_cicd/progress/${encodeURIComponent(tracker)}`
    const answer = await session.send({ method: 'GET', path, subject: 'the progress of the installation' })
    const { result } = (readAnswer(answer, 'the progress of the installation', now()) ?? {}) as {
      result?: { status?: unknown; status_message?: unknown }
    }
    if (result?.status === '2') return
    if (result?.status === '3')
      throw new ServiceNowFailure(
        'rejected',
        `ServiceNow could not install the app: ${String(result.status_message ?? '').slice(0, 300)}`,
      )
    await wait(1000)
  }
  throw new ServiceNowFailure('unreachable', 'ServiceNow was still installing the app after ten minutes.')
}

/** Flows arrive as drafts. Where the instance has no such call they are published by hand, which is said. */
async function publishFlows(session: AdminSession, { scope, now }: InstallInput) {
  const idsOf = async (table: string) => {
    const where = [{ field: 'sys_scope.scope', op: '=', value: scope }] as const
    return (await session.table.list(table, { where, fields: [] })).map(({ sys_id }) => ({ sys_id }))
  }
  const [app] = await session.table.list('sys_scope', {
    where: [{ field: 'scope', op: '=', value: scope }],
    fields: [],
  })
  const body = { flows: await idsOf('sys_hub_flow'), actions: await idsOf('sys_hub_action_type_definition') }
  const all = body.flows.length + body.actions.length
  const answer = await session.send({
    method: 'POST',
    path: `/api/now/wfa_fluent/activate_flows?sysparm_transaction_scope=${app?.sys_id ?? ''}`,
    body: JSON.stringify(body),
    subject: 'the flows of the app',
  })
  if (answer.status >= 400) return { published: 0, unpublished: all }
  const { result } = (readAnswer(answer, 'the flows of the app', now()) ?? {}) as {
    result?: { summary?: { succeeded?: unknown; failed?: unknown } }
  }
  // Actions are published along with the flows that use them, and counted with them or not.
  return { published: Number(result?.summary?.succeeded ?? 0), unpublished: Number(result?.summary?.failed ?? 0) }
}

import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { type RunningService, startService } from './main.ts'
import { cloneDatabase } from './platform/testing.ts'

const token = 'a token for the scrape'
const dataDir = mkdtempSync(join(tmpdir(), 'hallpass-metrics-'))
let database: Awaited<ReturnType<typeof cloneDatabase>>
let collector: Server
let spans: string[]
let service: RunningService

beforeAll(async () => {
  database = await cloneDatabase()
  spans = []
  collector = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    spans.push(`${request.method} ${request.url} ${text}`)
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  service = await start({ HALLPASS_METRICS_TOKEN: token, HALLPASS_TRACES_URL: `${originOf(collector)}/v1/traces` })
})
afterAll(async () => {
  await service.stop()
  collector.close()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const originOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function start(more: Record<string, string>) {
  const environment = {
    HALLPASS_DATA_DIR: dataDir,
    HALLPASS_MASTER_KEY: Buffer.alloc(32, 3).toString('base64'),
    HALLPASS_LISTEN_PORT: '0',
    HALLPASS_LOG_LEVEL: 'silent',
    DATABASE_URL: database.place.serviceUrl,
    DATABASE_ADMIN_URL: database.place.ownerUrl,
    ...more,
  }
  const config = readConfig(environment)
  return startService({
    config,
    environment,
    portalFolder: null,
    prepare: async (app) => {
      app.foundation.jobs.register('test.toil', async ({ isBad }) => {
        if (isBad) throw new Error('it went wrong')
      })
    },
  })
}

async function scrape(headers: Record<string, string> = { authorization: `Bearer ${token}` }) {
  const answer = await fetch(`${service.address}/metrics`, { headers })
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}

/** The value of a series, by its name and the labels that matter; 0 when there is none. */
function seriesIn(text: string, name: string, labels: Record<string, string>): number {
  const line = text
    .split('\n')
    .find(
      (each) => each.startsWith(`${name}{`) && Object.entries(labels).every(([k, v]) => each.includes(`${k}="${v}"`)),
    )
  return Number(line?.split(' ').at(-1) ?? 0)
}

describe('/metrics', () => {
  test('is for the holder of the token alone', async () => {
    for (const headers of [{}, { authorization: 'Bearer wrong' }, { authorization: token }]) {
      const answer = await scrape(headers)
      expect([answer.status, answer.type]).toEqual([401, expect.stringContaining('application/problem+json')])
      expect(answer.text).not.toContain('http_server')
    }
    expect(await scrape()).toMatchObject({ status: 200, type: expect.stringContaining('text/plain') })
  })

  test('does not exist where no token is set', async () => {
    const plain = await start({})
    const answer = await fetch(`${plain.address}/metrics`, { headers: { authorization: 'Bearer undefined' } })
    await plain.stop()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ])
  })

  test('counts and times requests by the name of their route, never by an address', async () => {
    const count = async () =>
      seriesIn((await scrape()).text, 'http_server_request_duration_seconds_count', {
        http_route: 'sso.whoAmI',
        http_response_status_code: '200',
      })
    const before = await count()
    for (let n = 0; n < 3; n++) await fetch(`${service.address}/api/session`)
    await fetch(`${service.address}/api/people/0199d3a0-0000-7000-8000-00000000dead`)
    expect(await count()).toBe(before + 3)
    const { text } = await scrape()
    expect(text).toMatch(/http_server_request_duration_seconds_bucket\{.*le="0\.005"/)
    expect(text).not.toContain('00000000dead')
  })

  test('says which service it is, and names every series by its unit', async () => {
    const { text } = await scrape()
    expect(text).toMatch(/target_info\{.*service_name="hallpass"/)
    expect(text).not.toContain('unknown_service')
    const timed = [...text.matchAll(/^# TYPE (\S+) histogram$/gm)].map((match) => match[1])
    expect(timed).toContain('http_server_request_duration_seconds')
    expect(timed.filter((name) => !name?.endsWith('_seconds'))).toEqual([])
  })

  test('shows jobs as they wait, run, fail and end', async () => {
    const { jobs, db } = service.app.foundation
    const waiting = async () => seriesIn((await scrape()).text, 'hallpass_jobs', { state: 'waiting' })
    const runs = async (outcome: string) =>
      seriesIn((await scrape()).text, 'hallpass_job_duration_seconds_count', { task: 'test.toil', outcome })
    const before = await waiting()
    await db.transaction(async (tx) => {
      const runAt = new Date('2100-01-01')
      for (let n = 0; n < 4; n++) await jobs.enqueue(tx, { task: 'test.toil', payload: { n }, runAt })
      await jobs.enqueue(tx, { task: 'test.toil', payload: {} })
      await jobs.enqueue(tx, { task: 'test.toil', payload: { isBad: true }, maxAttempts: 1 })
    })
    await expect.poll(() => runs('done'), { timeout: 15_000 }).toBe(1)
    await expect.poll(() => runs('failed'), { timeout: 15_000 }).toBe(1)
    await expect.poll(waiting, { timeout: 15_000 }).toBe(before + 4)
    await expect.poll(async () => seriesIn((await scrape()).text, 'hallpass_jobs', { state: 'dead' })).toBe(1)
  })
})

test('traces reach the collector: the name of the route and the request, never who or what', async () => {
  const answer = await fetch(`${service.address}/api/session?secret=yes`)
  const requestId = answer.headers.get('x-request-id') ?? ''
  await fetch(`${service.address}/api/session`)
  await expect.poll(() => spans.join('\n'), { timeout: 15_000 }).toContain(requestId)
  expect(spans[0]).toMatch(/^POST \/v1\/traces /)
  expect(spans.join('\n')).toContain('sso.whoAmI')
  expect(spans.join('\n')).not.toContain('unknown_service')
  expect(spans.join('\n')).not.toContain('secret=yes')
})

test('a collector that is away costs nothing but its spans', async () => {
  const alone = await start({ HALLPASS_TRACES_URL: 'http://127.0.0.1:9/v1/traces' })
  const answer = await fetch(`${alone.address}/health/ready`)
  await alone.stop()
  expect(answer.status).toBe(200)
})

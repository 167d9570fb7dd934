import { expect, test } from 'vitest'
import { startPromptScim } from './prompt-scim.ts'

test('the prompt target answers find, create, patch and read, and counts them', async () => {
  const scim = await startPromptScim()
  try {
    const call = async (method: string, path: string, body?: unknown) => {
      const answer = await fetch(scim.baseUrl + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    }
    const find = (filter: string) => call('GET', `/Users?filter=${encodeURIComponent(filter)}`)
    expect((await find('userName eq "molly"')).body.totalResults).toBe(0)
    const made = await call('POST', '/Users', { userName: 'molly', externalId: 'p1', active: true })
    expect(made.status).toBe(201)
    expect((await call('POST', '/Users', { userName: 'Molly' })).status).toBe(409)
    expect((await find('externalId eq "p1"')).body.totalResults).toBe(1)
    const Operations = [{ op: 'replace', path: 'active', value: false }]
    expect((await call('PATCH', `/Users/${made.body.id}`, { Operations })).body.active).toBe(false)
    expect(await scim.stats()).toMatchObject({ calls: 5, accounts: 1, madeAt: { p1: expect.any(Number) } })
  } finally {
    await scim.stop()
  }
})

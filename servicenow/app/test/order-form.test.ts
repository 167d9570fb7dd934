import { describe, expect, it } from 'vitest'
import { appQualifier, heldWords } from '../src/server/order-form.ts'
import { connected, people } from './connected.ts'
import type { Memory } from './memory-glide.ts'

const self = { personId: people.molly, isAgent: false }

function hallpass(glide: Memory): void {
  const apps = [
    { id: 'role-sf', held: true, requestable: true },
    { id: 'role-wiki', held: false, requestable: false },
  ]
  glide.answerWith(() => ({ body: JSON.stringify({ version: 1, apps }) }))
}

describe('the order form', () => {
  it('offers what this person may ask for, without what they have, and says what that is', () => {
    const glide = connected()
    hallpass(glide)
    const without = `${'a'.repeat(32)},${'b'.repeat(32)}`
    expect(appQualifier(glide, self, people.molly)).toBe(`requestable=true^sys_idNOT IN${without}`)
    expect(heldWords(glide, self, people.molly)).toBe('has_already | Salesforce')
    expect(glide.said[0]).toMatchObject({
      client: 'read',
      path: '/desk/v1/apps?requestedFor=molly&email=molly%40acme.example&language=en',
    })
  })

  it('tells nobody but the person, their manager and the desk what a person has', () => {
    const glide = connected()
    hallpass(glide)
    const other = { personId: people.ida, isAgent: false }
    expect(appQualifier(glide, other, people.molly)).toBe('requestable=true')
    expect(heldWords(glide, other, people.molly)).toBe('')
    expect(glide.said).toEqual([])
    glide.tables.update('sys_user', people.molly, { manager: people.marcus })
    expect(heldWords(glide, { personId: people.marcus, isAgent: false }, people.molly)).not.toBe('')
    expect(heldWords(glide, { personId: people.ida, isAgent: true }, people.molly)).not.toBe('')
  })

  it('goes by what was given from here while Hallpass does not answer', () => {
    const glide = connected()
    glide.add('x_hlps_access_grant', { person: people.molly, role_id: 'role-wiki', state: 'active' })
    expect(appQualifier(glide, self, people.molly)).toBe(`requestable=true^sys_idNOT IN${'b'.repeat(32)}`)
  })
})
